/** One message of a phase over a link: when the link is busy with it, seconds from the start of the phase. */
export interface Hop {
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
  /** Piece of the buffer, from 0: parts that go their own way. */
  readonly piece: number;
}

/** Links of a level that all do the same at the same time, and what they do. */
export interface LinkHops {
  /** Dimension within the level. */
  readonly dim: number;
  readonly direction: 1 | -1;
  /** Positions of sender and receiver on the dimension; -1 at a port. */
  readonly from: number;
  readonly to: number;
  /** Links of the level's ranks that do so. */
  readonly links: number;
  readonly hops: readonly Hop[];
}

/** A phase on one level, hop by hop. */
export interface PhaseHops {
  readonly seconds: number;
  readonly links: readonly LinkHops[];
}
