/** How far a published number can be trusted: `high` vendor primary or two independent sources, `medium` one good
 *  secondary source or a firm derivation, `low` a single weak source, `assumed` a position taken where nothing is public. */
export type Confidence = 'high' | 'medium' | 'low' | 'assumed';

/** One number about the world. SI units inside (seconds, bytes, FLOP, metres, watts). */
export interface Fact<T = number> {
  readonly value: T;
  /** SI unit of `value`; '' for counts. */
  readonly unit: string;
  /** Who says so: an address or the name of a document; 'derived: …' with the arithmetic; 'position' where assumed. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** The day on which the record was compiled. */
export const factsDate = '2026-11-23';

/** A fact in one line. */
export function fact<T = number>(
  value: T,
  unit: string,
  source: string,
  confidence: Confidence,
  note?: string,
): Fact<T> {
  return note === undefined ? { value, unit, source, confidence } : { value, unit, source, confidence, note };
}
