import { describe, expect, it } from 'vitest';
import { activityAt } from '../../../src/scene/near/activity.ts';
import { createRecorder } from '../../../src/timeline/recorder.ts';
import { Kind, Stream } from '../../../src/timeline/timeline.ts';

/** One forward of 10 s: 4 s of matmul (8 bytes), 2 s of all-gather, 4 s of matmul; then 2 s of message to class 1. */
function step() {
  const recorder = createRecorder(2);
  const entry = { layer: 0, flops: 0 };
  const pattern = recorder.pattern([
    { ...entry, start: 0, end: 4, kind: Kind.matmul, bytes: 8 },
    { ...entry, start: 4, end: 6, kind: Kind.tensorAllGather, bytes: 3 },
    { ...entry, start: 6, end: 10, kind: Kind.matmul, bytes: 8 },
  ]);
  recorder.span(0, Stream.compute, { start: 0, end: 10, kind: Kind.forward, pattern });
  recorder.span(0, Stream.sendForward, { start: 10, end: 12, kind: Kind.sendForward, bytes: 5, peer: 1 });
  return recorder.finish(20);
}

const slow = 1;
const bandwidth = 4;

describe('activityAt', () => {
  const timeline = step();

  it('has finite shares at the very instant a pass begins', () => {
    const a = activityAt(timeline, 0, 0, slow, bandwidth);
    expect(Object.values(a).every(Number.isFinite)).toBe(true);
    expect(a).toMatchObject({ phase: 1, link: 0, efa: 0 });
    expect(a.work).toBeCloseTo(1, 6);
  });

  it('fills with the pass and computes while no collective runs', () => {
    const a = activityAt(timeline, 0, 2, slow, bandwidth);
    expect(a).toMatchObject({ phase: 1, progress: 0.2, link: 0, efa: 0 });
    expect(a.work).toBeCloseTo(1, 9);
    expect(a.memory).toBeCloseTo(0.5, 9);
  });

  it('does not compute while it waits for a collective, and mixes neither with the other', () => {
    const a = activityAt(timeline, 0, 4.01, slow, bandwidth);
    expect(a.link).toBeCloseTo(1, 9);
    expect(a.work).toBeCloseTo(0, 9);
    expect(activityAt(timeline, 0, 6.01, slow, bandwidth).work).toBeCloseTo(1, 9);
  });

  it('shows a wait that can be seen as a wait, whatever came before it', () => {
    const a = activityAt(timeline, 0, 10.1, slow, bandwidth);
    expect(a).toMatchObject({ phase: 0, progress: 0, link: 0, work: 0 });
  });

  it('shows a share of time at fast speed, with pulses at a legible pace', () => {
    const fast = 40;
    const a = activityAt(timeline, 0, 10, fast, bandwidth);
    expect(a.link).toBeCloseTo(0.2, 9);
    expect(a.work).toBeCloseTo(0.8, 9);
    const later = activityAt(timeline, 0, 10 + fast / 10, fast, bandwidth);
    expect(later.linkHead - a.linkHead).toBeGreaterThan(0.05);
    expect(later.linkHead - a.linkHead).toBeLessThan(0.2);
  });

  it('sends EFA up from the sender and down into the receiver', () => {
    expect(activityAt(timeline, 0, 11, slow, bandwidth).efa).toBeCloseTo(1, 9);
    expect(activityAt(timeline, 1, 11, slow, bandwidth).efa).toBeCloseTo(-1, 9);
    expect(activityAt(timeline, 1, 15, slow, bandwidth)).toMatchObject({ phase: 0, efa: 0, link: 0 });
  });

  it('is a function of time alone, whichever way the step was scrubbed', () => {
    const forwards = activityAt(timeline, 0, 5.1, slow, bandwidth);
    activityAt(timeline, 0, 11.7, slow, bandwidth);
    expect(activityAt(timeline, 0, 5.1, slow, bandwidth)).toEqual(forwards);
  });
});
