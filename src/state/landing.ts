import { isCollective } from '../timeline/spans.ts';
import { Kind, STREAMS, Stream, type Timeline } from '../timeline/timeline.ts';
import type { Lens } from './store.ts';

/** What a fine lens is there to show, and how far through it one arrives: light has spread by then. */
const SHOWS: Readonly<
  Partial<Record<Lens, { readonly suits: (kind: number) => boolean; readonly share: number }>>
> = {
  layer: { suits: isCollective, share: 0.3 },
  collective: { suits: isCollective, share: 0.3 },
  kernel: { suits: (kind) => kind === Kind.matmul || kind === Kind.recompute, share: 0.5 },
  tile: { suits: (kind) => kind === Kind.matmul || kind === Kind.recompute, share: 0.5 },
};
/** How far into a pass one arrives under the lens of a microbatch, and the share of the step that one waits for it. */
const PASS = { share: 0.3, wait: 0.1 };
/** Of the longest of its kind in the pass: shorter ones are passed over. */
const WORTH = 0.5;

/**
 * Where the playhead of somebody comes to rest who travels to a place with lens `lens` at `time` (simulated seconds): at
 * `time` while what the lens shows is under way on class `cls`, else within the next one of the same pass or of the pass
 * after. A pass has hundreds, so that the wait is milliseconds of the step; for a pass itself it is a tenth of the step at
 * most. `time` where no pass is to come.
 */
export function landingOf(timeline: Timeline, cls: number, time: number, lens: Lens): number {
  if (lens === 'microbatch') return nextPass(timeline, cls, time);
  const shows = SHOWS[lens];
  if (!shows) return time;
  const { offsets, kind, start, end } = timeline.patterns;
  const track = cls * STREAMS + Stream.compute;
  for (let span = timeline.tracks[track]; span < timeline.tracks[track + 1]; span++) {
    const pattern = timeline.pattern[span];
    if (timeline.end[span] <= time || pattern < 0) continue;
    const long = (entry: number): number => (shows.suits(kind[entry]) ? end[entry] - start[entry] : 0);
    let longest = 0;
    for (let entry = offsets[pattern]; entry < offsets[pattern + 1]; entry++)
      longest = Math.max(longest, long(entry));
    for (let entry = offsets[pattern]; entry < offsets[pattern + 1]; entry++) {
      const seconds = long(entry);
      if (seconds === 0 || seconds < WORTH * longest) continue;
      const from = timeline.start[span] + start[entry];
      const arrival = from + shows.share * seconds;
      if (arrival >= time) return arrival;
      if (from + seconds > time + 0.2 * seconds) return time;
    }
  }
  return time;
}

function nextPass(timeline: Timeline, cls: number, time: number): number {
  const track = cls * STREAMS + Stream.compute;
  for (let span = timeline.tracks[track]; span < timeline.tracks[track + 1]; span++) {
    const [start, end] = [timeline.start[span], timeline.end[span]];
    if (end <= time || timeline.pattern[span] < 0) continue;
    const comes = start > time && start - time <= PASS.wait * timeline.seconds;
    return comes ? start + PASS.share * (end - start) : time;
  }
  return time;
}
