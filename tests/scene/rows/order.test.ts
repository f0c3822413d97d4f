import { describe, expect, it } from 'vitest';
import { createRowOrder } from '../../../src/scene/rows/order.ts';
import { Kind } from '../../../src/timeline/timeline.ts';

/** Kind and progress of each class, as classState.ts lays them out. */
function state(...classes: readonly (readonly [kind: number, progress: number])[]) {
  return {
    classes: classes.length,
    values: Float32Array.from(classes.flatMap(([kind, progress]) => [kind, progress, 0, 1])),
  };
}

describe('rows seen from afar', () => {
  const rows = { rows: 4, classes: Int16Array.of(0, 1, 2, 3, 0, 1, 2, -1) };

  it('stand in groups of what they do, the most advanced forward next to the backward', () => {
    const order = createRowOrder(rows);
    const now = state([Kind.backward, 0.2], [Kind.forward, 0.9], [Kind.wait, 0], [Kind.forward, 0.1]);
    expect(order.update(now)).toBe(true);
    expect([...order.lines.subarray(0, 4)]).toEqual([3, 1, 2, 0]);
  });

  it('stay in their hall, those outside the job last', () => {
    const order = createRowOrder(rows);
    order.update(state([Kind.backward, 0.5], [Kind.forward, 0.5], [Kind.optimizer, 0.5], [Kind.wait, 0]));
    expect([...order.lines.subarray(4)]).toEqual([5, 4, 6, 7]);
  });

  it('are sorted anew only when something passes something else', () => {
    const order = createRowOrder(rows);
    order.update(state([Kind.forward, 0.1], [Kind.forward, 0.2], [Kind.backward, 0], [Kind.backward, 0.4]));
    const later = state([Kind.forward, 0.3], [Kind.forward, 0.4], [Kind.backward, 0.2], [Kind.backward, 0.6]);
    expect(order.update(later)).toBe(false);
  });

  it('tell where a row went', () => {
    const order = createRowOrder(rows);
    order.update(state([Kind.backward, 0.2], [Kind.forward, 0.9], [Kind.wait, 0], [Kind.forward, 0.1]));
    expect(order.placeOf(3)).toBe(0);
    expect(order.placeOf(0)).toBe(3);
  });
});
