/** A part of a buffer, and the order in which it visits the dimensions of a torus. */
export interface OrderedPart {
  readonly share: number;
  readonly order: readonly number[];
}

/** Parts smaller than this are rounding. */
const LEAST = 1e-9;

/**
 * Parts of a buffer in orders such that an all-gather loads the dimensions as asked: `loads[i]` is what a rank receives
 * through dimension i (of `sizes[i]` ranks), as a share of the whole buffer; they add up to 1 − 1/N.
 *
 * A part that visits dimensions in some order brings (Π of sizes before)·(size − 1)/N through each. The loads that mixtures of
 * orders can reach are those in which every set B of dimensions brings (N_B − 1)/N at least, which it does exactly when
 * its dimensions come first. So: take any order that keeps to the sets that are exact already, go from it through the asked
 * loads to the boundary, where one more set is exact, and go on there (Carathéodory): one order a dimension is enough.
 */
export function orderedParts(sizes: readonly number[], loads: readonly number[]): OrderedPart[] {
  const all = product(sizes);
  const least = (set: number) => (product(sizes.filter((_, i) => set & (1 << i))) - 1) / all;
  const full = (1 << sizes.length) - 1;
  // Sets that are exact, each inside the next; dimensions of an inner one come first.
  let chain = [0, full];
  let at = [...loads];
  let left = 1;
  const parts: OrderedPart[] = [];
  for (let round = 0; round <= sizes.length && left > LEAST; round++) {
    const order = orderIn(chain, sizes.length);
    const corner = cornerOf(order, sizes);
    const away = at.map((load, i) => load - corner[i]);
    let far = Number.POSITIVE_INFINITY;
    let tight = 0;
    for (let set = 1; set < full; set++) {
      const slope = over(away, set);
      if (slope >= -1e-15) continue;
      const reach = Math.max(0, (over(at, set) - least(set)) / -slope);
      if (reach < far) {
        far = reach;
        tight = set;
      }
    }
    if (away.every((each) => Math.abs(each) < 1e-11) || far === Number.POSITIVE_INFINITY) {
      parts.push({ share: left, order });
      return parts;
    }
    // The asked loads lie between the corner and the boundary.
    const share = far / (1 + far);
    if (share > LEAST) {
      parts.push({ share: left * share, order });
      left *= 1 - share;
    }
    at = at.map((load, i) => load + far * away[i]);
    chain = [...new Set(chain.flatMap((set, i) => (i === 0 ? [set] : [chain[i - 1] | (tight & set), set])))];
  }
  if (left > LEAST) parts.push({ share: left, order: orderIn(chain, sizes.length) });
  return parts;
}

/** An order in which the dimensions of inner sets come first. */
function orderIn(chain: readonly number[], dims: number): number[] {
  return chain.slice(1).flatMap((set, i) => {
    const fresh = set & ~chain[i];
    return Array.from({ length: dims }, (_, dim) => dim).filter((dim) => fresh & (1 << dim));
  });
}

/** What a whole buffer in this order brings through each dimension. */
function cornerOf(order: readonly number[], sizes: readonly number[]): number[] {
  const loads = sizes.map(() => 0);
  let held = 1 / product(sizes);
  for (const dim of order) {
    loads[dim] = held * (sizes[dim] - 1);
    held *= sizes[dim];
  }
  return loads;
}

function over(values: readonly number[], set: number): number {
  return values.reduce((sum, value, i) => (set & (1 << i) ? sum + value : sum), 0);
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((result, size) => result * size, 1);
}
