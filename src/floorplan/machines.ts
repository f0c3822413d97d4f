import type { Address } from '../cluster/address.ts';
import { chipAt, type TorusPoint, torusLinks, torusPoint } from '../cluster/links.ts';
import { CHIPS_PER_ULTRASERVER, CORES, chipAddress, chipIndex, ultraServerIndex } from '../cluster/site.ts';
import type { SiteLayout } from '../scenario/scenario.ts';
import type { Body, Cell, Child, Plan, Wire } from './plan.ts';

/** Plans from the UltraServer to the core: schematic, no metres. */

/** Side of a chip, distance of neighbours, and of the four grids. */
const CHIP = 1;
const PITCH = 1.7;
const GRID = 4 * PITCH + 1.6;

/** The torus as four grids, one a server: X to the right, Y downwards, Z from grid to grid. */
export function ultraServerPlan(site: SiteLayout, address: Address): Plan {
  const ultraserver = address.slice(0, 4);
  const first = ultraServerIndex(site, ultraserver) * CHIPS_PER_ULTRASERVER;
  const children: Child[] = [];
  const cells: Cell[] = [];
  for (let chip = 0; chip < CHIPS_PER_ULTRASERVER; chip++) {
    const [x, y] = middle(torusPoint(chip));
    const rect = { x: x - CHIP / 2, y: y - CHIP / 2, w: CHIP, h: CHIP };
    children.push({ ...rect, address: chipAddress(site, first + chip) });
    cells.push({ ...rect, chip: first + chip });
  }
  const bodies: Body[] = [0, 1, 2, 3].map((z) => {
    const [x, y] = middle({ x: 0, y: 0, z });
    return {
      x: x - 1.35,
      y: y - 1.35,
      w: 3 * PITCH + 2.7,
      h: 3 * PITCH + 2.7,
      address: [...ultraserver, z + 1],
    };
  });
  return { width: 2 * GRID, height: 2 * GRID, children, cells, bodies, wires: torusWires() };
}

/** Servers 1 and 2 left, 3 and 4 right, so that the Z ring 1–2–3–4–1 goes round the picture. */
const CORNERS = [
  [0, 1],
  [0, 0],
  [1, 0],
  [1, 1],
] as const;

function middle({ x, y, z }: TorusPoint): [x: number, y: number] {
  const [column, row] = CORNERS[z];
  const margin = (GRID - 3 * PITCH) / 2;
  return [column * GRID + margin + x * PITCH, row * GRID + margin + y * PITCH];
}

/** Links in X and Y straight, those that wrap as a stub at both ends; Z as one bundle between neighbouring grids. */
function torusWires(): Wire[] {
  const wires: Wire[] = [];
  for (const link of torusLinks()) {
    if (link.axis === 'z') continue;
    const from = middle(torusPoint(link.from));
    const to = middle(torusPoint(link.to));
    const across = link.axis === 'x' ? 1 : 0;
    const down = 1 - across;
    if (!link.wraps) {
      wires.push({ points: [from, to], network: 'neuronLink', axis: link.axis });
      continue;
    }
    const stub = 0.95;
    const open = { network: 'neuronLink', axis: link.axis, open: true } as const;
    wires.push(
      { points: [from, [from[0] + stub * across, from[1] + stub * down]], ...open },
      { points: [[to[0] - stub * across, to[1] - stub * down], to], ...open },
    );
  }
  for (let z = 0; z < 4; z++) {
    for (const k of [0, 1, 2, 3]) {
      const upright = z % 2 === 0;
      const inner = upright ? { x: k, y: z === 0 ? 0 : 3 } : { x: z === 1 ? 3 : 0, y: k };
      const outer = upright ? { x: k, y: z === 0 ? 3 : 0 } : { x: z === 1 ? 0 : 3, y: k };
      const from = middle(torusPoint(chipAt({ ...inner, z })));
      const to = middle(torusPoint(chipAt({ ...outer, z: (z + 1) % 4 })));
      // From edge to edge of the two grids, beside the stubs of the rings that wrap.
      const aside = 0.28;
      wires.push({
        points: upright
          ? [
              [from[0] + aside, from[1]],
              [to[0] + aside, to[1]],
            ]
          : [
              [from[0], from[1] + aside],
              [to[0], to[1] + aside],
            ],
        network: 'neuronLink',
        axis: 'z',
      });
    }
  }
  return wires;
}

export function trayPlan(site: SiteLayout, address: Address): Plan {
  const sides = [1, 2].map((c) => ({ x: 1.2 + (c - 1) * 5, y: 2, w: 3.4, h: 2.6, c }));
  return {
    width: 11,
    height: 7,
    children: sides.map(({ c, ...rect }) => ({ ...rect, address: [...address, c] })),
    cells: sides.map(({ c, ...rect }) => ({ ...rect, chip: chipIndex(site, [...address, c]) })),
    bodies: [{ x: 0.5, y: 1, w: 10, h: 5.2 }],
    wires: [
      {
        points: [
          [4.6, 3.3],
          [6.2, 3.3],
        ],
        network: 'neuronLink',
      },
      ...sides.flatMap(({ x }): Wire[] => [
        {
          points: [
            [x + 0.7, 4.6],
            [x + 0.7, 6.9],
          ],
          network: 'neuronLink',
          open: true,
        },
        {
          points: [
            [x + 1.7, 4.6],
            [x + 1.7, 6.9],
          ],
          network: 'neuronLink',
          open: true,
        },
        {
          points: [
            [x + 2.7, 2],
            [x + 2.7, 0.1],
          ],
          network: 'efa',
          open: true,
        },
      ]),
    ],
  };
}

/** A head tray holds the host and no chip. */
export function headPlan(): Plan {
  return {
    width: 11,
    height: 7,
    children: [],
    cells: [],
    bodies: [
      { x: 0.5, y: 1, w: 10, h: 5.2 },
      { x: 1.6, y: 2.3, w: 3, h: 2.6, name: 'host' },
      { x: 6.4, y: 2.3, w: 3, h: 2.6, name: 'host' },
    ],
    wires: [],
  };
}

export function chipPlan(site: SiteLayout, address: Address): Plan {
  const chip = chipIndex(site, address);
  const children: Child[] = [];
  for (let n = 1; n <= CORES; n++) {
    // Four behind each other on each die, as they stand in the scene.
    const die = n <= CORES / 2 ? 0 : 1;
    const y = 1.1 + ((n - 1) % (CORES / 2)) * 1.23;
    children.push({ x: 3.2 + die * 3.1, y, w: 2.55, h: 1.1, address: [...address, n] });
  }
  const stack = (x: number, y: number): Body => ({ x, y, w: 1.7, h: 2.1, name: 'hbm' });
  return {
    width: 12,
    height: 7.2,
    children,
    cells: children.map(({ x, y, w, h }) => ({ x, y, w, h, chip })),
    bodies: [
      { x: 3, y: 0.9, w: 2.95, h: 5.2 },
      { x: 6.1, y: 0.9, w: 2.95, h: 5.2 },
      stack(0.8, 1.2),
      stack(0.8, 3.8),
      stack(9.5, 1.2),
      stack(9.5, 3.8),
    ],
    wires: [3.4, 4.4, 5.4, 6.6, 7.6, 8.6].map((x) => ({
      points: [
        [x, 6.1],
        [x, 7.2],
      ] as const,
      network: 'neuronLink' as const,
      open: true,
    })),
  };
}

export function corePlan(site: SiteLayout, address: Address): Plan {
  const chip = chipIndex(site, address.slice(0, 7));
  return {
    width: 12,
    height: 7.2,
    children: [],
    cells: [{ x: 6.9, y: 0.8, w: 4.3, h: 4, chip }],
    bodies: [
      { x: 6.9, y: 0.8, w: 4.3, h: 4, name: 'tensor' },
      { x: 0.8, y: 0.8, w: 4.3, h: 4, name: 'sbuf' },
      // Each as wide as its name on a phone: inside a core nothing is public but what there is.
      { x: 8.7, y: 5.2, w: 2.5, h: 1.1, name: 'psum' },
      { x: 5.9, y: 5.2, w: 2.6, h: 1.1, name: 'vector' },
      { x: 3.3, y: 5.2, w: 2.4, h: 1.1, name: 'scalar' },
      { x: 0.8, y: 5.2, w: 2.3, h: 1.1, name: 'gpsimd' },
    ],
    wires: [],
  };
}
