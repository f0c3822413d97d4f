import { expect, it } from 'vitest';
import { createRecorder } from '../../src/timeline/recorder.ts';
import { Kind, Stream } from '../../src/timeline/timeline.ts';

it('sorts spans by class and stream, however they come', () => {
  const recorder = createRecorder(2);
  const at = (cls: number, stream: Stream, start: number) =>
    recorder.span(cls, stream, { start, end: start + 1, kind: Kind.forward, microbatch: start });
  at(1, Stream.data, 0);
  at(0, Stream.compute, 5);
  at(1, Stream.compute, 2);
  at(0, Stream.compute, 7);
  const timeline = recorder.finish(8);
  expect([...timeline.tracks]).toEqual([0, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4]);
  expect([...timeline.start]).toEqual([5, 7, 2, 0]);
  expect([...timeline.microbatch]).toEqual([5, 7, 2, 0]);
});

it('grows past its first size', () => {
  const recorder = createRecorder(1);
  for (let i = 0; i < 3000; i++) {
    recorder.span(0, Stream.compute, { start: i, end: i + 0.5, kind: Kind.forward });
  }
  const { start } = recorder.finish(3000);
  expect(start).toHaveLength(3000);
  expect(start[2999]).toBe(2999);
});

it('refuses a span that overlaps the one before', () => {
  const recorder = createRecorder(1);
  recorder.span(0, Stream.compute, { start: 0, end: 2, kind: Kind.forward });
  expect(() => recorder.span(0, Stream.compute, { start: 1, end: 3, kind: Kind.forward })).toThrow(
    'span goes back on class 0, stream 0: 1',
  );
});
