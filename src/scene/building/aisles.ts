import type { Vector3 } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createPaint, type RowClasses } from '../rowLight.ts';
import { light, type Shared } from '../shared.ts';

/** How strongly warm and cold air tint a floor. */
const WARM = 0.75;
const COOL = 0.16;
/** How far a tint reaches over the edges of its aisle, metres. */
const SOFT = 0.5;

/** Tints of the air in a hall's aisles, on the layer of power: warm behind racks by the heat of the two rows that share the
 *  aisle, cool before them. Rows 1 and 2, 3 and 4 … turn their backs to each other (cluster/places.ts). */
export interface Aisles {
  /** Adds the tints of the hall whose rows begin at `line`, as light, to `samples` (three numbers each). */
  add(shared: Shared, rows: RowClasses, line: number, samples: Float32Array): void;
}

/** `sampleX` gives the places of `count` samples across a hall, metres from its middle. */
export function createAisles(site: SiteLayout, count: number, sampleX: (i: number) => number): Aisles {
  const weight = (from: number, to: number): Float32Array =>
    Float32Array.from({ length: count }, (_, i) => {
      const x = sampleX(i);
      const off = Math.max(0, from - x, x - to);
      return Math.exp(-off / SOFT);
    });
  const pairs = Math.ceil(site.rows / 2);
  const hot: Float32Array[] = [];
  const cold = new Float32Array(count);
  for (let pair = 0; pair < pairs; pair++) {
    const west = rowOffset(site, 2 * pair);
    const east = west + M.row.depth + M.row.hotAisle;
    hot.push(weight(west + M.row.depth / 2, east - M.row.depth / 2));
    for (const [from, to] of [
      [west - M.row.depth / 2 - M.row.coldAisle / 2, west - M.row.depth / 2],
      [east + M.row.depth / 2, east + M.row.depth / 2 + M.row.coldAisle / 2],
    ])
      weight(from, to).forEach((share, i) => {
        cold[i] = Math.max(cold[i], share);
      });
  }
  const paint = createPaint();
  return {
    add(shared, rows, line, samples) {
      const cool: Vector3 = light(shared.palette.cool);
      for (let pair = 0; pair < pairs; pair++) {
        let [r, g, b] = [0, 0, 0];
        for (const row of [2 * pair, 2 * pair + 1]) {
          if (row >= site.rows) continue;
          paint.row(shared, rows, line + row);
          r += paint.r / 2;
          g += paint.g / 2;
          b += paint.b / 2;
        }
        for (let i = 0; i < count; i++) {
          const share = WARM * hot[pair][i];
          samples[i * 3] += r * share;
          samples[i * 3 + 1] += g * share;
          samples[i * 3 + 2] += b * share;
        }
      }
      for (let i = 0; i < count; i++) {
        samples[i * 3] += cool.x * COOL * cold[i];
        samples[i * 3 + 1] += cool.y * COOL * cold[i];
        samples[i * 3 + 2] += cool.z * COOL * cold[i];
      }
    },
  };
}
