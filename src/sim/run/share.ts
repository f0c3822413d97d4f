/**
 * What something puts on each resource of a chip while it runs alone, as the share of the resource's time that it keeps busy,
 * 0 … 1. Index 0 is the memory; a class of link (cluster/groups.ts, `linkClasses`) follows at 1 + its number.
 */
export type Load = readonly number[];

/** Resource of the memory, and of a class of link. */
export const MEMORY = 0;
export const resourceOfLink = (link: number): number => 1 + link;

/** Marks a rate that no full resource holds yet. */
const RISING = -1;

/**
 * Rates at which things go on that run at once, as shares of how fast each runs alone. All rates rise together until a
 * resource is full; what needs it stays there, the others rise on, up to 1 (max-min fairness). Two that would each fill a
 * link get half of it; what does not need a full one is not held back. Of the first `count` loads;
 * written to `rates`.
 */
export function shareRates(loads: readonly Load[], count = loads.length, rates: number[] = []): number[] {
  let resources = 0;
  for (let i = 0; i < count; i++) {
    rates[i] = RISING;
    resources = Math.max(resources, loads[i].length);
  }
  // Nothing is full before anything was held back.
  let used: number[] | null = null;
  for (;;) {
    let level = 1;
    let full = -1;
    for (let resource = 0; resource < resources; resource++) {
      let wanted = 0;
      for (let i = 0; i < count; i++) {
        if (rates[i] === RISING && resource < loads[i].length) wanted += loads[i][resource];
      }
      const taken = used ? used[resource] : 0;
      if (wanted > 0 && taken + level * wanted > 1) {
        level = Math.max(0, 1 - taken) / wanted;
        full = resource;
      }
    }
    if (full < 0) break;
    used ??= new Array<number>(resources).fill(0);
    for (let i = 0; i < count; i++) {
      const load = loads[i];
      if (rates[i] !== RISING || full >= load.length || !(load[full] > 0)) continue;
      rates[i] = level;
      for (let resource = 0; resource < load.length; resource++) used[resource] += level * load[resource];
    }
  }
  for (let i = 0; i < count; i++) if (rates[i] === RISING) rates[i] = 1;
  return rates;
}
