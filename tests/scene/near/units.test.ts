import { expect, it, vi } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { createActivity } from '../../../src/scene/near/activity.ts';
import { createBook } from '../../../src/scene/near/book.ts';
import { insideAt } from '../../../src/scene/near/units.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { isCollective } from '../../../src/timeline/spans.ts';
import { Kind, Stream } from '../../../src/timeline/timeline.ts';

const scenario = resolveScenario({
  cluster: 'ultraserver',
  model: 'llama-3.1-8b',
  parallel: { tensor: 16, pipeline: 1 },
});
const { timeline } = simulateStep(scenario);
const span = timeline.tracks[Stream.compute];
const { offsets, start, end, kind, flops } = timeline.patterns;
const first = offsets[timeline.pattern[span]];
const last = offsets[timeline.pattern[span] + 1];

/** The first entry of a pass that is as asked, and the seconds of the step when it begins. */
function entry(suits: (e: number) => boolean): { from: number; seconds: number } {
  for (let e = first; e < last; e++)
    if (end[e] > start[e] && suits(e))
      return { from: timeline.start[span] + start[e], seconds: end[e] - start[e] };
  throw new Error('the pass has none');
}

const activity = { ...createActivity(), phase: 1, progress: 0.25, work: 1, memory: 0.16 };

async function bookOf(t: number) {
  const arrived = vi.fn();
  const book = createBook(async (request) => detailOf(scenario, request), arrived);
  insideAt(timeline, 0, t, 1e-6, activity, book);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalled());
  return book;
}

it('follows a matrix product tile by tile: what is loaded is computed next, then drained', async () => {
  const { from, seconds } = entry((e) => kind[e] === Kind.matmul);
  const book = await bookOf(from + seconds / 2);
  // Slow enough for every tile.
  const pace = seconds / 1000;
  let drained = 0;
  for (let i = 1; i < 100; i++) {
    const t = from + (seconds * i) / 100;
    const inside = insideAt(timeline, 0, t, pace, activity, book);
    expect(inside.level).toBeCloseTo(i / 100, 6);
    expect(inside.tensor).toBe(1);
    for (const share of [...inside.busy, ...inside.done]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(inside.tile).toBeGreaterThanOrEqual(drained);
    drained = inside.tile;
  }
  expect(drained).toBeGreaterThan(0);
  // Nothing has been computed when the first tile is being loaded.
  const early = insideAt(timeline, 0, from + seconds * 1e-3, pace, activity, book);
  expect(early.done[2]).toBe(0);
});

it('says that it is not the tensor engine that works where nothing is multiplied', async () => {
  const { from, seconds } = entry((e) => kind[e] === Kind.memory && flops[e] === 0);
  const book = await bookOf(from + seconds / 2);
  const inside = insideAt(timeline, 0, from + seconds / 2, seconds / 1000, activity, book);
  expect(inside.tensor).toBe(0);
  expect(inside.read).toBeCloseTo(0.5, 6);
});

it('shows kernels that are too short to be seen by the shares of their pass', async () => {
  const { from, seconds } = entry((e) => kind[e] === Kind.matmul);
  const book = await bookOf(from + seconds / 2);
  const inside = insideAt(timeline, 0, from + seconds / 2, seconds * 10, activity, book);
  expect(inside.level).toBe(activity.progress);
  expect(inside.busy).toEqual([0.4, 1, 1, 0.4]);
});

it('rests while the links carry a collective, with what was computed lying there', async () => {
  const { from, seconds } = entry((e) => isCollective(kind[e]));
  const waits = { ...activity, work: 0, memory: 0, link: 1 };
  const book = createBook(
    () => Promise.reject(new Error('not asked')),
    () => {},
  );
  const inside = insideAt(timeline, 0, from + seconds / 2, seconds / 10, waits, book);
  expect(inside.level).toBe(1);
  expect(inside.busy).toEqual([0, 0, 0, 0]);
});

it('is a function of time alone', async () => {
  const { from, seconds } = entry((e) => kind[e] === Kind.matmul);
  const book = await bookOf(from + seconds / 2);
  const at = (share: number) =>
    structuredClone(insideAt(timeline, 0, from + seconds * share, seconds / 1000, activity, book));
  const once = at(0.4);
  at(0.9);
  expect(at(0.4)).toEqual(once);
});
