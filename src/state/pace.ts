import { isCollective } from '../timeline/spans.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Seconds of the wall over which the eye averages: what is shorter is shown by its share of them. */
export const WINDOW = 0.3;
/** A collective that lasts this long on the wall, seconds, is shown hop by hop. */
const FOLLOWED = 0.4;

const longest = new WeakMap<Timeline, number>();

/** Longest collective inside the passes of a step, seconds. */
export function longestCollective(timeline: Timeline): number {
  const known = longest.get(timeline);
  if (known !== undefined) return known;
  const { start, end, kind } = timeline.patterns;
  let most = 0;
  for (let e = 0; e < kind.length; e++) if (isCollective(kind[e])) most = Math.max(most, end[e] - start[e]);
  longest.set(timeline, most);
  return most;
}

/** Whether hops of collectives can be followed at `speed` simulated seconds a second, or only their mean be seen. */
export function followsHops(timeline: Timeline, speed: number): boolean {
  return longestCollective(timeline) / Math.max(speed, 1e-12) >= FOLLOWED;
}
