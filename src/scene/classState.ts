import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';
import { createPhase, phaseAt } from '../timeline/phase.ts';
import { activeSpan, classLoad, isCollective, lastSpan, patternEntryAt } from '../timeline/spans.ts';
import { Stream, type Timeline } from '../timeline/timeline.ts';

/**
 * What every class of ranks (pipeline stage) is doing, as the shaders see it: a float texture with a column a class.
 * Line 0: kind (`Kind`; 0 waits), progress 0 … 1, microbatch (−1 none, −2 at fault), activity 0 … 1.
 * Line 1: EFA send forward, send backward, gradients and parameters, NeuronLink; each a share of the link, 0 … 1.
 * Line 2: what another layer than work says of chips (layers/painter.ts): a colour as light, and how far slots fill, 0 … 1.
 * Line 3: the same of their EFA cables.
 */
export interface ClassState {
  readonly texture: DataTexture;
  readonly classes: number;
  /** The texture's own array, line after line. */
  readonly values: Float32Array;
  /** Rewrites it for `seconds` of the step; nothing is allocated. `window` is the simulated time that a frame covers,
   *  seconds: collectives shorter than that are shown as their mean, so that nothing flickers. */
  update(timeline: Timeline, seconds: number, window: number): void;
  dispose(): void;
}

/** Bytes/s of a chip that count as a full link. */
export interface LinkRates {
  readonly scaleOut: number;
  readonly scaleUp: number;
}

/** Lines of the texture. */
export const LINES = 4;

/** `isFaulty` says which classes are at fault; their microbatch reads −2. */
export function createClassState(
  classes: number,
  rates: LinkRates,
  isFaulty: (cls: number) => boolean = () => false,
): ClassState {
  const width = Math.max(1, classes);
  const values = new Float32Array(width * LINES * 4);
  const texture = new DataTexture(values, width, LINES, RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  const faulty = Uint8Array.from({ length: width }, (_, c) => (isFaulty(c) ? 1 : 0));
  const phase = createPhase();
  // Mean scale-up bytes/s of each pattern, filled in as patterns are met.
  let means: Float64Array = new Float64Array(0);
  let meansOf: Timeline | null = null;

  return {
    texture,
    classes: width,
    values,
    update(timeline, seconds, window) {
      if (meansOf !== timeline) {
        means = patternMeans(timeline);
        meansOf = timeline;
      }
      const line = width * 4;
      for (let c = 0; c < width && c < timeline.classes; c++) {
        phaseAt(timeline, c, seconds, phase);
        const i = c * 4;
        values[i] = phase.kind;
        values[i + 1] = phase.progress;
        values[i + 2] = faulty[c] ? -2 : phase.microbatch;
        values[i + 3] = phase.span < 0 ? 0 : 1;
        const held = HELD * window;
        values[line + i] = message(timeline, c, Stream.sendForward, seconds, held, rates.scaleOut);
        values[line + i + 1] = message(timeline, c, Stream.sendBackward, seconds, held, rates.scaleOut);
        values[line + i + 2] = share(classLoad(timeline, c, Stream.data, seconds), rates.scaleOut);
        values[line + i + 3] = share(scaleUpLoad(timeline, means, c, seconds, window), rates.scaleUp);
      }
      texture.needsUpdate = true;
    },
    dispose() {
      texture.dispose();
    },
  };
}

/** Frames that a message stays in sight after it has arrived. */
const HELD = 14;

/** Share of the link that a message takes while it travels; for `held` seconds after, the same dying away. A message
 *  between stages takes a fifth of a millisecond every hundred: at most speeds it would never be in a frame. */
function message(
  timeline: Timeline,
  c: number,
  stream: Stream,
  t: number,
  held: number,
  full: number,
): number {
  const span = lastSpan(timeline, c, stream, t);
  if (span < 0) return 0;
  const { start, end, bytes } = timeline;
  const age = t - end[span];
  if (age >= held) return 0;
  const load = share(bytes[span] / (end[span] - start[span]), full);
  return age <= 0 ? load : load * (1 - age / held);
}

/** Share of a link, with its square root so that a tenth of a link can still be seen. */
function share(bytesPerSecond: number, full: number): number {
  return bytesPerSecond <= 0 ? 0 : Math.min(1, Math.sqrt(bytesPerSecond / full));
}

function scaleUpLoad(timeline: Timeline, means: Float64Array, c: number, t: number, window: number): number {
  const span = activeSpan(timeline, c, Stream.compute, t);
  const pattern = span < 0 ? -1 : timeline.pattern[span];
  if (pattern < 0) return classLoad(timeline, c, Stream.scaleUp, t);
  const entry = patternEntryAt(timeline, span, t);
  const length = entry < 0 ? 0 : timeline.patterns.end[entry] - timeline.patterns.start[entry];
  return length > 2 * window ? classLoad(timeline, c, Stream.scaleUp, t) : means[pattern];
}

function patternMeans({ patterns }: Timeline): Float64Array {
  const means = new Float64Array(Math.max(0, patterns.offsets.length - 1));
  for (let p = 0; p < means.length; p++) {
    const from = patterns.offsets[p];
    const to = patterns.offsets[p + 1];
    let bytes = 0;
    for (let i = from; i < to; i++) if (isCollective(patterns.kind[i])) bytes += patterns.bytes[i];
    if (to > from) means[p] = bytes / Math.max(1e-12, patterns.end[to - 1] - patterns.start[from]);
  }
  return means;
}
