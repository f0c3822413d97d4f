import type { Population } from '../../cluster/population.ts';
import { KIND_COUNT, ratesIn, workIn } from '../../timeline/rates.ts';
import type { Kind, Timeline } from '../../timeline/timeline.ts';
import type { Wire } from './wire.ts';

/** What a chip of a place does over the step, as means of equal parts of it. */
export interface Load {
  /** Share of the time in which it computes, 0 … 1. */
  readonly work: Float64Array;
  /** Bytes/s that it sends. */
  readonly neuronLink: Float64Array;
  readonly efa: Float64Array;
}

/** The load of a place's mean chip, over the chips of it that are in the job, in so many parts of the step. */
export function loadOf(
  timeline: Timeline,
  { classes, counts }: Population,
  wire: (kind: Kind) => Wire,
  parts: number,
): Load {
  const load = {
    work: new Float64Array(parts),
    neuronLink: new Float64Array(parts),
    efa: new Float64Array(parts),
  };
  const wires = Array.from({ length: KIND_COUNT }, (_, kind) => wire(kind as Kind));
  const rates = new Float64Array(KIND_COUNT);
  const working = counts.reduce((sum, count) => sum + count, 0);
  classes.forEach((cls, i) => {
    // Replicas that stand still have no class of their own in the record.
    if (cls >= timeline.classes) return;
    const share = counts[i] / working;
    for (let part = 0; part < parts; part++) {
      const from = (timeline.seconds * part) / parts;
      const to = (timeline.seconds * (part + 1)) / parts;
      load.work[part] += share * workIn(timeline, cls, from, to);
      ratesIn(timeline, cls, from, to, rates);
      for (let kind = 0; kind < KIND_COUNT; kind++) load[wires[kind]][part] += share * rates[kind];
    }
  });
  return load;
}
