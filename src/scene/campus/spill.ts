import { DataTexture, LinearFilter, RGBAFormat } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createPaint, type RowClasses } from '../rowLight.ts';
import type { Shared } from '../shared.ts';

const SIDE = 192;
/** Half the ground covered, metres. */
export const SPILL_HALF = 860;
/** How far the light of a hall reaches, metres, and how strong it is: bright at the walls, faint far out. */
const NEAR = { reach: 9, strength: 0.5 } as const;
const WIDE = { reach: 30, strength: 0.07 } as const;

/** What is fainter is left out: beyond this distance in metres, all of it. */
const FAINTEST = 0.004;
const FARTHEST = WIDE.reach * Math.log((NEAR.strength + WIDE.strength) / FAINTEST);

/** Where the middle of a cell lies on the ground, along either side, metres. */
function middleOf(cell: number): number {
  return ((cell + 0.5) / SIDE - 0.5) * 2 * SPILL_HALF;
}

/** First and last cell whose middle is within `reach` metres of `at`. */
function cellsWithin(at: number, reach: number): readonly [first: number, last: number] {
  const cellAt = (metres: number): number => (metres / (2 * SPILL_HALF) + 0.5) * SIDE - 0.5;
  return [Math.max(0, Math.ceil(cellAt(at - reach))), Math.min(SIDE - 1, Math.floor(cellAt(at + reach)))];
}

/** Light that the halls throw on the ground, computed per hall and not per pixel: one texture fetch draws it. */
export interface Spill {
  readonly texture: DataTexture;
  update(): void;
  dispose(): void;
}

export function createSpill(shared: Shared, site: SiteLayout, rows: RowClasses): Spill {
  const data = new Uint8Array(SIDE * SIDE * 4);
  const texture = new DataTexture(data, SIDE, SIDE, RGBAFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  const light = new Float32Array(SIDE * SIDE * 3);
  // Cells that each half of a hall (west, east) reaches and how strongly; found once.
  const cells: number[][] = [];
  const weights: number[][] = [];
  const half = (M.building.depth - M.hall.depth) / 2;
  for (let b = 0; b < site.buildings; b++) {
    const plot = plotCentre(b);
    for (let h = 0; h < site.halls; h++) {
      const middle = plot.x + (h - (site.halls - 1) / 2) * M.hall.pitch;
      for (const side of [-1, 1]) {
        const x = middle + (side * M.hall.width) / 4;
        const mine: number[] = [];
        const how: number[] = [];
        const [halfWidth, halfDepth] = [M.hall.width / 4, M.hall.depth / 2 + half * 0.6];
        const [west, east] = cellsWithin(x, halfWidth + FARTHEST);
        const [north, south] = cellsWithin(plot.z, halfDepth + FARTHEST);
        for (let row = north; row <= south; row++)
          for (let column = west; column <= east; column++) {
            const dx = Math.max(0, Math.abs(middleOf(column) - x) - halfWidth);
            const dz = Math.max(0, Math.abs(middleOf(row) - plot.z) - halfDepth);
            const d = Math.hypot(dx, dz);
            const weight =
              NEAR.strength * Math.exp(-d / NEAR.reach) + WIDE.strength * Math.exp(-d / WIDE.reach);
            if (weight < FAINTEST) continue;
            mine.push(row * SIDE + column);
            how.push(weight / 2);
          }
        cells.push(mine);
        weights.push(how);
      }
    }
  }
  const touched = [...new Set(cells.flat())];
  const paint = createPaint();
  return {
    texture,
    update() {
      for (const i of touched) light.fill(0, i * 3, i * 3 + 3);
      for (let half = 0; half < cells.length; half++) {
        paint.half(shared, rows, half);
        if (paint.r + paint.g + paint.b <= 0) continue;
        const mine = cells[half];
        const how = weights[half];
        for (let k = 0; k < mine.length; k++) {
          const at = mine[k] * 3;
          light[at] += paint.r * how[k];
          light[at + 1] += paint.g * how[k];
          light[at + 2] += paint.b * how[k];
        }
      }
      // Stored as its square root: eight bits are then enough for what is dim.
      for (const i of touched)
        for (let k = 0; k < 3; k++) data[i * 4 + k] = Math.min(255, Math.sqrt(light[i * 3 + k]) * 255);
      texture.needsUpdate = true;
    },
    dispose: () => texture.dispose(),
  };
}
