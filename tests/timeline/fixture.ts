import { createRecorder } from '../../src/timeline/recorder.ts';
import { Kind, Stream, type Timeline } from '../../src/timeline/timeline.ts';

/**
 * Two stages, two microbatches, forward 1 s, backward 2 s, messages 0.5 s, gradients 1 s, optimizer 0.5 s:
 * small enough to check by hand. A forward is a matmul (0.75 s) and an all-gather of 64 bytes (0.25 s).
 */
export function handMadeTimeline(): Timeline {
  const recorder = createRecorder(2);
  const forward = recorder.pattern([
    { start: 0, end: 0.75, kind: Kind.matmul, layer: 0, bytes: 8, flops: 100 },
    { start: 0.75, end: 1, kind: Kind.tensorAllGather, layer: 0, bytes: 64, flops: 0 },
  ]);
  const compute = (cls: number, kind: number, microbatch: number, start: number, end: number) =>
    recorder.span(cls, Stream.compute, {
      ...{ start, end, kind, microbatch },
      pattern: kind === Kind.forward ? forward : -1,
    });
  compute(0, Kind.forward, 0, 0, 1);
  compute(0, Kind.forward, 1, 1, 2);
  compute(0, Kind.backward, 0, 5, 7);
  compute(0, Kind.backward, 1, 8, 10);
  compute(0, Kind.optimizer, -1, 11, 11.5);
  compute(1, Kind.forward, 0, 1.5, 2.5);
  compute(1, Kind.backward, 0, 2.5, 4.5);
  compute(1, Kind.forward, 1, 4.5, 5.5);
  compute(1, Kind.backward, 1, 5.5, 7.5);
  compute(1, Kind.optimizer, -1, 11, 11.5);
  const message = { bytes: 32 };
  recorder.span(0, Stream.sendForward, {
    ...message,
    start: 1,
    end: 1.5,
    kind: Kind.sendForward,
    peer: 1,
    microbatch: 0,
  });
  recorder.span(0, Stream.sendForward, {
    ...message,
    start: 2,
    end: 2.5,
    kind: Kind.sendForward,
    peer: 1,
    microbatch: 1,
  });
  recorder.span(1, Stream.sendBackward, {
    ...message,
    start: 4.5,
    end: 5,
    kind: Kind.sendBackward,
    peer: 0,
    microbatch: 0,
  });
  recorder.span(1, Stream.sendBackward, {
    ...message,
    start: 7.5,
    end: 8,
    kind: Kind.sendBackward,
    peer: 0,
    microbatch: 1,
  });
  recorder.span(0, Stream.data, { start: 10, end: 11, kind: Kind.dataAllReduce, bytes: 128 });
  recorder.span(1, Stream.data, { start: 7.5, end: 8.5, kind: Kind.dataAllReduce, bytes: 128 });
  return recorder.finish(11.5);
}
