import type { Address } from '../../cluster/address.ts';
import { classOfChip, type Job } from '../../cluster/job.ts';
import { CHIPS_PER_ULTRASERVER, ultraServerIndex } from '../../cluster/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { activityAt, createActivity } from './activity.ts';
import type { NearUniforms } from './uniforms.ts';

/** Class (pipeline stage) of each of the 64 chips of an UltraServer; −1 where a chip is not in the job. */
export function classesOf(job: Job, ultraserver: Address): Int32Array {
  const first = ultraServerIndex(job.site, ultraserver) * CHIPS_PER_ULTRASERVER;
  return Int32Array.from({ length: CHIPS_PER_ULTRASERVER }, (_, i) => classOfChip(job, first + i));
}

/** Seconds, pace and the memory's bytes/s: what the activity of a class is a function of. */
export interface Moment {
  timeline: Timeline | null;
  seconds: number;
  speed: number;
  memoryBandwidth: number;
}

/** Writes what each chip is doing into the uniforms; chips of one class are asked once. Nothing is allocated. */
export function showActivity(
  uniforms: NearUniforms,
  classes: Int32Array,
  moment: Moment,
  faults?: Job['faults'],
): void {
  const chip = uniforms.uChip.value;
  const flow = uniforms.uFlow.value;
  const { timeline, seconds, speed, memoryBandwidth } = moment;
  for (let i = 0; i < CHIPS_PER_ULTRASERVER; i++) {
    const cls = classes[i];
    const same = i > 0 && cls === classes[i - 1] ? i - 1 : -1;
    if (same >= 0) {
      chip[i].copy(chip[same]);
      flow[i].copy(flow[same]);
    } else if (cls < 0 || !timeline || cls >= timeline.classes) {
      chip[i].set(cls < 0 ? -1 : 0, 0, 0, 0);
      flow[i].set(0, 0, 0, 0);
    } else {
      const a = activityAt(timeline, cls, seconds, speed, memoryBandwidth, activity);
      chip[i].set(a.phase, a.progress, a.work, a.memory);
      flow[i].set(a.link, a.linkHead % 1, a.efa, a.efaHead % 1);
    }
    if (same < 0 && faults?.isFaulty(cls)) chip[i].x = AT_FAULT;
  }
}

const activity = createActivity();
/** Phase of a chip at fault in `uChip`. */
const AT_FAULT = 4;
