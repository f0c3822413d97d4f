import { describe, expect, it } from 'vitest';
import { activeSpan, busiestStream, classLoad, patternEntryAt, spansIn } from '../../src/timeline/spans.ts';
import { Kind, Stream } from '../../src/timeline/timeline.ts';
import { handMadeTimeline } from './fixture.ts';

const timeline = handMadeTimeline();

describe('activeSpan', () => {
  it('finds the span that covers a time, its start included and its end not', () => {
    expect(activeSpan(timeline, 0, Stream.compute, 0)).toBe(0);
    expect(activeSpan(timeline, 0, Stream.compute, 1)).toBe(1);
    expect(timeline.kind[activeSpan(timeline, 0, Stream.compute, 6.999)]).toBe(Kind.backward);
  });

  it('is -1 between spans, before the first and after the last', () => {
    expect(activeSpan(timeline, 0, Stream.compute, 3)).toBe(-1);
    expect(activeSpan(timeline, 1, Stream.compute, 0)).toBe(-1);
    expect(activeSpan(timeline, 0, Stream.compute, 11.5)).toBe(-1);
    expect(activeSpan(timeline, 1, Stream.sendForward, 1)).toBe(-1);
  });

  it('keeps to the track of its class and stream', () => {
    const { from, to } = spansIn(timeline, 1, Stream.compute);
    expect(to - from).toBe(5);
    expect(activeSpan(timeline, 1, Stream.compute, 2)).toBe(from);
  });
});

describe('patternEntryAt', () => {
  it('looks inside a span', () => {
    const span = activeSpan(timeline, 0, Stream.compute, 1.8);
    expect(timeline.patterns.kind[patternEntryAt(timeline, span, 1.7)]).toBe(Kind.matmul);
    expect(timeline.patterns.kind[patternEntryAt(timeline, span, 1.8)]).toBe(Kind.tensorAllGather);
  });

  it('is -1 for a span without a pattern and outside the span', () => {
    expect(patternEntryAt(timeline, activeSpan(timeline, 0, Stream.compute, 6), 6)).toBe(-1);
    expect(patternEntryAt(timeline, 0, 1.5)).toBe(-1);
    expect(patternEntryAt(timeline, -1, 1.5)).toBe(-1);
  });
});

describe('classLoad', () => {
  it('is bytes over the length of what is under way', () => {
    expect(classLoad(timeline, 0, Stream.sendForward, 1.25)).toBe(64);
    expect(classLoad(timeline, 0, Stream.data, 10.5)).toBe(128);
    expect(classLoad(timeline, 0, Stream.sendForward, 1.75)).toBe(0);
  });

  it('reads the scale-up stream from inside the patterns', () => {
    expect(classLoad(timeline, 0, Stream.scaleUp, 0.8)).toBe(256);
    expect(classLoad(timeline, 0, Stream.scaleUp, 0.2)).toBe(0);
  });

  it('names the busiest stream, or -1', () => {
    expect(busiestStream(timeline, 0, 1.25)).toBe(Stream.sendForward);
    expect(busiestStream(timeline, 0, 1.8)).toBe(Stream.scaleUp);
    expect(busiestStream(timeline, 0, 3)).toBe(-1);
  });
});
