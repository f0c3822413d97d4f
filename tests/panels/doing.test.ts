import { describe, expect, it } from 'vitest';
import { deedOf, togetherAt } from '../../src/panels/doing.ts';
import { momentOf } from '../../src/panels/Moment.tsx';
import { wordsOf } from '../../src/state/words.tsx';
import { Kind } from '../../src/timeline/timeline.ts';
import { handMadeTimeline } from '../timeline/fixture.ts';

const timeline = handMadeTimeline();
const both = { chips: 130, working: 128, classes: [0, 1], counts: [64, 64] };
const one = { chips: 64, working: 64, classes: [0], counts: [64] };

describe('deedOf', () => {
  it('tells phase, microbatch, layer and collective', () => {
    const deed = deedOf(timeline, 0, 0.8);
    expect(deed).toMatchObject({
      kind: Kind.forward,
      microbatch: 0,
      inside: Kind.tensorAllGather,
      layer: 0,
      // 64 bytes in a quarter of a second.
      traffic: [{ kind: Kind.tensorAllGather, rate: 256 }],
    });
    expect(deed.progress).toBeCloseTo(0.8, 12);
  });

  it('tells what is sent while the next forward runs', () => {
    expect(deedOf(timeline, 0, 1.25).traffic).toEqual([{ kind: Kind.sendForward, rate: 64 }]);
  });

  it('waits where nothing stands in the record', () => {
    expect(deedOf(timeline, 0, 3)).toEqual({
      kind: Kind.wait,
      progress: 0,
      microbatch: -1,
      inside: null,
      layer: -1,
      traffic: [],
    });
  });
});

describe('togetherAt', () => {
  it('counts chips by phase and the microbatches under way', () => {
    expect(togetherAt(timeline, both, 5.2)).toEqual({
      chips: { forward: 64, backward: 64, optimizer: 0, waiting: 0, outside: 2 },
      microbatches: [0, 1],
    });
    expect(togetherAt(timeline, both, 10.5)).toEqual({
      chips: { forward: 0, backward: 0, optimizer: 0, waiting: 128, outside: 2 },
      microbatches: null,
    });
  });
});

describe('momentOf', () => {
  const words = wordsOf('en');
  it('goes down to the collective where the place holds one stage', () => {
    expect(momentOf(words, timeline, one, 0.8)).toEqual([
      'Step',
      'Microbatch 1',
      'forward',
      'Layer 1',
      'all-gather',
    ]);
    expect(momentOf(words, timeline, one, 3)).toEqual(['Step', 'waiting']);
  });

  it('stays with the microbatches where it holds several, and says where none works', () => {
    expect(momentOf(words, timeline, both, 5.2)).toEqual(['Step', 'Microbatches 1–2']);
    expect(momentOf(words, timeline, both, 11.2)).toEqual(['Step', 'optimizer']);
    expect(momentOf(words, timeline, { ...both, classes: [], counts: [] }, 5.2)).toEqual(['Not in this job']);
  });
});
