import { CHIPS_PER_SERVER, CHIPS_PER_ULTRASERVER, TRAY_CHIPS } from './site.ts';

/** The 192 NeuronLink links of an UltraServer: a 4×4×4 torus, X and Y inside a server, Z over the four servers. */

export type Axis = 'x' | 'y' | 'z';

export interface Link {
  /** Chips in the UltraServer, 0–63 (16 × server + number), in ring direction from → to. */
  readonly from: number;
  readonly to: number;
  readonly axis: Axis;
  /** The link closes its ring: from coordinate 3 back to 0. */
  readonly wraps: boolean;
  /** Both ends on one tray: a trace on the board, no cable (inferred from the tray pairs). */
  readonly inTray: boolean;
  /** Ring of its axis, 0–15. */
  readonly ring: number;
  /** Hop in the ring, 0–3. */
  readonly hop: number;
}

export interface TorusPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function torusPoint(chip: number): TorusPoint {
  const device = chip % CHIPS_PER_SERVER;
  return { x: device % 4, y: Math.floor(device / 4), z: Math.floor(chip / CHIPS_PER_SERVER) };
}

export function chipAt({ x, y, z }: TorusPoint): number {
  return z * CHIPS_PER_SERVER + y * 4 + x;
}

/** Server, tray (2–9) and side (0 left, 1 right) of a chip of an UltraServer. */
export function trayOf(chip: number): { server: number; tray: number; side: number } {
  const device = chip % CHIPS_PER_SERVER;
  const pair = TRAY_CHIPS.findIndex((p) => p.includes(device));
  return {
    server: Math.floor(chip / CHIPS_PER_SERVER) + 1,
    tray: pair + 2,
    side: TRAY_CHIPS[pair].indexOf(device),
  };
}

/** All links, X first, then Y, then Z, ring by ring, hop by hop. */
export function torusLinks(): Link[] {
  const links: Link[] = [];
  for (const axis of ['x', 'y', 'z'] as const) {
    for (let ring = 0; ring < CHIPS_PER_ULTRASERVER / 4; ring++) {
      for (let hop = 0; hop < 4; hop++) {
        const from = chipAt(ringPoint(axis, ring, hop));
        const to = chipAt(ringPoint(axis, ring, (hop + 1) % 4));
        const a = trayOf(from);
        const b = trayOf(to);
        links.push({
          from,
          to,
          axis,
          wraps: hop === 3,
          inTray: a.server === b.server && a.tray === b.tray,
          ring,
          hop,
        });
      }
    }
  }
  return links;
}

/** Member `hop` of ring `ring` of an axis. */
function ringPoint(axis: Axis, ring: number, hop: number): TorusPoint {
  const a = ring % 4;
  const b = Math.floor(ring / 4);
  if (axis === 'x') return { x: hop, y: a, z: b };
  if (axis === 'y') return { x: a, y: hop, z: b };
  return { x: a, y: b, z: hop };
}
