import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/facts/models.ts';
import { isMixture, mixtureCount, mixturePattern } from '../../src/scenario/layers.ts';
import { completeShape } from '../../src/scenario/shape.ts';
import { splitLayers } from '../../src/scenario/stages.ts';

const lengths = (model: Parameters<typeof splitLayers>[0], pipeline: number, virtual = 1) =>
  splitLayers(model, pipeline, virtual).map((stage) => stage.chunks.map((chunk) => chunk.count));

describe('splitLayers', () => {
  it('gives the stage with the head fewer layers and the first stages the shorter runs', () => {
    expect(lengths(models['llama-3.1-405b'].shape, 12).flat()).toEqual([
      10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 10,
    ]);
  });

  it('gives run c × pipeline + s to chunk c of stage s', () => {
    const shape = completeShape({ layers: 8, hidden: 64, heads: 4, vocab: 1 });
    const stages = splitLayers(shape, 2, 2);
    expect(stages.map((s) => s.chunks.map((c) => c.first))).toEqual([
      [0, 4],
      [2, 6],
    ]);
    expect(stages[0].chunks.map((c) => c.embedding)).toEqual([true, false]);
    expect(stages[1].chunks.map((c) => c.head)).toEqual([false, true]);
  });

  it('leaves one layer to the stage of a head as dear as many layers', () => {
    const shape = completeShape({ layers: 9, hidden: 64, heads: 4, vocab: 100_000 });
    expect(lengths(shape, 3).flat()).toEqual([4, 4, 1]);
  });

  it('covers every layer once, none empty, with the dearest run as cheap as an exhaustive search finds', () => {
    const shape = fc.record({
      layers: fc.integer({ min: 1, max: 9 }),
      parts: fc.integer({ min: 1, max: 9 }),
      vocab: fc.integer({ min: 1, max: 3000 }),
      firstDense: fc.integer({ min: 0, max: 4 }),
      every: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(shape, ({ layers, parts, vocab, firstDense, every }) => {
        fc.pre(parts <= layers);
        const experts = { count: 8, active: 3, firstDense: Math.min(firstDense, layers), every };
        const model = completeShape({ layers, hidden: 64, heads: 4, ffn: 128, vocab, experts });
        const found = lengths(model, parts).flat();
        expect(found.reduce((a, b) => a + b, 0)).toBe(layers);
        expect(Math.min(...found)).toBeGreaterThan(0);
        const costs = Array.from({ length: layers }, (_, i) =>
          isMixture(model, i) ? layerCost(3) + 64 * 8 : layerCost(1),
        );
        expect(dearest(costs, found, vocab * 64)).toBe(cheapest(costs, parts, vocab * 64));
      }),
      { numRuns: 300 },
    );
  });
});

/** Weights a token meets: attention of width 64 and some gated MLPs of width 128. */
function layerCost(mlps: number): number {
  return 4 * 64 * 64 + mlps * 3 * 64 * 128;
}

function dearest(costs: readonly number[], lengths: readonly number[], head: number): number {
  let first = 0;
  return Math.max(
    ...lengths.map((length, part) => {
      const run = costs.slice(first, first + length).reduce((a, b) => a + b, 0);
      first += length;
      return run + (part === lengths.length - 1 ? head : 0);
    }),
  );
}

/** Cost of the dearest run in the best of all cuts. */
function cheapest(costs: readonly number[], parts: number, head: number): number {
  if (parts === 1) return costs.reduce((a, b) => a + b, 0) + head;
  let best = Number.POSITIVE_INFINITY;
  for (let length = 1; length <= costs.length - parts + 1; length++) {
    const run = costs.slice(0, length).reduce((a, b) => a + b, 0);
    best = Math.min(best, Math.max(run, cheapest(costs.slice(length), parts - 1, head)));
  }
  return best;
}

describe('mixturePattern', () => {
  it('describes any choice of layers exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (mixtures) => {
        const pattern = mixturePattern(mixtures);
        if (!pattern) {
          expect(mixtures).not.toContain(true);
          return;
        }
        const shape = completeShape({
          layers: mixtures.length,
          hidden: 64,
          heads: 4,
          experts: { count: 2, active: 1, ...pattern },
        });
        expect(mixtures.map((_, layer) => isMixture(shape, layer))).toEqual(mixtures);
        expect(mixtureCount(shape)).toBe(mixtures.filter(Boolean).length);
      }),
    );
  });
});
