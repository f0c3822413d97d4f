import type { DetailRequest, Direction } from '../../timeline/detail.ts';
import { isCollective, lastSpan, spansIn } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';

/** A pass of a microbatch over a class: a span of its compute stream. */
export interface FocusedPass {
  readonly cls: number;
  readonly span: number;
  readonly start: number;
  readonly end: number;
  readonly microbatch: number;
  readonly chunk: number;
  readonly direction: Direction;
}

/** A run of entries of a pass's pattern: `from … to - 1`. */
export interface FocusedEntries {
  readonly from: number;
  readonly to: number;
  /** Seconds from the start of the step. */
  readonly start: number;
  readonly end: number;
  readonly layer: number;
}

const DIRECTIONS: Readonly<Partial<Record<number, Direction>>> = {
  [Kind.forward]: 'forward',
  [Kind.backward]: 'backward',
  [Kind.weightGradient]: 'weights',
};

/**
 * The pass that a request names, or that is under way at its instant; between passes the one that comes next, after the
 * last one that one. Throws `cls must be below 12: 40`, or `microbatch has no backward pass on class 3: 99`.
 */
export function focusPass(timeline: Timeline, request: DetailRequest): FocusedPass {
  const { cls } = request;
  if (!(Number.isInteger(cls) && cls >= 0 && cls < timeline.classes)) {
    throw new Error(`cls must be below ${timeline.classes}: ${cls}`);
  }
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  const passOf = (span: number): FocusedPass | null => {
    const direction = DIRECTIONS[timeline.kind[span]];
    if (!direction || timeline.pattern[span] < 0) return null;
    return {
      ...{ cls, span, direction },
      ...{ start: timeline.start[span], end: timeline.end[span] },
      ...{ microbatch: timeline.microbatch[span], chunk: timeline.chunk[span] },
    };
  };
  if ('time' in request) {
    const under = lastSpan(timeline, cls, Stream.compute, request.time);
    let found = under >= 0 && request.time < timeline.end[under] ? under : Math.max(from, under + 1);
    while (found < to && !passOf(found)) found++;
    if (found >= to) found = to - 1;
    while (found >= from && !passOf(found)) found--;
    const pass = found >= from ? passOf(found) : null;
    if (!pass) throw new Error(`class has no pass: ${cls}`);
    return pass;
  }
  for (let span = from; span < to; span++) {
    const pass = passOf(span);
    if (
      pass &&
      pass.microbatch === request.microbatch &&
      pass.direction === request.direction &&
      pass.chunk === (request.chunk ?? 0)
    ) {
      return pass;
    }
  }
  throw new Error(`microbatch has no ${request.direction} pass on class ${cls}: ${request.microbatch}`);
}

/** The layer of a pass that a request names, or that runs at its instant: entries that follow each other with one
 *  number. Throws `layer is not on class 3: 99`. */
export function focusLayer(timeline: Timeline, pass: FocusedPass, request: DetailRequest): FocusedEntries {
  const layers = layersOf(timeline, pass);
  if ('time' in request) return layers.findLast(({ start }) => start <= request.time) ?? layers[0];
  if (request.layer === undefined) return layers[0];
  const found = layers.find(({ layer }) => layer === request.layer);
  if (!found) throw new Error(`layer is not on class ${pass.cls}: ${request.layer}`);
  return found;
}

/** Every layer of a pass in order of time; together they are the pass. Embedding and head are -1. */
export function layersOf(timeline: Timeline, pass: FocusedPass): FocusedEntries[] {
  const { offsets, layer, start } = timeline.patterns;
  const pattern = timeline.pattern[pass.span];
  const last = offsets[pattern + 1];
  const layers: FocusedEntries[] = [];
  for (let from = offsets[pattern]; from < last; ) {
    let to = from + 1;
    while (to < last && layer[to] === layer[from]) to++;
    layers.push({
      ...{ from, to, layer: layer[from] },
      // Waits between entries belong to the layer before them.
      start: from === offsets[pattern] ? pass.start : pass.start + start[from],
      end: to === last ? pass.end : pass.start + start[to],
    });
    from = to;
  }
  return layers;
}

/**
 * The collective (or kernel) of a layer that a request names, or that runs at its instant; at an instant of the other sort
 * the one that comes next in the pass, or the last before it. -1 where the pass has none. `index` counts from 0 in its layer.
 */
export function focusEntry(
  timeline: Timeline,
  pass: FocusedPass,
  layer: FocusedEntries,
  request: DetailRequest,
  collective: boolean,
): { readonly entry: number; readonly index: number; readonly layer: FocusedEntries } | null {
  const { kind, end, start } = timeline.patterns;
  const suits = (entry: number) =>
    end[entry] > start[entry] &&
    (collective ? isCollective(kind[entry]) : !isCollective(kind[entry]) && isKernel(kind[entry]));
  const of = (focused: FocusedEntries) => {
    const entries: number[] = [];
    for (let entry = focused.from; entry < focused.to; entry++) if (suits(entry)) entries.push(entry);
    return entries;
  };
  if (!('time' in request)) {
    const index = request.index ?? 0;
    const entry = of(layer)[index];
    if (entry === undefined) {
      throw new Error(
        `index is no ${collective ? 'collective' : 'kernel'} of layer ${layer.layer}: ${index}`,
      );
    }
    return { entry, index, layer };
  }
  const layers = layersOf(timeline, pass);
  const all = layers.flatMap((each) => of(each).map((entry, index) => ({ entry, index, layer: each })));
  return all.find(({ entry }) => pass.start + end[entry] > request.time) ?? all.at(-1) ?? null;
}

/** Kinds of entry that a chip computes. */
function isKernel(kind: number): boolean {
  return (kind >= Kind.matmul && kind <= Kind.recompute) || kind === Kind.weightGradient;
}
