import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';
import { campusStates } from '../../facts/campus.ts';
import type { Body } from '../bodies.ts';

const { building: B } = M;
/** Steel columns along a long side. */
const COLUMNS = 9;

/** Foundations and first steel on the plots that the next dated state of the campus has built. Schematic: what stood
 *  how far on which day is not public. */
export function groundWorks(buildings: number): Body[] {
  const state = campusStates.findIndex((s) => s.buildings.value === buildings);
  const next = state < 0 ? undefined : campusStates[state + 1];
  if (!next) return [];
  const bodies: Body[] = [];
  for (let b = buildings; b < next.buildings.value; b++) {
    const { x, z } = plotCentre(b);
    bodies.push({ at: [x, 0, z], size: [B.width, 0.8, B.depth], tone: 0.42, edge: 0.3 });
    // The first to come stand higher than the last.
    const height = B.height * (1 - (b - buildings) / (next.buildings.value - buildings));
    if (height < 3) continue;
    for (const side of [-1, 1]) {
      const edge = z + (side * B.depth) / 2;
      for (let i = 0; i < COLUMNS; i++)
        bodies.push({
          at: [x + (i / (COLUMNS - 1) - 0.5) * B.width, 0.8, edge],
          size: [1, height, 1],
          tone: 0.6,
          edge: 0.35,
        });
      bodies.push({ at: [x, height, edge], size: [B.width, 0.8, 0.8], tone: 0.6, edge: 0.35 });
    }
  }
  return bodies;
}
