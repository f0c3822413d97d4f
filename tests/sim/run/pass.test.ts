import { describe, expect, it } from 'vitest';
import { type DataCost, type PassPart, playPass } from '../../../src/sim/run/pass.ts';
import type { TimedEntry } from '../../../src/sim/run/template.ts';
import { Kind } from '../../../src/timeline/timeline.ts';

const work = (seconds: number): TimedEntry => ({
  ...{ kind: Kind.matmul, seconds, bytes: 0, flops: 1, wires: null },
});
const move = (kind: Kind, seconds: number): DataCost => ({ kind, seconds, bytes: 8, wires: 'scaleOut' });
const gather = (seconds: number) => move(Kind.dataAllGather, seconds);
const scatter = (seconds: number) => move(Kind.dataReduceScatter, seconds);
const part = (layer: number, seconds: number, more: Partial<PassPart> = {}): PassPart => ({
  ...{ layer, entries: [work(seconds)], gathers: [], scatters: [] },
  ...more,
});

describe('playPass', () => {
  it('runs parts one after the other where nothing moves', () => {
    const pass = playPass([part(0, 2), part(1, 3)], 0.2);
    expect(pass.seconds).toBe(5);
    expect(pass.pattern.map(({ start, end, layer }) => [start, end, layer])).toEqual([
      [0, 2, 0],
      [2, 5, 1],
    ]);
    expect(pass.through).toEqual([1, 2]);
    expect(pass.data).toEqual([]);
  });

  it('waits for the first weights alone where the others come in time', () => {
    const pass = playPass([part(0, 2, { gathers: [gather(1)] }), part(1, 2, { gathers: [gather(1)] })], 0);
    expect(pass.seconds).toBe(5);
    expect(pass.pattern.map(({ kind }) => kind)).toEqual([Kind.dataAllGather, Kind.matmul, Kind.matmul]);
    expect(pass.data.map(({ start }) => start)).toEqual([0, 1]);
  });

  it('is as long as its traffic where that is longer', () => {
    const parts = [0, 1, 2].map((layer) => part(layer, 1, { gathers: [gather(4)] }));
    expect(playPass(parts, 0).seconds).toBe(13);
  });

  it('ends when the last gradients have left', () => {
    const pass = playPass(
      [part(1, 2, { scatters: [scatter(1)] }), part(0, 2, { scatters: [scatter(1.5)] })],
      0,
    );
    expect(pass.seconds).toBe(5.5);
    expect(pass.pattern.at(-1)).toMatchObject({ start: 4, end: 5.5, kind: Kind.dataReduceScatter });
  });

  it('slows compute beside traffic', () => {
    const pass = playPass(
      [part(0, 10, { gathers: [gather(1)] }), part(1, 10, { gathers: [gather(1)] })],
      0.5,
    );
    // Two seconds of traffic beside twenty: a tenth of the time, half as slow.
    expect(pass.seconds).toBeCloseTo(1 + 20 * 1.05, 9);
  });
});
