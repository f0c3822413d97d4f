import type { Address } from '../cluster/address.ts';
import type { Axis } from '../cluster/links.ts';

/** A rectangle of a plan: units of the plan, y downwards. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A place drawn inside another; it can be entered. */
export interface Child extends Rect {
  readonly address: Address;
}

/** Something that shows what one chip's class does. */
export interface Cell extends Rect {
  /** Index of the chip it stands for. */
  readonly chip: number;
  /** Index in `Plan.groups`: where all of a group do the same, it fills as one. */
  readonly group?: number;
}

/** A body without work of its own; named by the texts, by its address, or not at all. */
export interface Body extends Rect {
  readonly name?: 'hbm' | 'tensor' | 'vector' | 'scalar' | 'gpsimd' | 'sbuf' | 'psum' | 'host' | 'fabric';
  readonly address?: Address;
}

/** A cable or lane: points in turn, and the network it belongs to. */
export interface Wire {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly network: 'neuronLink' | 'efa';
  /** Dimension of the torus that a NeuronLink belongs to, where one can be told. */
  readonly axis?: Axis;
  /** Leads out of the picture or around to the other end. */
  readonly open?: boolean;
}

/** The plan of a place: what it holds, in a frame of `width` × `height` units. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly children: readonly Child[];
  readonly cells: readonly Cell[];
  readonly groups?: readonly Rect[];
  readonly bodies: readonly Body[];
  readonly wires: readonly Wire[];
}
