import { describe, expect, it } from 'vitest';
import {
  dataChoices,
  expertChoices,
  globalBatchChoices,
  nearest,
  neighbour,
  pipelineChoices,
  sequenceChoices,
  tensorChoices,
} from '../../../src/panels/scenario/choices.ts';
import { withSchedule, withSize } from '../../../src/panels/scenario/LayoutFields.tsx';
import { resolveScenario } from '../../../src/scenario/resolve.ts';

const opening = resolveScenario({});

describe('choices', () => {
  it('of tensor divide heads and ffn', () => {
    expect(tensorChoices(opening)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  });

  it('of pipeline reach the layers, of data the chips', () => {
    expect(pipelineChoices(opening).at(-1)).toBe(126);
    expect(dataChoices(opening)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 644]);
  });

  it('of expert divide the experts and the replicas; 1 without experts', () => {
    expect(expertChoices(opening)).toEqual([1]);
    const mixture = resolveScenario({
      model: 'mixtral-8x22b',
      parallel: { tensor: 8, pipeline: 4, data: 16 },
    });
    expect(expertChoices(mixture)).toEqual([1, 2, 4, 8]);
  });

  it('of the batch are all accepted', () => {
    for (const globalBatch of globalBatchChoices(opening))
      expect(resolveScenario({ training: { globalBatch } }).training.globalBatch).toBe(globalBatch);
    for (const sequence of sequenceChoices(opening))
      expect(resolveScenario({ training: { sequence } }).training.sequence).toBe(sequence);
  });

  it('are stepped to the next one and slid to the nearest', () => {
    expect(neighbour([1, 2, 4, 8], 4, 1)).toBe(8);
    expect(neighbour([1, 2, 4, 8], 3, -1)).toBe(2);
    expect(neighbour([1, 2, 4, 8], 8, 1)).toBe(8);
    expect(nearest([1, 2, 4, 8], 5)).toBe(2);
  });
});

describe('sizes and schedule', () => {
  it('follow each other where they belong together', () => {
    expect(withSize({ parallel: { schedule: '1f1b' } }, 'virtual', 2)).toEqual({ parallel: { virtual: 2 } });
    expect(withSchedule({ parallel: { virtual: 2, tensor: 8 } }, '1f1b')).toEqual({
      parallel: { tensor: 8, schedule: '1f1b' },
    });
    expect(withSize({ parallel: { tensor: 8, data: 2 } }, 'data', undefined)).toEqual({
      parallel: { tensor: 8 },
    });
  });
});
