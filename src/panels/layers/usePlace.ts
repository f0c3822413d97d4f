import { useMemo } from 'react';
import { parseAddress } from '../../cluster/address.ts';
import { type Instant, type Readings, readingsOf } from '../../state/layers/readings.ts';
import { placeName } from '../../state/names.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { usePlayhead } from '../usePlayhead.ts';
import { usePopulation } from '../usePopulation.ts';

/** What the layers say of the place at hand, now. */
export interface Place {
  readonly name: string;
  readonly readings: Readings;
  readonly at: Instant;
  /** Classes that stand there, and how many chips of each. */
  readonly classes: readonly number[];
  readonly counts: readonly number[];
}

/** The selected place, or the one the visitor is at; null while there is no result, or where no place is known. */
export function usePlace(): Place | null {
  const words = useWords();
  const clock = usePlayhead();
  const address = useRainier((state) => state.selected ?? state.view.at);
  const population = usePopulation(address);
  const result = useRainier((state) => state.result);
  const resultOf = useRainier((state) => state.resultOf);
  const job = useRainier((state) => state.job);
  const readings = useMemo(() => readingsOf({ result, resultOf, job }), [result, resultOf, job]);
  if (!population || !readings) return null;
  const { classes, counts } = population;
  return { name: placeName(words, parseAddress(address) ?? []), readings, at: clock, classes, counts };
}

/** Least and most of a number over the classes of a place; null where none stands there. */
export function rangeOf({ classes, readings }: Place, of: (cls: number) => number): [number, number] | null {
  const values = classes.filter((cls) => cls < readings.classes).map(of);
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}
