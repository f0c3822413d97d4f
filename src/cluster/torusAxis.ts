import { type Axis, type Link, torusLinks, trayOf } from './links.ts';

/** What one dimension of an UltraServer's torus is made of. */
export interface AxisCounts {
  readonly links: number;
  /** Rings of four chips. */
  readonly rings: number;
  /** Links that stay on a tray's board (inferred from the tray pairs), and those that are cables. */
  readonly inTray: number;
  readonly cables: number;
  /** Cables from one rack to the other. */
  readonly betweenRacks: number;
}

/** Servers 1 and 2 stand in the left rack, 3 and 4 in the right one. */
function rackOf(chip: number): number {
  return trayOf(chip).server <= 2 ? 0 : 1;
}

export function crossesRacks({ from, to }: Link): boolean {
  return rackOf(from) !== rackOf(to);
}

/** Counted from the links themselves. */
export function axisCounts(axis: Axis): AxisCounts {
  const links = torusLinks().filter((link) => link.axis === axis);
  const inTray = links.filter((link) => link.inTray).length;
  return {
    links: links.length,
    rings: new Set(links.map(({ ring }) => ring)).size,
    inTray,
    cables: links.length - inTray,
    betweenRacks: links.filter(crossesRacks).length,
  };
}
