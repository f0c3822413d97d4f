import type { Fact } from './fact.ts';

/** Number formats of matrix multiplication whose peak rate a chip may publish. */
export type Precision = 'bf16' | 'fp16' | 'fp8' | 'mxfp8' | 'nvfp4';

/** What the simulation needs of a chip, plain SI numbers. */
export interface ChipSpec {
  readonly name: string;
  /** Dense peak, FLOP/s; bf16 is always there. */
  readonly peak: Readonly<Partial<Record<Precision, number>>> & { readonly bf16: number };
  /** Bytes of device memory. */
  readonly memory: number;
  /** Bytes/s. */
  readonly memoryBandwidth: number;
  /** Chip power at full load, watts. */
  readonly watts: number;
}

/** A chip of the record: the same fields, each a sourced fact, and what else is published. */
export interface ChipFacts {
  readonly id: string;
  readonly name: string;
  readonly peak: Readonly<Partial<Record<Precision, Fact>>> & { readonly bf16: Fact };
  readonly memory: Fact;
  readonly memoryBandwidth: Fact;
  readonly watts: Fact;
  /** Other published numbers, by the words shown on the screen. */
  readonly more: Readonly<Record<string, Fact>>;
}
