import type { SiteLayout } from '../scenario/scenario.ts';
import type { Address } from './address.ts';

/** Fixed shape of an UltraServer: 4 servers of 1 head tray and 8 trays of 2 chips with 8 NeuronCores each. */
export const SERVERS = 4;
export const TRAYS = 9;
export const CHIPS_PER_TRAY = 2;
export const CORES = 8;
export const CHIPS_PER_SERVER = 16;
export const CHIPS_PER_ULTRASERVER = 64;

/** Chips (0–15 in their server) of the trays t2–t9: pairs that share adjacent PCI buses, hence inferred. */
export const TRAY_CHIPS: readonly (readonly [number, number])[] = [
  [0, 3],
  [1, 2],
  [4, 7],
  [5, 6],
  [8, 11],
  [9, 10],
  [12, 15],
  [13, 14],
];

export function hallsOf(site: SiteLayout): number {
  return site.buildings * site.halls;
}

export function ultraServersOf(site: SiteLayout): number {
  return hallsOf(site) * site.rows * site.filled;
}

export function chipsOf(site: SiteLayout): number {
  return ultraServersOf(site) * CHIPS_PER_ULTRASERVER;
}

/** Children a place has: the largest number that may follow its address. */
export function childrenOf(site: SiteLayout, address: Address): number {
  switch (address.length) {
    case 0:
      return site.buildings;
    case 1:
      return site.halls;
    case 2:
      return site.rows;
    case 3:
      return site.filled;
    case 4:
      return SERVERS;
    case 5:
      return TRAYS;
    case 6:
      return address[5] === 1 ? 0 : CHIPS_PER_TRAY;
    case 7:
      return CORES;
    default:
      return 0;
  }
}

/** Whether the site has this place. */
export function exists(site: SiteLayout, address: Address): boolean {
  for (let i = 0; i < address.length; i++) {
    if (address[i] > childrenOf(site, address.slice(0, i))) return false;
  }
  return true;
}

/** Index of an UltraServer: buildings, halls, rows, positions, each inside the last. */
export function ultraServerIndex(site: SiteLayout, address: Address): number {
  const [b, h, r, u] = address;
  return (((b - 1) * site.halls + h - 1) * site.rows + r - 1) * site.filled + u - 1;
}

/** Index of a chip: 64 × its UltraServer + 16 × server + number in the server. */
export function chipIndex(site: SiteLayout, address: Address): number {
  const [, , , , s, t, c] = address;
  return (
    ultraServerIndex(site, address) * CHIPS_PER_ULTRASERVER +
    (s - 1) * CHIPS_PER_SERVER +
    TRAY_CHIPS[t - 2][c - 1]
  );
}

/** The address of an UltraServer by its index. */
export function ultraServerAddress(site: SiteLayout, index: number): Address {
  const u = index % site.filled;
  const row = Math.floor(index / site.filled);
  const r = row % site.rows;
  const hall = Math.floor(row / site.rows);
  return [Math.floor(hall / site.halls) + 1, (hall % site.halls) + 1, r + 1, u + 1];
}

/** The address of a chip by its index. */
export function chipAddress(site: SiteLayout, index: number): Address {
  const inside = index % CHIPS_PER_ULTRASERVER;
  const device = inside % CHIPS_PER_SERVER;
  const tray = TRAY_CHIPS.findIndex((pair) => pair.includes(device));
  return [
    ...ultraServerAddress(site, Math.floor(index / CHIPS_PER_ULTRASERVER)),
    Math.floor(inside / CHIPS_PER_SERVER) + 1,
    tray + 2,
    TRAY_CHIPS[tray].indexOf(device) + 1,
  ];
}
