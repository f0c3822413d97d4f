import { WINDOW } from '../../state/pace.ts';
import { activeSpan, lastSpan, patternEntryAt } from '../../timeline/spans.ts';
import { STREAMS, Stream, type Timeline } from '../../timeline/timeline.ts';
import { busyShare, eachSpan, insideUntil, patternSums, shownPhase } from './busy.ts';

/** What one class of chips is seen doing. */
export interface Activity {
  /** −1 not in the job, 0 waiting, 1 forward, 2 backward, 3 optimizer. */
  phase: number;
  /** Level of the fill, 0 … 1. */
  progress: number;
  /** Share of the window in which the chip computes (and does not wait for its NeuronLinks). */
  work: number;
  /** Memory traffic as a share of what the memory can do. */
  memory: number;
  /** Share of the window in which NeuronLinks carry a tensor collective. */
  link: number;
  /** Place of the pulse where its hops are not followed; its fraction is the place along a cable. */
  linkHead: number;
  /** Share in which EFA carries something; negative: only inwards. */
  efa: number;
  efaHead: number;
}

export function createActivity(): Activity {
  return { phase: -1, progress: 0, work: 0, memory: 0, link: 0, linkHead: 0, efa: 0, efaHead: 0 };
}

/** A pass that lasts this long on the wall is shown as it goes; a shorter one by its share. */
export const LEGIBLE = 0.3;
/** A pulse at coarse speed takes about this long from port to port, seconds of the wall. */
export const PULSE = 1;
/**
 * What class `cls` is seen doing at `t` seconds of the step, played at `speed` simulated seconds a second.
 *
 * How motion is drawn, truthful at every speed. All of it is a closed form of `t`: scrubbing back is free.
 * - Slow enough to be followed (state/pace.ts), collectives are shown hop by hop (near/rings.ts), and between them the
 *   cables go dark. Faster, `link` is the share of the last 0.3 s (on the wall) in which the links carried one, and pulses
 *   run at a legible speed, one cable about a second, that only says which way.
 * - An operator or collective that lasts ≥ 0.3 s is not mixed with what ran before it.
 * - A pass (forward, backward) or a wait that lasts ≥ 0.3 s is shown as it is, a pass filling cell by cell; shorter ones show the phase that took most of
 *   the window, filled to its share of it, so that nothing flashes.
 * - EFA: brightness is the share of the window with a pipeline message or gradient traffic under way, chevrons upwards
 *   where this class sends, downwards where it only receives, at the legible speed.
 */
export function activityAt(
  timeline: Timeline,
  cls: number,
  t: number,
  speed: number,
  memoryBandwidth: number,
  out: Activity = createActivity(),
): Activity {
  const sums = patternSums(timeline);
  const pace = Math.max(speed, 1e-9);
  const to = Math.min(Math.max(t, 0), timeline.seconds);
  const span = activeSpan(timeline, cls, Stream.compute, t);
  const began = beganAt(timeline, cls, span, t);
  const long = (endsAt(timeline, cls, span, t) - began) / pace >= LEGIBLE;
  // What lasts long enough to be seen is not mixed with what was before it.
  const entry = patternEntryAt(timeline, span, t);
  const { patterns } = timeline;
  const slow = entry >= 0 && (patterns.end[entry] - patterns.start[entry]) / pace >= LEGIBLE;
  const since = slow ? timeline.start[span] + patterns.start[entry] : long ? began : 0;
  const from = Math.max(since, to - WINDOW * pace);
  // At the very beginning of a pass, what follows at once: a window without length has no shares.
  const until = Math.max(to, from + 1e-9);
  const width = until - from;
  const clock = t / 2 ** Math.round(Math.log2(pace * PULSE));

  seen.fill(0);
  let link = 0;
  let bytes = 0;
  eachSpan(timeline, cls, Stream.compute, from, until, (span, begin, end) => {
    seen[shownPhase(timeline.kind[span])] += end - begin;
    insideUntil(timeline, sums, span, end, here);
    link += here.link;
    bytes += here.bytes;
    insideUntil(timeline, sums, span, begin, here);
    link -= here.link;
    bytes -= here.bytes;
  });
  const scaleUp = busyShare(timeline, cls, Stream.scaleUp, from, until);
  out.link = Math.min(1, link / width + scaleUp);
  out.work = Math.max(0, Math.min(1, (seen[1] + seen[2] + seen[3] - link) / width));
  out.memory = Math.min(1, bytes / width / memoryBandwidth);

  if (long) {
    out.phase = span < 0 ? 0 : shownPhase(timeline.kind[span]);
    out.progress = span < 0 ? 0 : (t - timeline.start[span]) / (timeline.end[span] - timeline.start[span]);
  } else {
    const most = seen[2] > seen[1] ? (seen[3] > seen[2] ? 3 : 2) : seen[3] > seen[1] ? 3 : 1;
    out.phase = seen[most] > 0.02 * width ? most : 0;
    out.progress = out.phase > 0 ? Math.min(1, seen[most] / width) : 0;
  }

  out.linkHead = clock;
  const up =
    busyShare(timeline, cls, Stream.sendForward, from, until) +
    busyShare(timeline, cls, Stream.sendBackward, from, until) +
    busyShare(timeline, cls, Stream.data, from, until);
  let down = 0;
  for (const sender of sums.senders[cls]) {
    down = Math.max(down, busyShare(timeline, sender.cls, sender.stream, from, until));
  }
  out.efa = up > 0 || down === 0 ? Math.min(1, up) : -Math.min(1, down);
  out.efaHead = clock / 2;
  return out;
}

/** Seconds at which the pass at `t`, or the wait around it, began. */
function beganAt(timeline: Timeline, cls: number, span: number, t: number): number {
  if (span >= 0) return timeline.start[span];
  const last = lastSpan(timeline, cls, Stream.compute, t);
  return last >= 0 ? timeline.end[last] : 0;
}

/** Seconds at which it ends. */
function endsAt(timeline: Timeline, cls: number, span: number, t: number): number {
  if (span >= 0) return timeline.end[span];
  const track = cls * STREAMS + Stream.compute;
  const last = lastSpan(timeline, cls, Stream.compute, t);
  const next = last >= 0 ? last + 1 : timeline.tracks[track];
  return next < timeline.tracks[track + 1] ? timeline.start[next] : timeline.seconds;
}

const seen = new Float64Array(4);
const here = { link: 0, bytes: 0 };
