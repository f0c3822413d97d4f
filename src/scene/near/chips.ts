import type { Address } from '../../cluster/address.ts';
import { classOfChip, type Job } from '../../cluster/job.ts';
import { torusPoint } from '../../cluster/links.ts';
import { CHIPS_PER_ULTRASERVER, ultraServerIndex } from '../../cluster/site.ts';
import { followsHops } from '../../state/pace.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { activityAt, createActivity } from './activity.ts';
import type { Book, Running } from './book.ts';
import { AXES, FIELDS, hopsAt, meanHops, RING, SORTS, WAYS } from './rings.ts';
import { INSIDE_LINES, type NearUniforms } from './uniforms.ts';
import { createInside, insideAt } from './units.ts';

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

/** Writes what each chip and each of its links is doing into the uniforms; chips of one class are asked once. Nothing is
 *  allocated. */
export function showActivity(
  uniforms: NearUniforms,
  classes: Int32Array,
  moment: Moment,
  book: Book,
  faults?: Job['faults'],
): void {
  const chip = uniforms.uChip.value;
  const flow = uniforms.uFlow.value;
  const lines = uniforms.uHops.value.image.data as Float32Array;
  uniforms.uHops.value.needsUpdate = true;
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
      hops.fill(0);
    } else {
      const a = activityAt(timeline, cls, seconds, speed, memoryBandwidth, activity);
      chip[i].set(a.phase, a.progress, a.work, a.memory);
      flow[i].set(a.link, a.linkHead % 1, a.efa, a.efaHead % 1);
      writeHops(timeline, cls, seconds, speed, a.link, a.linkHead % 1, book);
    }
    spread(lines, i);
    if (same < 0 && faults?.isFaulty(cls)) chip[i].x = AT_FAULT;
  }
}

/** Writes what goes on inside the two chips of a tray (0–63 of the UltraServer, left and right). */
export function showInside(
  { uPair, uInside }: NearUniforms,
  classes: Int32Array,
  { timeline, seconds, speed, memoryBandwidth }: Moment,
  book: Book,
  left: number,
  right: number,
): void {
  uPair.value.set(left, right);
  for (let side = 0; side < 2; side++) {
    const cls = classes[side === 0 ? left : right];
    const what = uInside.value[side * INSIDE_LINES];
    const busy = uInside.value[side * INSIDE_LINES + 1];
    const done = uInside.value[side * INSIDE_LINES + 2];
    if (side === 1 && cls === classes[left]) {
      what.copy(uInside.value[0]);
      busy.copy(uInside.value[1]);
      done.copy(uInside.value[2]);
    } else if (cls < 0 || !timeline || cls >= timeline.classes) {
      what.set(0, 1, 0.75, 0);
      busy.set(0, 0, 0, 0);
      done.set(0, 0, 0, 0);
    } else {
      const a = activityAt(timeline, cls, seconds, speed, memoryBandwidth, activity);
      insideAt(timeline, cls, seconds, speed, a, book, inside);
      what.set(inside.level, inside.tensor, inside.read, inside.tile);
      busy.fromArray(inside.busy);
      done.fromArray(inside.done);
    }
  }
}

const inside = createInside();
const activity = createActivity();
const hops = new Float32Array(SORTS * FIELDS);
const running: Running = { rings: null, end: 0 };

/** True hops where they can be followed, else the mean over the window that the eye sees at once. */
function writeHops(
  timeline: Timeline,
  cls: number,
  t: number,
  speed: number,
  share: number,
  head: number,
  book: Book,
): void {
  const found = book.find(timeline, cls, t, running);
  const { rings } = running;
  if (!found || !rings || !followsHops(timeline, speed)) {
    meanHops(found ? rings : null, share, head, hops);
    return;
  }
  hopsAt(rings, t - running.end + rings.seconds, hops);
}

/** Copies what the links that leave a chip in ring direction carry to the chip's column. */
function spread(lines: Float32Array, chip: number): void {
  const { x, y, z } = torusPoint(chip);
  for (let axis = 0; axis < AXES; axis++) {
    const position = axis === 0 ? x : axis === 1 ? y : z;
    for (let way = 0; way < WAYS; way++) {
      const line = axis * WAYS + way;
      const from = (line * RING + position) * FIELDS;
      const to = (line * CHIPS_PER_ULTRASERVER + chip) * FIELDS;
      for (let k = 0; k < FIELDS; k++) lines[to + k] = hops[from + k];
    }
  }
}

/** Phase of a chip at fault in `uChip`. */
const AT_FAULT = 4;
