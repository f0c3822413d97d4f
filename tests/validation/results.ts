import type { ChipSpec } from '../../src/facts/chip.ts';
import { constantsOf } from '../../src/sim/calibration/chips.ts';
import { clusterOf } from './hardware.ts';
import { type Other, otherFigures } from './others.ts';
import { type Entry, predict } from './predict.ts';
import type { Row } from './row.ts';
import { type Score, score, stackScalars } from './score.ts';
import { setOf } from './sets.ts';

/** Figures that are no steps, of the project's own rows. */
export interface OtherScore {
  readonly name: string;
  readonly figures: readonly Other[];
  readonly modelled: number;
  readonly mean: number;
  readonly largest: number;
}

/** Everything that is told of a file of rows. */
export interface Results {
  readonly entries: readonly Entry[];
  readonly rows: ReadonlyMap<string, Row>;
  /** By quantity and set, each quantity's total last. */
  readonly sets: readonly Score[];
  /** Seconds by stack. */
  readonly stacks: readonly Score[];
  /** Seconds by chip, dense and mixture models apart, recalled rows and other software left out. */
  readonly chips: readonly Score[];
}

export function resultsOf(rows: readonly Row[]): Results {
  const entries = predict(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rowOf = (entry: Entry): Row => byId.get(entry.id)!;
  const scalars = stackScalars(entries);
  // What is recalled, or of low confidence, is good for ratios alone: told apart, in no total.
  const counted = entries.filter(
    (entry) => rowOf(entry).provenance !== 'recalled' && rowOf(entry).confidence !== 'low',
  );
  const sets: Score[] = [];
  for (const quantity of ['seconds', 'bytes'] as const) {
    const own = entries.filter((entry) => entry.quantity === quantity);
    for (const [name, part] of grouped(own, (entry) => setOf(rowOf(entry)))) {
      sets.push(score(`${quantity}: ${name}`, part, scalars));
    }
    const all = counted.filter((entry) => entry.quantity === quantity);
    if (quantity === 'seconds') {
      const dense = all.filter((entry) => !rowOf(entry).model?.experts);
      sets.push(score('seconds: all dense', dense, scalars));
    }
    sets.push(score(`${quantity}: all`, all, scalars));
  }
  const seconds = counted.filter((entry) => entry.quantity === 'seconds');
  return {
    entries,
    rows: byId,
    sets,
    stacks: grouped(seconds, (entry) => entry.stack).map(([name, part]) => score(name, part, scalars)),
    chips: grouped(seconds, (entry) => chipOf(rowOf(entry))).map(([name, part]) =>
      score(name, part, scalars),
    ),
  };
}

function chipOf(row: Row): string {
  const kind = row.model?.experts ? 'mixture' : 'dense';
  if (!row.hardware) return kind;
  // A chip that nothing is known of has its published name.
  const { name } = constantsOf(clusterOf(row, 1).chip as ChipSpec);
  return `${name || row.hardware.name} ${kind}`;
}

function grouped(entries: readonly Entry[], keyOf: (entry: Entry) => string): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return [...groups];
}

/** Collectives, products, bubbles and goodput, by sort. A bound that is kept is no error. */
export function otherScores(): OtherScore[] {
  const sorts = new Map<string, Other[]>();
  for (const figure of otherFigures()) {
    sorts.set(figure.set, [...(sorts.get(figure.set) ?? []), figure]);
  }
  return [...sorts].map(([name, figures]) => {
    const errors = figures.flatMap(({ predicted, measured, atLeast, points }) => {
      if (predicted === null) return [];
      const error = points ? predicted - measured : predicted / measured - 1;
      return [atLeast && error >= 0 ? 0 : Math.abs(error)];
    });
    const mean = errors.reduce((a, b) => a + b, 0) / Math.max(1, errors.length);
    return { name, figures, modelled: errors.length, mean, largest: Math.max(0, ...errors) };
  });
}
