import { expect, it, vi } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { createBook, type Kernel, type Running } from '../../../src/scene/near/book.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { isCollective } from '../../../src/timeline/spans.ts';
import { Stream } from '../../../src/timeline/timeline.ts';

const scenario = resolveScenario({
  cluster: 'ultraserver',
  model: 'llama-3.1-8b',
  parallel: { tensor: 16, pipeline: 1 },
});

it('asks once for each sort of collective, and knows when the one under way ends', async () => {
  const { timeline } = simulateStep(scenario);
  const inside = vi.fn(async (request: Parameters<typeof detailOf>[1]) => detailOf(scenario, request));
  const arrived = vi.fn();
  const book = createBook(inside, arrived);
  const running: Running = { rings: null, end: 0 };
  const span = timeline.tracks[Stream.compute];
  const pattern = timeline.pattern[span];
  const { offsets, start, end, kind, bytes } = timeline.patterns;
  const names = new Set<string>();
  for (let pass = 0; pass < 2; pass++) {
    for (let e = offsets[pattern]; e < offsets[pattern + 1]; e++) {
      if (!isCollective(kind[e])) continue;
      names.add(`${kind[e]} ${bytes[e]} ${(end[e] - start[e]).toPrecision(6)}`);
      const t = timeline.start[span] + (start[e] + end[e]) / 2;
      expect(book.find(timeline, 0, t, running)).toBe(true);
      expect(running.end).toBeCloseTo(timeline.start[span] + end[e], 12);
      if (pass === 1) expect(running.rings?.seconds).toBeCloseTo(end[e] - start[e], 9);
    }
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(names.size));
  }
  expect(inside).toHaveBeenCalledTimes(names.size);
});

it('asks once for each sort of kernel, whose tiles take as long as it does', async () => {
  const { timeline } = simulateStep(scenario);
  const inside = vi.fn(async (request: Parameters<typeof detailOf>[1]) => detailOf(scenario, request));
  const arrived = vi.fn();
  const book = createBook(inside, arrived);
  const kernel: Kernel = { tiles: null, start: 0, end: 0 };
  const span = timeline.tracks[Stream.compute];
  const pattern = timeline.pattern[span];
  const { offsets, start, end, kind, bytes, flops } = timeline.patterns;
  const names = new Set<string>();
  for (let pass = 0; pass < 2; pass++) {
    for (let e = offsets[pattern]; e < offsets[pattern + 1]; e++) {
      const t = timeline.start[span] + (start[e] + end[e]) / 2;
      expect(book.kernel(timeline, 0, t, kernel)).toBe(!isCollective(kind[e]) && end[e] > start[e]);
      if (isCollective(kind[e]) || end[e] <= start[e]) continue;
      names.add(`${kind[e]} ${bytes[e]} ${flops[e]} ${(end[e] - start[e]).toPrecision(6)}`);
      expect(kernel.start).toBeCloseTo(timeline.start[span] + start[e], 12);
      expect(kernel.end).toBeCloseTo(timeline.start[span] + end[e], 12);
      if (pass === 1) expect(kernel.tiles?.timeline.seconds).toBeCloseTo(end[e] - start[e], 9);
    }
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(names.size));
  }
  expect(inside).toHaveBeenCalledTimes(names.size);
});

it('finds nothing while no pass runs', () => {
  const { timeline } = simulateStep(scenario);
  const book = createBook(
    () => Promise.reject(new Error('not asked')),
    () => {},
  );
  expect(book.find(timeline, 0, timeline.seconds + 1, { rings: null, end: 0 })).toBe(false);
  expect(book.kernel(timeline, 0, timeline.seconds + 1, { tiles: null, start: 0, end: 0 })).toBe(false);
});
