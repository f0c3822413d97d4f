import { Kind } from './timeline.ts';

/** What a colour says of a chip at work; the names are those of the palette. */
export type Meaning = 'forward' | 'backward' | 'optimizer' | 'waiting';

/** The meaning of a span of the compute stream, or of an operator inside one. */
export function meaningOf(kind: Kind): Meaning {
  switch (kind) {
    case Kind.backward:
    case Kind.recompute:
    case Kind.weightGradient:
      return 'backward';
    case Kind.optimizer:
      return 'optimizer';
    case Kind.forward:
    case Kind.matmul:
    case Kind.attention:
    case Kind.memory:
    case Kind.loss:
      return 'forward';
    default:
      return 'waiting';
  }
}

/** Names of the kinds by number, as keys of texts. */
export const KIND_NAMES = Object.keys(Kind) as readonly (keyof typeof Kind)[];
