export type Meaning =
  | 'plain'
  | 'forward'
  | 'backward'
  | 'optimizer'
  | 'waiting'
  | 'efa'
  | 'neuronLink'
  | 'fault';

/** Words at a point of the campus frame. */
export interface Anchor {
  readonly id: string;
  readonly title: string;
  /** A second line; with it, or a meaning, the words stand aside on a leader. */
  readonly line?: string;
  readonly meaning: Meaning;
  readonly at: readonly [x: number, y: number, z: number];
  /** Quiet names stand at their point, without a leader. */
  readonly quiet?: boolean;
  /** Words that must not change to the other side, where they would cover their subject. */
  readonly oneSided?: boolean;
  /** Where the words would rather stand, pixels from the point; mirrored when there is no room. */
  readonly toward?: readonly [right: number, down: number];
}
