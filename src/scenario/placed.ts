import { domainSize, type ScaleUp, type SiteLayout } from '../facts/cluster.ts';

/** Chips whose halls are known. */
const PLACED = 'trainium2';
/** Side of an UltraServer's torus. */
const SIDE = 4;
/** As the campus is drawn: positions of a row, rows of a hall, halls of a building, buildings of the plan (facts/campus.ts). */
const MOST = { positions: 24, rows: 12, halls: 4, buildings: 30 } as const;

/**
 * Where the chips of a described cluster stand: whole UltraServers of Trainium2 in as few buildings as hold them, and
 * there in as few halls and rows, every row with as many. null for other chips, whose halls are not known, and for
 * counts that do not make such rows.
 */
export function placedSite(chip: unknown, chips: number, scaleUp: ScaleUp): SiteLayout | null {
  const isUltraServer = scaleUp.kind === 'torus' && scaleUp.dims.every((size) => size === SIDE);
  const size = domainSize(scaleUp);
  if (chip !== PLACED || !isUltraServer || size !== SIDE ** 3 || chips % size !== 0) return null;
  const ultraServers = chips / size;
  for (let buildings = 1; buildings <= MOST.buildings; buildings++)
    for (let halls = 1; halls <= MOST.halls; halls++)
      for (let rows = 1; rows <= MOST.rows; rows++) {
        const filled = ultraServers / (buildings * halls * rows);
        if (Number.isInteger(filled) && filled <= MOST.positions)
          return { buildings, halls, rows, positions: MOST.positions, filled };
      }
  return null;
}
