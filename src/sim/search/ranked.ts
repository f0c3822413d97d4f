import type { Summary } from '../../timeline/summary.ts';
import type { Counts } from './kept.ts';
import type { Layout } from './layout.ts';
import type { Loss } from './why.ts';

/** One layout of an answer. */
export interface Ranked {
  readonly layout: Layout;
  /** Of a step, by events for those of `ranked`, else in closed form. */
  readonly seconds: number;
  /** In closed form. */
  readonly estimate: number;
  readonly mfu: number;
  readonly bytes: number;
  readonly fits: boolean;
  readonly breakdown: Summary['breakdown'];
  /** One sentence: what the best does better; null for the best itself. */
  readonly why: string | null;
  /** The same as data. */
  readonly loss: Loss | null;
}

/** What a search comes to. */
export interface Answer {
  /** Fastest first, by events; of a scenario with faults by tokens a second. Where nothing fits: the one that lacks least. */
  readonly ranked: readonly Ranked[];
  /** Layouts of which none is both faster and smaller, fastest first. */
  readonly front: readonly Ranked[];
  readonly counts: Counts;
  /** Global batch and sequence that all layouts share. */
  readonly training: { readonly globalBatch: number; readonly sequence: number };
  /** What to know of the answer to a scenario with faults. */
  readonly note?: string;
}
