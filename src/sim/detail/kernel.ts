import { trainium2 } from '../../facts/trainium.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import type { Detail } from '../../timeline/detail.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import type { Plan } from '../run/plan.ts';
import { attentionBlock } from '../shape/attention.ts';
import { head } from '../shape/edges.ts';
import { denseBlock, mixtureBlock } from '../shape/mlp.ts';
import type { Operator } from '../shape/operator.ts';
import { sizesOf } from '../shape/sizes.ts';
import type { FocusedEntries, FocusedPass } from './focus.ts';
import { type RowSpans, recordRows } from './record.ts';

/** Tiles a kernel is drawn as at most; a real one has thousands, which are taken together. */
const MOST_TILES = 48;
/** Sides of a tile: rows and columns of the tensor engine, and how many tokens stream through it at a time. */
const ARRAY = trainium2.more['Tensor engine rows and columns'].value;
const MOVING = 4 * ARRAY;

const UNITS = ['load', 'compute', 'drain', 'store'] as const;

/** One tile's way through the chip, seconds from the kernel's start; shares of the kernel's bytes and FLOPs. */
interface Slot {
  readonly start: number;
  readonly seconds: number;
  readonly share: number;
}

/** How a kernel is drawn: its slots, and how much of a slot each unit is busy. */
interface Tiling {
  readonly slots: readonly Slot[];
  readonly busy: Readonly<Record<(typeof UNITS)[number], number>>;
  /** Share of the bytes that come in. */
  readonly read: number;
}

/**
 * One kernel, tile by tile: memory → SBUF → the engine → PSUM → SBUF → memory, the next tile loaded while one is worked on.
 * How the compiler tiles is not published: the picture is schematic, and consistent with the kernel's seconds, bytes,
 * FLOPs, and with which of memory and engine bounds it.
 */
export function kernelDetail(
  timeline: Timeline,
  plan: Pick<Plan, 'scenario' | 'machine'>,
  pass: FocusedPass,
  { entry, index, layer }: { entry: number; index: number; layer: FocusedEntries },
): Detail {
  const { patterns } = timeline;
  const [kind, bytes, flops] = [patterns.kind[entry] as Kind, patterns.bytes[entry], patterns.flops[entry]];
  const start = pass.start + patterns.start[entry];
  const end = pass.start + patterns.end[entry];
  const { slots, busy, read } = tilingOf(plan, kind, bytes, flops, end - start);
  const rows = UNITS.map(
    (name, stage): RowSpans => ({
      row: { what: 'unit', name },
      spans: slots.map((slot, tile) => {
        // The pipeline of units: each takes a tile one slot after the unit before it.
        const from = slot.start + Math.min(stage, 2) * slot.seconds;
        const moved = name === 'load' ? read : name === 'store' ? 1 - read : 0;
        const late = name === 'store' ? slot.seconds * (1 - busy.store) : 0;
        return {
          ...{ stream: Stream.compute, start: from + late, end: from + late + slot.seconds * busy[name] },
          kind: name === 'load' || name === 'store' ? Kind.memory : kind,
          ...{ microbatch: tile, bytes: moved * slot.share * bytes },
        };
      }),
    }),
  );
  return {
    lens: 'kernel',
    subject: {
      ...{ cls: pass.cls, microbatch: pass.microbatch, chunk: pass.chunk, direction: pass.direction },
      ...{ layer: layer.layer, kind, index, bytes, flops },
    },
    ...{ start, end, hidden: 0, slowed: 1, algorithm: '', schematic: true },
    rows: rows.map(({ row }) => row),
    timeline: recordRows(rows, end - start),
  };
}

/**
 * One tile of a kernel, the one under way at an instant (the first unless given): the passes of its inputs through the
 * array, 128 deep each, that add up in PSUM.
 */
export function tileDetail(
  timeline: Timeline,
  plan: Pick<Plan, 'scenario' | 'machine'>,
  pass: FocusedPass,
  focused: { entry: number; index: number; layer: FocusedEntries },
  time: number | null,
): Detail {
  const kernel = kernelDetail(timeline, plan, pass, focused);
  const { kind, bytes, flops } = kernel.subject;
  const { slots, busy, read } = tilingOf(plan, kind, bytes, flops, kernel.end - kernel.start);
  const inside = time === null ? 0 : time - kernel.start;
  const tile = Math.max(
    0,
    slots.findLastIndex((slot) => slot.start + slot.seconds <= inside),
  );
  const slot = slots[tile];
  const operator = operatorBehind(plan.scenario, flops);
  const steps = Math.min(64, Math.max(1, Math.ceil((operator?.sides?.depth ?? 16 * ARRAY) / ARRAY)));
  const span = (from: number, share: number, of: Kind, moved: number) => ({
    ...{ stream: Stream.compute, start: from, end: from + share, kind: of, microbatch: tile, bytes: moved },
  });
  const part = slot.seconds / steps;
  const each = Array.from({ length: steps }, (_, step) => step);
  const own = slot.share * bytes;
  const rows = UNITS.map((name): RowSpans => {
    const spans =
      name === 'load'
        ? each.map((step) => span(step * part, part * busy.load, Kind.memory, (read * own) / steps))
        : name === 'compute'
          ? each.map((step) => span(slot.seconds + step * part, part * busy.compute, kind, 0))
          : name === 'drain'
            ? [span(2 * slot.seconds, slot.seconds * busy.drain, kind, 0)]
            : [
                span(
                  slot.seconds * (3 - busy.store),
                  slot.seconds * busy.store,
                  Kind.memory,
                  (1 - read) * own,
                ),
              ];
    return { row: { what: 'unit', name }, spans };
  });
  return {
    ...kernel,
    lens: 'tile',
    subject: { ...kernel.subject, index: tile, bytes: own, flops: slot.share * flops },
    start: kernel.start + slot.start,
    end: kernel.start + slot.start + 3 * slot.seconds,
    rows: rows.map(({ row }) => row),
    timeline: recordRows(rows, 3 * slot.seconds),
  };
}

/** Slots after the start of the kernel: n tiles through three units take n + 2 of them. */
function tilingOf(
  { scenario, machine }: Pick<Plan, 'scenario' | 'machine'>,
  kind: Kind,
  bytes: number,
  flops: number,
  seconds: number,
): Tiling {
  const { chip, constants } = machine;
  // What its software and a slow chip make longer, they make longer throughout.
  const pace = machine.software;
  const begin = Math.min(pace * constants.kernelSeconds, seconds / 2);
  const operator = operatorBehind(scenario, flops);
  const tiles = Math.min(MOST_TILES, tileCount(operator, bytes));
  const length = (seconds - begin) / (tiles + 2);
  const slots = Array.from({ length: tiles }, (_, tile) => ({
    start: begin + tile * length,
    seconds: length,
    share: 1 / tiles,
  }));
  const moving = (pace * bytes) / (chip.memoryBandwidth * constants.memory) / (seconds - begin);
  const bound = moving > 0.95 || flops === 0;
  const read = readShare(operator, kind);
  const working = Math.min(1, (pace * flops) / (chip.peak.bf16 * constants.matmul) / (seconds - begin));
  return {
    slots,
    read,
    busy: {
      load: Math.max(0.02, Math.min(1, moving) * read),
      compute: bound ? Math.max(0.3, working) : 0.98,
      drain: 0.4,
      store: Math.max(0.02, Math.min(1, moving) * (1 - read)),
    },
  };
}

function tileCount(operator: Operator | null, bytes: number): number {
  const sides = operator?.sides;
  // Without a product: as many as a megabyte of SBUF takes at a time.
  if (!sides) return Math.max(1, Math.ceil(bytes / 2 ** 20));
  return Math.max(1, Math.ceil(sides.tokens / MOVING) * Math.ceil(sides.width / ARRAY));
}

/** Share of a kernel's bytes that it reads. */
function readShare(operator: Operator | null, kind: Kind): number {
  if (!operator?.sides) return kind === Kind.attention ? 0.75 : 0.5;
  const { tokens, width, depth } = operator.sides;
  const read = depth * (tokens + width);
  return read / (read + tokens * width);
}

/** The operator of the model with so many FLOPs, forward, backward or a half of it; null where none has. */
function operatorBehind(scenario: ResolvedScenario, flops: number): Operator | null {
  if (flops === 0) return null;
  const sizes = sizesOf(scenario);
  const items = [
    ...attentionBlock(sizes),
    ...denseBlock(sizes),
    ...(scenario.model.experts ? mixtureBlock(sizes) : []),
    ...head(sizes, false),
  ];
  const like = (operator: Operator) =>
    [1, 2].some((times) => Math.abs(operator.flops * times - flops) <= 1e-6 * flops);
  return items.filter((item): item is Operator => item.type === 'operator').find(like) ?? null;
}
