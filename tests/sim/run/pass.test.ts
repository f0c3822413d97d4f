import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/sim/run/flow.ts';
import { type PassPart, playPass } from '../../../src/sim/run/pass.ts';
import type { TimedEntry } from '../../../src/sim/run/template.ts';
import { Kind } from '../../../src/timeline/timeline.ts';

const work = (seconds: number): TimedEntry => ({
  ...{ type: 'compute', queue: null, kind: Kind.matmul, seconds, bytes: 0, flops: 1, load: [0] },
});
const NETWORK = [0, 0, 1];
const move = (kind: Kind, seconds: number): Flow => ({
  ...{ type: 'collective', kind, seconds, bytes: 8, load: NETWORK, queue: 'dense' },
});
const alone = { engines: 0, message: null };
const gather = (seconds: number) => move(Kind.dataAllGather, seconds);
const scatter = (seconds: number) => move(Kind.dataReduceScatter, seconds);
const part = (layer: number, seconds: number, more: Partial<PassPart> = {}): PassPart => ({
  ...{ layer, entries: [work(seconds)], gathers: [], scatters: [] },
  ...more,
});

describe('playPass', () => {
  it('runs parts one after the other where nothing moves', () => {
    const pass = playPass([part(0, 2), part(1, 3)], { engines: 0.2, message: null });
    expect(pass.seconds).toBe(5);
    expect(pass.pattern.map(({ start, end, layer }) => [start, end, layer])).toEqual([
      [0, 2, 0],
      [2, 5, 1],
    ]);
    expect(pass.data).toEqual([]);
  });

  it('waits for the first weights alone where the others come in time', () => {
    const pass = playPass(
      [part(0, 2, { gathers: [gather(1)] }), part(1, 2, { gathers: [gather(1)] })],
      alone,
    );
    expect(pass.seconds).toBe(5);
    expect(pass.pattern.map(({ kind }) => kind)).toEqual([Kind.dataAllGather, Kind.matmul, Kind.matmul]);
    expect(pass.data.map(({ start }) => start)).toEqual([0, 1]);
  });

  it('is as long as its traffic where that is longer', () => {
    const parts = [0, 1, 2].map((layer) => part(layer, 1, { gathers: [gather(4)] }));
    expect(playPass(parts, alone).seconds).toBe(13);
  });

  it('ends when the last gradients have left', () => {
    const pass = playPass(
      [part(1, 2, { scatters: [scatter(1)] }), part(0, 2, { scatters: [scatter(1.5)] })],
      alone,
    );
    expect(pass.seconds).toBe(5.5);
    expect(pass.pattern.at(-1)).toMatchObject({ start: 4, end: 5.5, kind: Kind.dataReduceScatter });
  });

  it('slows compute beside traffic', () => {
    const parts = [part(0, 10, { gathers: [gather(1)] }), part(1, 10, { gathers: [gather(1)] })];
    // The first gather shows; during the second, compute does half a second's work in a second.
    expect(playPass(parts, { engines: 0.5, message: null }).seconds).toBeCloseTo(1 + 20 + 0.5, 9);
  });

  it('shares links with the message that leaves as it begins, for which it does not wait', () => {
    const exchange: TimedEntry = {
      ...{ ...work(2), type: 'collective', kind: Kind.tensorAllGather, load: NETWORK },
    };
    const parts = [{ ...part(0, 0), entries: [exchange, work(3)] }];
    const message: Flow = { ...move(Kind.sendForward, 1), queue: 'message', engines: 0 };
    const pass = playPass(parts, { engines: 0.5, message });
    // Both at half speed for 2 s; then the collective alone for another.
    expect(pass.message).toBe(2);
    expect(pass.pattern.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 6],
    ]);
    expect(playPass(parts, { engines: 0, message: { ...message, seconds: 9 } })).toMatchObject({
      ...{ seconds: 7, message: 11 },
    });
  });

  it('runs the hidden part of a collective beside its operator, and waits for it in the end', () => {
    const hidden: Flow = { ...move(Kind.tensorAllGather, 4), queue: 'hidden' };
    const pass = playPass([{ ...part(0, 0), entries: [{ ...work(3), beside: [hidden] }] }], alone);
    expect(pass.hidden).toEqual([
      { kind: Kind.tensorAllGather, bytes: 8, queue: 'hidden', start: 0, seconds: 4 },
    ]);
    expect(pass.seconds).toBe(4);
  });

  it('does not wait for reductions', () => {
    const parts = [part(0, 2, { reductions: [scatter(5)] }), part(1, 1)];
    const pass = playPass(parts, alone);
    expect(pass.seconds).toBe(3);
    expect(pass.data).toMatchObject([{ start: 2, seconds: 5 }]);
  });
});
