import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateStep } from '../../src/sim/step.ts';
import { heldAt } from '../../src/timeline/held.ts';
import { ratesIn, workIn } from '../../src/timeline/rates.ts';
import { sentOf } from '../../src/timeline/sent.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { scenarioWith } from '../sim/scenario.ts';
import { handMadeTimeline } from './fixture.ts';

const hand = handMadeTimeline();

describe('the rates of a window', () => {
  it('are means over it, by kind', () => {
    // Forward 0 … 1 s sends 64 bytes in its last quarter, then 32 over half a second.
    expect(ratesIn(hand, 0, 0.5, 1)[Kind.tensorAllGather]).toBe(128);
    expect(ratesIn(hand, 0, 0.875, 1)[Kind.tensorAllGather]).toBe(256);
    expect(ratesIn(hand, 0, 0, 0.75)[Kind.tensorAllGather]).toBe(0);
    expect(ratesIn(hand, 0, 1, 1.5)[Kind.sendForward]).toBe(64);
    expect(ratesIn(hand, 0, 9, 11)[Kind.dataAllReduce]).toBe(64);
  });

  const { timeline } = simulateStep(scenarioWith({ training: { zero: 1 } }));
  it('add up to all that is sent in the step', () => {
    const sent = sentOf(timeline);
    for (let cls = 0; cls < timeline.classes; cls++) {
      const rates = ratesIn(timeline, cls, 0, timeline.seconds).map((rate) => rate * timeline.seconds);
      const tensor = rates[Kind.tensorAllGather] + rates[Kind.tensorReduceScatter];
      expect(tensor / sent[cls].tensor).toBeCloseTo(1, 9);
      if (sent[cls].next > 0) expect(rates[Kind.sendForward] / sent[cls].next).toBeCloseTo(1, 9);
      const data = rates[Kind.dataReduceScatter] + rates[Kind.dataAllGather] + rates[Kind.dataAllReduce];
      // What still travels when the step ends is not in it.
      expect(data).toBeLessThanOrEqual(sent[cls].data * (1 + 1e-9));
    }
  });

  it('of two windows that follow each other make those of both', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.8, noNaN: true }),
        fc.double({ min: 0.01, max: 0.1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.1, noNaN: true }),
        fc.nat(),
        (at, first, second, pick) => {
          const cls = pick % timeline.classes;
          const [a, b, c] = [at, at + first, at + first + second].map((x) => x * timeline.seconds);
          const [left, right, both] = [
            ratesIn(timeline, cls, a, b),
            ratesIn(timeline, cls, b, c),
            ratesIn(timeline, cls, a, c),
          ];
          both.forEach((rate, kind) => {
            expect(left[kind] * (b - a) + right[kind] * (c - b)).toBeCloseTo(rate * (c - a), -1);
          });
          expect(workIn(timeline, cls, a, b) * (b - a) + workIn(timeline, cls, b, c) * (c - b)).toBeCloseTo(
            workIn(timeline, cls, a, c) * (c - a),
            6,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the share of work', () => {
  it('leaves out collectives and waiting, and counts spans without an inside whole', () => {
    expect(workIn(hand, 0, 0, 1)).toBe(0.75);
    expect(workIn(hand, 0, 2, 4)).toBe(0);
    expect(workIn(hand, 0, 5, 7)).toBe(1);
    expect(workIn(hand, 1, 2, 3)).toBe(0.5 + 0.25);
  });
});

describe('held activations', () => {
  it('are taken by a forward and let go by its backward', () => {
    // Stage 0: both microbatches from 1 s, the first gone at 7 s, the second at 10 s.
    expect([0.5, 1.5, 6, 7, 9, 10].map((t) => heldAt(hand, 0, t))).toEqual([0.5, 1, 1, 0.5, 0.5, 0]);
    // Stage 1 never holds more than one.
    expect([1, 2, 4, 4.5, 5, 7.5].map((t) => heldAt(hand, 1, t))).toEqual([0, 1, 1, 1, 1, 0]);
  });

  it.each(['gpipe', '1f1b', 'interleaved', 'zb-h1', 'dualpipe'] as const)(
    'begin and end empty and are full once with %s',
    (schedule) => {
      const { timeline } = simulateStep(
        scenarioWith({
          parallel: { schedule, pipeline: 4, data: 8, virtual: schedule === 'interleaved' ? 2 : 1 },
          training: { globalBatch: 128 },
        }),
      );
      for (let cls = 0; cls < timeline.classes; cls++) {
        const seen = Array.from({ length: 400 }, (_, i) =>
          heldAt(timeline, cls, (i / 399) * timeline.seconds),
        );
        expect(Math.max(...seen)).toBeGreaterThan(0.7);
        expect(Math.max(...seen)).toBeLessThanOrEqual(1);
        expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
        expect(heldAt(timeline, cls, timeline.seconds)).toBe(0);
        expect(heldAt(timeline, cls, -1e-9)).toBe(0);
      }
    },
  );
});
