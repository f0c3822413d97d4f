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
    // Gathered and scattered: half of 1,024 bytes, 4 times a layer and pass, 2 layers, once more for the embedding.
    expect(first.tensor).toBeGreaterThan(4 * 2 * 2 * 4 * 512);
    expect(first.data).toBeGreaterThan(0);
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
