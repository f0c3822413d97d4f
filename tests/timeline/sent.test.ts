import { describe, expect, it } from 'vitest';
import { simulateStep } from '../../src/sim/step.ts';
import { sentOf } from '../../src/timeline/sent.ts';
import { scenarioWith, TINY } from '../sim/scenario.ts';

describe('what chips send', () => {
  it('are messages to the stages beside, collectives of the tensor group, and gradients', () => {
    const scenario = scenarioWith({
      model: TINY,
      training: { sequence: 64, globalBatch: 8, zero: 0 },
      parallel: { tensor: 2, pipeline: 2, data: 2 },
    });
    const [first, second] = sentOf(simulateStep(scenario).timeline);
    // 4 microbatches of 64 tokens of 8 numbers of 2 bytes, half on each of two chips.
    expect([first.next, second.next, first.previous, second.previous]).toEqual([2048, 0, 0, 2048]);
    expect([first.context, first.expert]).toEqual([0, 0]);
    // Half of 64 · 8 · 2 bytes: 4 times in each pass of a layer, 2 layers, and once in each pass of the embedding.
    expect(first.tensor).toBe(4 * (2 * 2 * 4 + 2) * 512);
    // fp32 gradients of 2 layers (272 weights each) and half of the embedding, all-reduced between two.
    expect(first.data).toBe(4 * (2 * 272 + 128));
  });

  it('sends nothing where one chip does all', () => {
    const scenario = scenarioWith({
      model: TINY,
      training: { sequence: 64, globalBatch: 3 },
      parallel: { tensor: 1, pipeline: 1, data: 1 },
    });
    expect(sentOf(simulateStep(scenario).timeline)).toEqual([
      { tensor: 0, context: 0, expert: 0, next: 0, previous: 0, data: 0 },
    ]);
  });
});
