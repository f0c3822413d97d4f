import { existsSync, readFileSync } from 'node:fs';

/** How well a set is predicted by constants that have not seen it. Shares, not percent. */
export interface Transfer {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly largest: number;
  readonly bias: number;
  /** Mean after one factor for the set. */
  readonly scaledMean: number;
  /** The constants that were fitted to the other sets. */
  readonly fitted: readonly string[];
}

export const TRANSFER = new URL('transfer.json', import.meta.url).pathname;

/** What transfer.ts wrote last; empty where it never ran. */
export function transferred(): Transfer[] {
  return existsSync(TRANSFER) ? (JSON.parse(readFileSync(TRANSFER, 'utf8')) as Transfer[]) : [];
}
