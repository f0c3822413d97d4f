/**
 * What something puts on each resource of a chip while it runs alone, as the share of the resource's time that it keeps busy,
 * 0 … 1. Index 0 is the memory; a class of link (cluster/groups.ts, `linkClasses`) follows at 1 + its number.
 */
export type Load = readonly number[];

/** Resource of the memory, and of a class of link. */
export const MEMORY = 0;
export const resourceOfLink = (link: number): number => 1 + link;

/**
 * Rates at which things go on that run at once, as shares of how fast each runs alone. All rates rise together until a
 * resource is full; what needs it stays there, the others rise on, up to 1 (max-min fairness). Two that would each fill a
 * link get half of it; what does not need a full one is not held back.
 */
export function shareRates(loads: readonly Load[]): number[] {
  const rates = loads.map(() => 1);
  const rising = new Set(loads.keys());
  const resources = Math.max(0, ...loads.map((load) => load.length));
  const used = new Array<number>(resources).fill(0);
  for (;;) {
    let level = 1;
    let full = -1;
    for (let resource = 0; resource < resources; resource++) {
      let wanted = 0;
      for (const index of rising) wanted += loads[index][resource] ?? 0;
      if (wanted > 0 && used[resource] + level * wanted > 1) {
        level = Math.max(0, 1 - used[resource]) / wanted;
        full = resource;
      }
    }
    if (full < 0) return rates;
    for (const index of [...rising]) {
      if (!(loads[index][full] > 0)) continue;
      rates[index] = level;
      rising.delete(index);
      loads[index].forEach((share, resource) => {
        used[resource] += level * share;
      });
    }
  }
}
