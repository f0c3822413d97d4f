import type { Vector3 } from 'three';
import { classMap, type Job, NOT_IN_JOB } from '../cluster/job.ts';
import { CHIPS_PER_ULTRASERVER, hallsOf } from '../cluster/site.ts';
import { Kind } from '../timeline/timeline.ts';
import type { Shared } from './shared.ts';

/** Class of every row of the site (of its first chip), by line of the class map; −1 where it is not in the job. */
export interface RowClasses {
  readonly rows: number;
  readonly classes: Int16Array;
  /** Some row holds chips of several classes. */
  readonly uneven: boolean;
}

export function rowClasses(job: Job): RowClasses {
  const { site } = job;
  const lines = hallsOf(site) * site.rows;
  const classes = new Int16Array(lines);
  let uneven = false;
  const chips = site.filled * CHIPS_PER_ULTRASERVER;
  const map = classMap(job, lines * chips);
  for (let line = 0; line < lines; line++) {
    const first = map[line * chips];
    classes[line] = first === NOT_IN_JOB ? -1 : first;
    for (let i = 1; i < chips; i++) if (map[line * chips + i] !== first) uneven = true;
  }
  return { rows: site.rows, classes, uneven };
}

/** A mean light, rewritten by each call; light as in shaders/header.ts. */
export interface Paint {
  r: number;
  g: number;
  b: number;
  /** Mean of the rows of half a hall, west (even) or east (odd), as they are shown from afar (rows/order.ts). */
  half(shared: Shared, rows: RowClasses, half: number): void;
  /** One row by its line. */
  row(shared: Shared, rows: RowClasses, line: number): void;
}

export function createPaint(): Paint {
  return {
    r: 0,
    g: 0,
    b: 0,
    half(shared, rows, half) {
      const middle = Math.ceil(rows.rows / 2);
      const first = (half >> 1) * rows.rows + (half % 2) * middle;
      const last = first + (half % 2 === 0 ? middle : rows.rows - middle);
      let [r, g, b] = [0, 0, 0];
      for (let line = first; line < last; line++) {
        this.row(shared, rows, shared.rowOrder?.lines[line] ?? line);
        r += this.r;
        g += this.g;
        b += this.b;
      }
      const n = Math.max(1, last - first);
      this.r = r / n;
      this.g = g / n;
      this.b = b / n;
    },
    row(shared, { classes }, line) {
      this.r = 0;
      this.g = 0;
      this.b = 0;
      const c = classes[line];
      const { values, classes: count } = shared.classState;
      if (shared.layer !== 'work') {
        // The groups of one chip throw no light.
        if (c < 0 || c >= count || shared.layer === 'groups') return;
        const at = (2 * count + c) * 4;
        const strength = 0.6 * Math.min(1, Math.max(0, values[at + 3]));
        this.r = values[at] * strength;
        this.g = values[at + 1] * strength;
        this.b = values[at + 2] * strength;
        return;
      }
      if (c < 0 || c >= count || values[c * 4 + 3] <= 0) return;
      const kind = values[c * 4];
      const done = kind === Kind.optimizer ? 0.7 : 0.35 + 0.5 * values[c * 4 + 1];
      const colour = colourOf(shared, kind);
      this.r = colour.x * done;
      this.g = colour.y * done;
      this.b = colour.z * done;
    },
  };
}

function colourOf({ uniforms }: Shared, kind: number): Vector3 {
  if (kind === Kind.forward) return uniforms.uForward.value as Vector3;
  if (kind === Kind.optimizer) return uniforms.uOptimizer.value as Vector3;
  return uniforms.uBackward.value as Vector3;
}
