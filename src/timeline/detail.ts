import type { Kind, Timeline } from './timeline.ts';

/** Stretches of time finer than a step, coarsest first. */
export const DETAIL_LENSES = ['microbatch', 'layer', 'collective', 'kernel', 'tile'] as const;
export type DetailLens = (typeof DETAIL_LENSES)[number];

/** The passes of a microbatch over a stage. */
export type Direction = 'forward' | 'backward' | 'weights';

/** What to look into: what a class does at an instant, or a part by name. */
export type DetailRequest = {
  readonly lens: DetailLens;
  /** Class of ranks from 0. */
  readonly cls: number;
} & (
  | {
      /** Simulated seconds from the step's start. */
      readonly time: number;
    }
  | {
      readonly microbatch: number;
      readonly direction: Direction;
      /** Model chunk (virtual stage) of the class; 0 unless given. */
      readonly chunk?: number;
      /** Layer of the model from 0, -1 for embedding and head; the first of the pass unless given. */
      readonly layer?: number;
      /** Which collective, or kernel, of the layer, in order of time from 0; the first unless given. */
      readonly index?: number;
    }
);

/** What a detail is the inside of. Fields that do not apply are -1. */
export interface Subject {
  readonly cls: number;
  readonly microbatch: number;
  readonly chunk: number;
  readonly direction: Direction | null;
  readonly layer: number;
  /** Kind of the collective or kernel; of the pass for a layer. */
  readonly kind: Kind;
  /** Which collective, or kernel, of its layer, from 0; which tile, for a tile. */
  readonly index: number;
  /** Bytes a chip sends or moves through memory, and FLOPs, over the whole. */
  readonly bytes: number;
  readonly flops: number;
}

/** What a row of a detail is. */
export type DetailRow =
  /** A pipeline stage: its class. */
  | { readonly what: 'stage'; readonly cls: number }
  /** What a chip does at once: computes, talks inside its fast domain, to other stages, to other replicas. */
  | { readonly what: 'stream'; readonly name: 'compute' | 'scaleUp' | 'sends' | 'data' }
  /** Links of a group that carry the same at the same time. */
  | {
      readonly what: 'link';
      readonly network: 'scaleUp' | 'scaleOut';
      /** Torus axis from 0; -1 for a port to a switch. */
      readonly axis: number;
      /** Towards higher coordinates, or lower ones; 1 for a port. */
      readonly direction: 1 | -1;
      /** Position of sender and receiver along the axis, in members of the group; -1 for a port. */
      readonly from: number;
      readonly to: number;
      /** How many links of the group do exactly this. */
      readonly links: number;
      /** Bytes/s that collectives reach on one of them. */
      readonly bandwidth: number;
      /** Bytes over one of them. */
      readonly bytes: number;
    }
  /** A part of a chip: memory to SBUF, the engine that computes, its results out of PSUM, SBUF to memory. */
  | { readonly what: 'unit'; readonly name: 'load' | 'compute' | 'drain' | 'store' };

/**
 * The inside of a part of a step. `timeline` has a class for each row and starts at `start`; its spans stand on the
 * stream that suits them. For a collective, `chunk` of a span numbers the pieces of the buffer and `peer` is the receiving
 * member's position; for a kernel, `microbatch` numbers the tiles.
 */
export interface Detail {
  readonly lens: DetailLens;
  readonly subject: Subject;
  /** Simulated seconds from the start of the step. */
  readonly start: number;
  readonly end: number;
  /** Seconds of it that run under other work and show nowhere in the level above; `end − start − hidden` is what does. */
  readonly hidden: number;
  /** How much longer it takes than alone on its wires; 1 where nothing is in the way. */
  readonly slowed: number;
  /** Algorithm of a collective, as the command `collective` names it; '' elsewhere. */
  readonly algorithm: string;
  /** True where no published fact says how it goes on inside, and the picture is only consistent with the totals. */
  readonly schematic: boolean;
  readonly rows: readonly DetailRow[];
  readonly timeline: Timeline;
}
