import { expect, it } from 'vitest';
import { createPhase, phaseAt } from '../../src/timeline/phase.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { handMadeTimeline } from './fixture.ts';

const timeline = handMadeTimeline();

it('tells the phase, how far it is, and of which microbatch', () => {
  expect(phaseAt(timeline, 0, 5.5)).toEqual({
    ...{ kind: Kind.backward, progress: 0.25, microbatch: 0, chunk: 0, span: 2 },
  });
});

it('tells waiting', () => {
  expect(phaseAt(timeline, 0, 4)).toEqual({
    ...{ kind: Kind.wait, progress: 0, microbatch: -1, chunk: 0, span: -1 },
  });
});

it('writes into the phase it is given', () => {
  const phase = createPhase();
  expect(phaseAt(timeline, 1, 11.25, phase)).toBe(phase);
  expect(phase.kind).toBe(Kind.optimizer);
  expect(phase.progress).toBe(0.5);
});
