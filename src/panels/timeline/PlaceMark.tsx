import { useRainier } from '../../state/session.tsx';
import { usePopulation } from '../usePopulation.ts';
import type { Row } from './rows.ts';

interface PlaceMarkProps {
  readonly rows: readonly Row[];
  /** Where the rows begin and how high they are together, CSS pixels. */
  readonly top: number;
  readonly height: number;
}

/** Marks the rows of the place at hand. */
export function PlaceMark({ rows, top, height }: PlaceMarkProps) {
  const at = useRainier((state) => state.selected ?? state.view.at);
  const population = usePopulation(at);
  if (!population || population.classes.length === 0) return null;
  const first = rows.findIndex(({ last }) => last >= population.classes[0]);
  const last = rows.findLastIndex((row) => row.first <= population.classes[population.classes.length - 1]);
  if (first < 0 || last < first || (first === 0 && last === rows.length - 1)) return null;
  const pitch = height / rows.length;
  return (
    <div className="place-mark" style={{ top: top + first * pitch, height: (last - first + 1) * pitch }} />
  );
}
