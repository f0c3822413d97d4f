import { KIND_NAMES } from './meaning.ts';
import { isCollective, spansIn } from './spans.ts';
import type { Summary } from './summary.ts';
import { Kind, Stream, type Timeline } from './timeline.ts';

/** Bytes of a chip of each class, for the counter of memory. */
export interface ClassMemory {
  /** Weights, gradients, optimizer, buffers. */
  readonly fixed: number;
  /** Activations when most microbatches are in flight. */
  readonly activations: number;
}

/** What a trace tells besides the record. */
export interface TraceOptions {
  readonly name: string;
  readonly summary: Summary;
  /** By class; no counter of memory without it. */
  readonly memory?: readonly ClassMemory[];
}

/** Threads of a stage: what it computes, and each kind of communication. */
const THREADS = [
  'passes',
  'operators',
  'tensor collectives',
  'context exchange',
  'expert all-to-all',
  'activations to the next stage',
  'gradients to the previous stage',
  'gradients and weights of replicas',
  'collectives beside compute',
] as const;
const [PASSES, OPERATORS, TENSOR, CONTEXT, EXPERT, FORWARD, BACKWARD, DATA, BESIDE] = THREADS.map(
  (_, i) => i,
);

/** Colours by phase: names that chrome://tracing reserves; ui.perfetto.dev colours by name. */
const COLOURS: Readonly<Partial<Record<number, string>>> = {
  [Kind.forward]: 'thread_state_running',
  [Kind.backward]: 'rail_animation',
  [Kind.weightGradient]: 'rail_animation',
  [Kind.recompute]: 'rail_load',
  [Kind.optimizer]: 'good',
  [Kind.wait]: 'grey',
};

interface Slice {
  readonly thread: number;
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly args: Readonly<Record<string, number>>;
}

/**
 * The step as Chrome trace JSON, piece by piece, so that a step of any size takes little memory: complete events on
 * processes (stages) and threads (THREADS), and counters of memory (bytes) and of link load (bytes/s). Times in microseconds.
 * ui.perfetto.dev and chrome://tracing open it.
 */
export function* chromeTrace(timeline: Timeline, options: TraceOptions): Generator<string> {
  const { name, summary, memory } = options;
  yield '{"displayTimeUnit":"ms",\n"otherData":';
  yield JSON.stringify({ name, version: 1, step: summary.step, breakdown: summary.breakdown });
  yield ',\n"traceEvents":[\n';
  yield JSON.stringify({ ph: 'M', pid: 0, tid: 0, name: 'process_name', args: { name } });
  for (let cls = 0; cls < timeline.classes; cls++) {
    const pid = cls + 1;
    const meta = (event: string, tid: number, args: object) =>
      `,\n${JSON.stringify({ ph: 'M', pid, tid, name: event, args })}`;
    yield meta('process_name', 0, { name: `Stage ${pid}` });
    yield meta('process_sort_index', 0, { sort_index: pid });
    const used = new Set<number>();
    const load = createLoad();
    for (const slice of slicesOf(timeline, cls)) {
      if (!used.has(slice.thread)) {
        used.add(slice.thread);
        yield meta('thread_name', slice.thread + 1, { name: THREADS[slice.thread] });
        yield meta('thread_sort_index', slice.thread + 1, { sort_index: slice.thread + 1 });
      }
      yield `,\n${JSON.stringify(complete(pid, slice))}`;
      for (const { time, rate } of load.change(slice)) {
        yield counter(pid, THREADS[slice.thread], time, { 'B/s': rate });
      }
    }
    for (const [thread, time] of load.ends) yield counter(pid, THREADS[thread], time, { 'B/s': 0 });
    if (memory?.[cls]) {
      for (const { time, bytes } of memoryOf(timeline, cls, memory[cls])) {
        yield counter(pid, 'memory', time, { bytes });
      }
    }
  }
  yield '\n]}\n';
}

function complete(pid: number, { thread, kind, start, end, args }: Slice): object {
  const cname = COLOURS[kind];
  return {
    ...{ ph: 'X', pid, tid: thread + 1, name: nameOf(kind), cat: categoryOf(thread, kind) },
    ...{ ts: micro(start), dur: micro(micro(end) / 1e6 - micro(start) / 1e6) },
    ...(cname ? { cname } : {}),
    args,
  };
}

function counter(pid: number, name: string, time: number, args: Readonly<Record<string, number>>): string {
  return `,\n${JSON.stringify({ ph: 'C', pid, tid: 0, name, ts: micro(time), args })}`;
}

/** Microseconds, to the picosecond: shorter to read, and nothing overlaps by rounding. */
function micro(seconds: number): number {
  return Math.round(seconds * 1e12) / 1e6;
}

function nameOf(kind: number): string {
  return KIND_NAMES[kind] ?? 'wait';
}

/** `wait` is what stands among the operators and computes nothing: for the host, or for weights and gradients. */
function categoryOf(thread: number, kind: number): 'compute' | 'communication' | 'wait' {
  if (thread !== PASSES && thread !== OPERATORS) return 'communication';
  const computes = kind >= Kind.matmul || kind === Kind.optimizer || thread === PASSES;
  return computes ? 'compute' : 'wait';
}

/** Everything of a class, each thread in order of time. */
function* slicesOf(timeline: Timeline, cls: number): Generator<Slice> {
  const { patterns } = timeline;
  for (const [stream, thread] of [
    [Stream.compute, PASSES],
    [Stream.sendForward, FORWARD],
    [Stream.sendBackward, BACKWARD],
    [Stream.data, DATA],
    [Stream.scaleUp, BESIDE],
  ] as const) {
    const { from, to } = spansIn(timeline, cls, stream);
    for (let span = from; span < to; span++) {
      const [start, end] = [timeline.start[span], timeline.end[span]];
      const pattern = timeline.pattern[span];
      const microbatch = timeline.microbatch[span];
      const own: Record<string, number> = { bytes: timeline.bytes[span] };
      if (microbatch >= 0)
        Object.assign(own, { microbatch: microbatch + 1, chunk: timeline.chunk[span] + 1 });
      if (timeline.peer[span] >= 0) own.to = timeline.peer[span] + 1;
      // Traffic beside a pass is one span with its collectives inside: those are what is told.
      if (stream === Stream.compute || pattern < 0) {
        yield { thread, kind: timeline.kind[span], start, end, args: own };
      }
      if (pattern < 0) continue;
      for (let entry = patterns.offsets[pattern]; entry < patterns.offsets[pattern + 1]; entry++) {
        const kind = patterns.kind[entry];
        const args = {
          ...{ layer: patterns.layer[entry] + 1, bytes: patterns.bytes[entry], flops: patterns.flops[entry] },
          ...(microbatch >= 0 ? { microbatch: microbatch + 1 } : {}),
        };
        yield {
          thread: stream === Stream.compute ? threadOf(kind) : thread,
          ...{ kind, start: start + patterns.start[entry], end: start + patterns.end[entry], args },
        };
      }
    }
  }
}

/** Thread of what stands inside a pass; waits for weights and gradients are among the operators that they delay. */
function threadOf(kind: number): number {
  if (!isCollective(kind)) return OPERATORS;
  if (kind === Kind.contextExchange) return CONTEXT;
  return kind === Kind.expertAllToAll ? EXPERT : TENSOR;
}

/** Load of the links of a thread: up when a slice starts; down at its end, unless the next one starts there. */
function createLoad() {
  const last = new Map<number, number>();
  const change = ({ thread, kind, start, end, args }: Slice): { time: number; rate: number }[] => {
    if (categoryOf(thread, kind) !== 'communication' || end <= start) return [];
    const changes = [{ time: start, rate: args.bytes / (end - start) }];
    const before = last.get(thread);
    if (before !== undefined && before < start) changes.unshift({ time: before, rate: 0 });
    last.set(thread, end);
    return changes;
  };
  return { change, ends: last };
}

/** Memory of a chip of a class over the step: a microbatch's activations stay from its forward pass to the end of its
 *  backward one. */
function memoryOf(timeline: Timeline, cls: number, { fixed, activations }: ClassMemory) {
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  const changes: { time: number; by: number }[] = [];
  for (let span = from; span < to; span++) {
    if (timeline.kind[span] === Kind.forward) changes.push({ time: timeline.start[span], by: 1 });
    if (timeline.kind[span] === Kind.backward) changes.push({ time: timeline.end[span], by: -1 });
  }
  // What ends makes room for what starts at the same time.
  changes.sort((a, b) => a.time - b.time || a.by - b.by);
  let held = 0;
  let most = 1;
  const levels = changes.map(({ time, by }) => {
    held += by;
    most = Math.max(most, held);
    return { time, held };
  });
  const bytes = (count: number) => fixed + (activations * count) / most;
  return [
    { time: 0, bytes: fixed },
    ...levels.map(({ time, held: count }) => ({ time, bytes: bytes(count) })),
  ];
}
