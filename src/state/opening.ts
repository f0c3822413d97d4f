import { phaseAt } from '../timeline/phase.ts';
import { spansIn } from '../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../timeline/timeline.ts';

/** Where the playhead stands and how fast it runs before the visitor chooses: both are read from the record. */
export interface Opening {
  /** Simulated seconds. */
  readonly seconds: number;
  /** Simulated seconds per second of the wall. */
  readonly speed: number;
}

const CANDIDATES = 400;
/** A stage may change from forward to backward and back no more often than this, in cycles a second of the wall:
 *  well below three flashes a second, and slow enough to be followed. */
const CYCLES_PER_SECOND = 0.4;

/** Seconds of the wall within which the gradients' traffic should begin, so that a short stay sees it too. */
const SOON = 16;
/** What that is worth beside the shares of stages at work. */
const GRADIENTS = 1;

/** The instant at which forward and backward are seen best beside each other: the most stages at work, both kinds
 *  present, and the gradients of the first stages to finish about to leave. */
export function openingOf(timeline: Timeline): Opening {
  const speed = roundDown(cycleOf(timeline) * CYCLES_PER_SECOND);
  const leaving = gradientsLeave(timeline);
  let best = 0;
  let bestScore = -1;
  for (let i = 1; i < CANDIDATES; i++) {
    const seconds = (i / CANDIDATES) * timeline.seconds;
    const soon = leaving > seconds && leaving < seconds + SOON * speed;
    const score = scoreAt(timeline, seconds) + (soon ? GRADIENTS : 0);
    if (score > bestScore) {
      bestScore = score;
      best = seconds;
    }
  }
  return { seconds: best, speed };
}

function scoreAt(timeline: Timeline, seconds: number): number {
  let forward = 0;
  let backward = 0;
  for (let c = 0; c < timeline.classes; c++) {
    const { kind } = phaseAt(timeline, c, seconds);
    if (kind === Kind.forward) forward += 1;
    else if (kind === Kind.backward) backward += 1;
  }
  const n = timeline.classes;
  return (forward + backward) / n + (n > 1 ? (2 * Math.min(forward, backward)) / n : 0);
}

/** When the first gradients leave, seconds; infinite where none do. */
function gradientsLeave(timeline: Timeline): number {
  let first = Number.POSITIVE_INFINITY;
  for (let c = 0; c < timeline.classes; c++) {
    const { from, to } = spansIn(timeline, c, Stream.data);
    if (to > from) first = Math.min(first, timeline.start[from]);
  }
  return first;
}

/** Seconds from one forward's start to the next on the first stage, in the middle of the step. */
export function cycleOf(timeline: Timeline): number {
  const from = timeline.tracks[Stream.compute];
  const to = timeline.tracks[Stream.compute + 1];
  const starts: number[] = [];
  for (let i = from; i < to; i++) if (timeline.kind[i] === Kind.forward) starts.push(timeline.start[i]);
  if (starts.length < 2) return timeline.seconds;
  const middle = Math.floor((starts.length - 1) / 2);
  return Math.max(starts[middle + 1] - starts[middle], timeline.seconds / 1000);
}

/** 1, 2 or 5 times a power of ten. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return Number(((digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power).toPrecision(1));
}
