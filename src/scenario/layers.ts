import type { ExpertShape, ModelShape } from '../facts/model.ts';

/** Whether layer `layer`, counted from 0, is a mixture of experts. */
export function isMixture(model: ModelShape, layer: number): boolean {
  const { experts } = model;
  if (!experts || layer < experts.firstDense || (experts.dense && denseSet(experts.dense).has(layer)))
    return false;
  return (layer - experts.firstDense + 1) % experts.every === 0;
}

/** Lists as sets, made once each: a file may list thousands of layers, and every layout asks about every layer. */
const sets = new WeakMap<readonly number[], ReadonlySet<number>>();

function denseSet(dense: readonly number[]): ReadonlySet<number> {
  const known = sets.get(dense);
  if (known) return known;
  const made = new Set(dense);
  sets.set(dense, made);
  return made;
}

/** How many of the layers are mixtures. */
export function mixtureCount(model: ModelShape): number {
  let count = 0;
  for (let layer = 0; layer < model.layers; layer++) if (isMixture(model, layer)) count++;
  return count;
}

/** The shortest description of which layers are mixtures; null where none is. */
export function mixturePattern(
  mixtures: readonly boolean[],
): Pick<ExpertShape, 'firstDense' | 'every' | 'dense'> | null {
  const first = mixtures.indexOf(true);
  if (first < 0) return null;
  const second = mixtures.indexOf(true, first + 1);
  const every = second < 0 ? 1 : second - first;
  const firstDense = first + 1 - every;
  const regular =
    firstDense >= 0 &&
    mixtures.every((m, i) => m === (i >= firstDense && (i - firstDense + 1) % every === 0));
  if (regular) return { firstDense, every };
  const dense = mixtures.flatMap((m, i) => (!m && i > first ? [i] : []));
  return dense.length > 0 ? { firstDense: first, every: 1, dense } : { firstDense: first, every: 1 };
}
