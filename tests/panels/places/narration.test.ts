import { describe, expect, it } from 'vitest';
import { placeJob } from '../../../src/cluster/job.ts';
import { populationOf } from '../../../src/cluster/population.ts';
import { formatOf } from '../../../src/look/format.ts';
import { createNarration } from '../../../src/panels/places/narration.ts';
import { narrationText, stateText, twigName } from '../../../src/panels/places/wording.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { wordsOf } from '../../../src/state/words.tsx';

const slow = { playing: true, speed: 0.1, duration: 10 };

describe('the narration', () => {
  it('waits six seconds between sentences, and says none twice', () => {
    const narrate = createNarration();
    expect(narrate('slow', slow, 0, () => 'forward')).toBe('forward');
    expect(narrate('slow', slow, 3000, () => 'backward')).toBeNull();
    expect(narrate('slow', slow, 6000, () => 'forward')).toBeNull();
    expect(narrate('slow', slow, 6100, () => 'backward')).toBe('backward');
  });

  it('is silent while the playhead is dragged, where it is switched off, and while the step flies by', () => {
    const narrate = createNarration();
    expect(narrate('always', { ...slow, playing: false }, 0, () => 'forward')).toBeNull();
    expect(narrate('off', slow, 0, () => 'forward')).toBeNull();
    expect(narrate('slow', { ...slow, speed: 1 }, 0, () => 'forward')).toBeNull();
    expect(narrate('always', { ...slow, speed: 1 }, 0, () => 'forward')).toBe('forward');
  });
});

describe('what a place is said to do', () => {
  const scenario = resolveScenario({});
  const job = placeJob(scenario, scenario.cluster.site!);
  const { timeline } = simulateStep(scenario);
  const words = wordsOf('en');
  const say = (address: number[], t: number) =>
    stateText(words, formatOf('en'), timeline, populationOf(job, address), t);

  it('waits in the last row while the first begins', () => {
    expect(say([1, 1, 1], 1e-3)).toBe('computes: forward');
    expect(say([1, 1, 12], 1e-3)).toBe('waits');
  });

  it('counts where some compute, and says what most do', () => {
    expect(say([1, 1], 1e-3)).toBe('1,472 of 17,664 chips compute');
    const hall = populationOf(job, [1, 1]);
    expect(narrationText(words, 'Hall 1', timeline, hall, 1e-3)).toBe('Hall 1: mostly waiting');
    const row = populationOf(job, [1, 1, 1]);
    expect(narrationText(words, 'Row 1', timeline, row, 1e-3)).toBe('Row 1: forward');
  });

  it('has no chips on a head tray, which is named with its server', () => {
    expect(say([1, 1, 1, 1, 2, 1], 0)).toBe('no chips');
    expect(twigName(words, [1, 1, 1, 1, 2, 1])).toBe('Server 2, Head tray');
  });
});
