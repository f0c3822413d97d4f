import { describe, expect, it, vi } from 'vitest';
import { detailOf } from '../../src/sim/detail/detail.ts';
import type { Simulator } from '../../src/sim/protocol.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { createClock } from '../../src/state/clock.ts';
import { followDetails } from '../../src/state/details.ts';
import { openState } from '../../src/state/initial.ts';
import { coarser, finer, lensOf } from '../../src/state/lens.ts';
import { createRainierStore } from '../../src/state/store.ts';
import { Kind } from '../../src/timeline/timeline.ts';

async function follow(search: string, chosen = true) {
  const { state } = openState(search, { reducedMotion: false, webgl: true, languages: ['en'] });
  const store = createRainierStore(state);
  const clock = createClock({ request: () => 0, cancel: () => {} }, 0.1);
  let asked = 0;
  const simulator: Simulator = {
    step: async (scenario) => simulateStep(scenario),
    detail: async (scenario, request) => {
      asked += 1;
      return detailOf(scenario, request);
    },
    dispose() {},
  };
  const stop = followDetails(store, clock, simulator, { speed: false });
  const result = await simulator.step(state.resolved, new AbortController().signal);
  clock.setDuration(result.timeline.seconds);
  clock.seek(3.2, chosen);
  store.setState({ result, resultOf: state.resolved });
  return { store, clock, stop, asked: () => asked };
}

describe('following the lens', () => {
  it('asks for the layer at the playhead at an UltraServer, and plays it in some seconds', async () => {
    const { store, clock, stop } = await follow('?at=b1/h2/r4/u17');
    await vi.waitFor(() => expect(store.getState().detail).not.toBeNull());
    const { lens, start, end, subject } = store.getState().detail!;
    expect([lens, subject.cls]).toEqual(['layer', 3]);
    expect(start).toBeLessThanOrEqual(3.2);
    expect(end).toBeGreaterThan(3.2);
    const wall = (end - start) / clock.speed;
    expect(wall).toBeGreaterThan(3);
    expect(wall).toBeLessThan(15);
    stop();
  });

  it('asks again when the playhead leaves it, and not before', async () => {
    const { store, clock, stop, asked } = await follow('?at=b1/h2/r4/u17');
    await vi.waitFor(() => expect(store.getState().detail).not.toBeNull());
    const first = store.getState().detail!;
    clock.seek((first.start + first.end) / 2);
    expect(asked()).toBe(1);
    clock.seek(first.end + 1e-4);
    await vi.waitFor(() => expect(store.getState().detail!.subject.layer).toBe(first.subject.layer + 1));
    expect(asked()).toBe(2);
    stop();
  });

  it('says that a chip that stands still has no kernel, until something else is at hand', async () => {
    const dead = 'b1/h2/r4/u17/s1/t2/c1';
    const { store, stop } = await follow(
      `?at=${dead}&faults=${JSON.stringify([{ at: dead, kind: 'chip' }])}`,
    );
    // The class of the replica that stands still comes after those of the stages.
    store.setState({ lookedInto: { cls: 12, at: dead } });
    await vi.waitFor(() => expect(store.getState().noDetail).toBe(true));
    expect(store.getState().detail).toBeNull();
    store.setState({ selected: 'b1/h2/r4/u16/s1/t2/c1' });
    await vi.waitFor(() => expect(store.getState().detail?.lens).toBe('kernel'));
    expect(store.getState().noDetail).toBe(false);
    stop();
  });

  it('goes on to the next collective when that is the lens, which would be long in coming', async () => {
    const { store, clock, stop } = await follow('?at=b1/h2/r4/u17');
    await vi.waitFor(() => expect(store.getState().detail).not.toBeNull());
    expect(clock.seconds).toBe(3.2);
    store.setState(({ view }) => ({ view: { ...view, lens: 'collective' } }));
    await vi.waitFor(() => expect(store.getState().detail!.lens).toBe('collective'));
    const { start, end } = store.getState().detail!;
    expect(start).toBeGreaterThan(3.2);
    expect(clock.seconds).toBe(start);
    expect((end - start) / clock.speed).toBeGreaterThan(3);
    stop();
  });

  it('runs on to what the lens shows where nobody chose the instant, and comes to rest there', async () => {
    const { store, clock, stop } = await follow('?at=b1/h2/r4/u17/s2/t5/c1', false);
    await vi.waitFor(() => expect(store.getState().detail).not.toBeNull());
    expect(store.getState().detail!.subject.kind).toBe(Kind.matmul);
    const { start, end } = store.getState().detail!;
    expect(clock.seconds).toBeGreaterThan(start);
    expect(clock.seconds).toBeLessThan(end);
    expect(clock.seconds - 3.2).toBeLessThan(0.02);
    const kernel = clock.seconds;
    store.setState(({ view }) => ({ view: { ...view, at: 'b1/h2/r4/u17/s2/t5' }, selected: null }));
    expect(clock.seconds).toBe(kernel);
    store.setState({ selected: 'b1/h2/r4/u17/s2' });
    store.setState(({ view }) => ({ view: { ...view, at: 'b1/h2/r4/u17/s2' } }));
    await vi.waitFor(() => expect(clock.seconds).toBeGreaterThan(kernel));
    await vi.waitFor(() => expect(store.getState().detail!.lens).toBe('layer'));
    clock.seek(3.3);
    store.setState(({ view }) => ({ view: { ...view, at: 'b1/h2/r4/u17/s2/t5/c1' } }));
    await vi.waitFor(() => expect(store.getState().detail!.lens).toBe('kernel'));
    expect(clock.seconds).toBeLessThan(3.3 + 1e-3);
    stop();
  });

  it('lets the detail and its pace go with a coarse lens', async () => {
    const { store, clock, stop } = await follow('?at=b1/h2/r4/u17');
    await vi.waitFor(() => expect(store.getState().detail).not.toBeNull());
    const slow = clock.speed;
    store.setState(({ view }) => ({ view: { ...view, lens: 'step' } }));
    expect(store.getState().detail).toBeNull();
    expect(clock.speed).toBeGreaterThan(10 * slow);
    stop();
  });
});

it('goes with the place, from the step to a tile, and in and out one lens at a time', () => {
  const at = ['', 'b1', 'b1/h2', 'b1/h2/r4', 'b1/h2/r4/u17', 'b1/h2/r4/u17/s1/t2', 'b1/h2/r4/u17/s1/t2/c1'];
  expect(at.map((place) => lensOf({ at: place, lens: null }))).toEqual([
    ...['step', 'step', 'step', 'microbatch', 'layer', 'collective', 'kernel'],
  ]);
  expect(lensOf({ at: '', lens: 'tile' })).toBe('tile');
  expect([finer('step', false), finer('layer', true), finer('layer', false), finer('tile', false)]).toEqual([
    ...['microbatch', 'collective', 'kernel', null],
  ]);
  expect([coarser('step'), coarser('kernel'), coarser('collective'), coarser('tile')]).toEqual([
    ...[null, 'layer', 'layer', 'kernel'],
  ]);
});
