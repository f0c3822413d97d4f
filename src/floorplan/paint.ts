import type { Axis } from '../cluster/links.ts';
import type { Palette } from '../look/palette.ts';
import { hexOf, toneColour } from '../look/tone.ts';
import type { Instant, Readings } from '../state/layers/readings.ts';
import { chipsShown, type LayerView, type Shown } from '../state/layers/shown.ts';
import type { State } from '../state/store.ts';
import { type Meaning, meaningOf } from '../timeline/meaning.ts';
import { createPhase, type Phase, phaseAt } from '../timeline/phase.ts';
import { classLoad } from '../timeline/spans.ts';
import { Stream, type Timeline } from '../timeline/timeline.ts';
import type { MateCell } from './layers/groups.ts';
import { paintGroups } from './layers/paintGroups.ts';
import { drawShown, wireShown } from './layers/paintShown.ts';
import type { Pencil } from './pencil.ts';
import type { Plan, Rect } from './plan.ts';

/** How a plan lies on the canvas: CSS pixels = units × scale + shift. */
export interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What is drawn. */
export interface Sheet {
  readonly plan: Plan;
  /** Class of the chip of each cell; -1 where it is not in the job. */
  readonly classes: Int32Array;
  /** Groups of cells that hold one class. */
  readonly uniform: ReadonlySet<number>;
  readonly timeline: Timeline | null;
  readonly palette: Palette;
  /** The one dimension of the torus that is drawn strongly; null for all. */
  readonly axis: Axis | null;
  /** The groups of the picked chip, shown instead of work; null on other layers. */
  readonly mates: readonly MateCell[] | null;
  readonly layer: State['layer'];
  readonly kind: State['kind'];
  /** Bytes and watts of a chip. */
  readonly chip: Pick<LayerView, 'memory' | 'watts'>;
  /** What is shown instead of work on layers that are read from the record. */
  readonly readings: Readings | null;
  readonly fit: Fit;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The largest fit of a plan into a rectangle, in its middle. */
export function fitInto(plan: Pick<Plan, 'width' | 'height'>, room: Rect): Fit {
  const scale = Math.max(0, Math.min(room.w / plan.width, room.h / plan.height));
  return {
    scale,
    x: room.x + (room.w - plan.width * scale) / 2,
    y: room.y + (room.h - plan.height * scale) / 2,
  };
}

/** Draws a plan as it is at an instant, on its layer; a cut-out has nothing behind it. */
export function paint(context: Pencil, sheet: Sheet, at: Instant, cutout = false): void {
  const { plan, classes, uniform, palette, fit, width, height, mates, readings, layer } = sheet;
  const timeline = layer === 'work' ? sheet.timeline : null;
  const { seconds: t, speed } = at;
  const view: LayerView = { seconds: t, speed, layer, kind: sheet.kind, ...sheet.chip };
  context.fillStyle = palette.ground;
  if (!cutout) context.fillRect(0, 0, width, height);
  const place = ({ x, y, w, h }: Rect): Rect => ({
    x: fit.x + x * fit.scale,
    y: fit.y + y * fit.scale,
    w: w * fit.scale,
    h: h * fit.scale,
  });
  for (const body of plan.bodies) {
    const { x, y, w, h } = place(body);
    context.fillStyle = body.name ? palette.body[1] : palette.pad;
    context.fillRect(x, y, w, h);
    context.strokeStyle = palette.quietEdge;
    context.lineWidth = 1;
    context.strokeRect(x, y, w, h);
  }
  const phases = new Map<number, Phase>();
  const phaseOf = (cls: number): Phase => {
    let phase = phases.get(cls);
    if (!phase) {
      phase = createPhase();
      if (timeline && cls >= 0 && cls < timeline.classes) phaseAt(timeline, cls, t, phase);
      phases.set(cls, phase);
    }
    return phase;
  };
  const load = timeline ? loads(timeline, classes, t) : { neuronLink: 0, efa: 0 };
  const present = new Set(classes);
  for (const wire of plan.wires) {
    const shown = readings && wireShown(readings, present, wire, view);
    drawWire(context, sheet, wire, shown ? shown.share : load[wire.network], t, shown);
  }
  for (const child of plan.children) {
    const { x, y, w, h } = place(child);
    context.fillStyle = palette.body[2];
    context.fillRect(x, y, w, h);
  }
  plan.cells.forEach((cell, i) => {
    const cls = classes[i];
    if (layer !== 'work') {
      const shown = readings && cls >= 0 && cls < readings.classes ? chipsShown(readings, cls, view) : null;
      drawShown(context, palette, place(cell), shown);
      return;
    }
    const phase = phaseOf(cls);
    const meaning = cls < 0 ? null : meaningOf(phase.kind);
    const whole = cell.group !== undefined && uniform.has(cell.group) ? plan.groups?.[cell.group] : undefined;
    drawCell(context, palette, place(cell), meaning, phase.progress, place(whole ?? cell));
  });
  if (mates) paintGroups(context, palette, mates, place);
  context.strokeStyle = palette.quietEdge;
  context.lineWidth = 1;
  for (const child of plan.children) {
    const { x, y, w, h } = place(child);
    context.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
  }
}

/** Share of the plan's classes that send on each network. */
function loads(timeline: Timeline, classes: Int32Array, t: number): { neuronLink: number; efa: number } {
  const found = [...new Set(classes)].filter((cls) => cls >= 0 && cls < timeline.classes);
  let neuronLink = 0;
  let efa = 0;
  for (const cls of found) {
    if (classLoad(timeline, cls, Stream.scaleUp, t) > 0) neuronLink += 1;
    const sends = [Stream.sendForward, Stream.sendBackward, Stream.data] as const;
    if (sends.some((stream) => classLoad(timeline, cls, stream, t) > 0)) efa += 1;
  }
  const all = Math.max(1, found.length);
  return { neuronLink: neuronLink / all, efa: efa / all };
}

/** Forward fills upwards, backward downwards, the optimizer wholly; waiting is hatched, outside the job empty.
 *  Progress is measured over `whole`, of which the cell shows its part. */
function drawCell(
  context: Pencil,
  palette: Palette,
  { x, y, w, h }: Rect,
  meaning: Meaning | null,
  progress: number,
  whole: Rect,
): void {
  context.fillStyle = palette.body[2];
  context.fillRect(x, y, w, h);
  if (meaning === null) return;
  if (meaning === 'waiting') {
    hatch(context, palette.waiting, { x, y, w, h });
    return;
  }
  const slice = (from: number, to: number): void => {
    const top = Math.max(y, from);
    const size = Math.min(y + h, to) - top;
    if (size > 0) context.fillRect(x, top, w, size);
  };
  context.fillStyle = palette[meaning];
  // Done work glows dimly, the front brightly: the front is what the eye follows.
  context.globalAlpha = meaning === 'optimizer' ? 0.8 : 0.5;
  const done = whole.h * progress;
  const bottom = whole.y + whole.h;
  if (meaning === 'optimizer') slice(whole.y, bottom);
  else if (meaning === 'forward') slice(bottom - done, bottom);
  else slice(whole.y, whole.y + done);
  context.globalAlpha = 1;
  const front = Math.min(done, Math.max(1.5, Math.min(6, whole.h * 0.12)));
  if (meaning === 'forward') slice(bottom - done, bottom - done + front);
  if (meaning === 'backward') slice(whole.y + done - front, whole.y + done);
}

function hatch(context: Pencil, colour: string, { x, y, w, h }: Rect): void {
  context.save();
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = -h; at < w; at += 6) {
    context.moveTo(x + at, y + h);
    context.lineTo(x + at + h, y);
  }
  context.stroke();
  context.restore();
}

/** NeuronLink as dashes that travel along the wire, EFA as a lane; both quiet where nothing is sent. On other layers than work
 *  `shown` gives their colour. */
function drawWire(
  context: Pencil,
  { palette, fit, timeline, axis: chosen }: Sheet,
  { points, network, axis }: Plan['wires'][number],
  load: number,
  t: number,
  shown: Shown | null,
): void {
  // Beside a chosen dimension of the torus the others step back; the chosen one is bright also while it carries nothing.
  const alone = chosen !== null && axis !== undefined;
  const quiet = alone && axis !== chosen;
  const busy = load > 0 && !quiet;
  const bright = busy || (alone && !quiet);
  const trace = (): void => {
    context.beginPath();
    points.forEach(([x, y], i) => {
      const at = [fit.x + x * fit.scale, fit.y + y * fit.scale] as const;
      if (i === 0) context.moveTo(...at);
      else context.lineTo(...at);
    });
    context.stroke();
  };
  const isLink = network === 'neuronLink';
  const own = isLink ? palette.neuronLinkBusy : palette.efa;
  const colour = shown ? hexOf(toneColour(palette, shown.tone, shown.share)) : own;
  context.strokeStyle = bright ? (busy ? colour : own) : palette.quietEdge;
  context.globalAlpha = quiet ? 0.3 : alone ? 0.9 : busy ? 0.35 + 0.3 * load : 0.6;
  context.lineWidth = alone && !quiet ? 2.5 : isLink ? 1.5 : 2;
  trace();
  context.globalAlpha = 1;
  if (!busy || !timeline) return;
  // Phase in simulated time, so that scrubbing back runs the dashes back.
  context.setLineDash(isLink ? [5, 13] : [3, 15]);
  context.lineDashOffset = -((t / timeline.seconds) * 40_000) % 18;
  context.lineWidth = isLink ? 2.2 : 3;
  context.strokeStyle = colour;
  trace();
  context.setLineDash([]);
}
