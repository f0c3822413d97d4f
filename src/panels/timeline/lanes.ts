import type { Timeline } from '../../timeline/timeline.ts';
import { type Row, rowsOf } from './rows.ts';

/** Rows of one chart; of each where two stand above each other. */
const MOST_ROWS = 24;
const MOST_OF_TWO = 12;

/** One step as rows of a chart. */
export interface Lane {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** `A` or `B` where two are compared; '' for one alone. */
  readonly name: '' | 'A' | 'B';
  /** Rows that stand above it. */
  readonly above: number;
}

/** The step on the screen, under the one it is compared with where there is one. */
export function lanesOf(timeline: Timeline, baseline: Timeline | null): readonly Lane[] {
  if (!baseline || baseline === timeline)
    return [{ timeline, rows: rowsOf(timeline.classes, MOST_ROWS), name: '', above: 0 }];
  const before = rowsOf(baseline.classes, MOST_OF_TWO);
  return [
    { timeline: baseline, rows: before, name: 'A', above: 0 },
    { timeline, rows: rowsOf(timeline.classes, MOST_OF_TWO), name: 'B', above: before.length },
  ];
}

/** Rows of all of them. */
export function rowsIn(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The lane and the row of it that the `index`-th row of all is. */
export function rowAt(
  lanes: readonly Lane[],
  index: number,
): { readonly lane: Lane; readonly row: Row } | null {
  const lane = lanes.findLast(({ above }) => above <= index);
  const row = lane?.rows[index - lane.above];
  return lane && row ? { lane, row } : null;
}
