/** One table of metres for every picture. Sizes of buildings, racks and trays follow the public record where there is
 *  one; plot grid, hall plan and everything inside a tray, chip or core are schematic. */

export const METRES = {
  plot: { pitchX: 290, pitchZ: 190, columns: 5, rows: 6, width: 240, depth: 146 },
  building: { width: 205, depth: 98, height: 10 },
  hall: { width: 41, depth: 41, pitch: 44, height: 7 },
  /** Rows run north–south (z), stacked west to east in pairs that share a hot aisle; fronts look into cold aisles. */
  row: { length: 30, depth: 1.2, height: 2.2, pairPitch: 5.6, hotAisle: 1.4, coldAisle: 1.8 },
  /** The network row stands at the north end of a hall. */
  networkRow: { z: -17.6, depth: 1, height: 2.3 },
  ladder: { height: 2.78, width: 0.5 },
  ultraserver: { width: 1.25, pitch: 1.25, height: 2.12, depth: 1.05 },
  rack: { width: 0.6, pitch: 0.66, depth: 1.05, height: 2.12, firstTray: 0.22, serverGap: 0.02 },
  tray: { width: 0.44, depth: 0.56, height: 0.0834, pitch: 0.0889, pull: 0.64 },
  /** Chip windows in a tray's face. */
  window: { width: 0.114, height: 0.061, x: 0.088 },
  chip: { width: 0.076, depth: 0.058, height: 0.0045, x: 0.092, z: -0.2, y: 0.02 },
  die: { width: 0.0158, depth: 0.0384, x: 0.009 },
  /** Four cores of a die stand behind each other, `pitch` apart. */
  core: { width: 0.0146, depth: 0.0086, pitch: 0.009, y: 0.0034, height: 0.0007 },
  person: 1.75,
  /** Schematic, for scale: machines, the yard and the road. */
  hub: { height: 7 },
  airHandler: { width: 12, depth: 3.1, height: 3.4 },
  roofUnit: { width: 11, depth: 15, height: 2.6 },
  generator: { width: 2.6, depth: 6.4, height: 3.2 },
  lorry: { trailer: 12.5, cab: 2.3, width: 2.5, height: 3.9 },
} as const;

/** Plots (column, row) in the order in which buildings take them: the first 7 are the campus of October 2025,
 *  the first 14 that of 2026. Which plot was built when is schematic. */
export const PLOTS: readonly (readonly [number, number])[] = [
  [1, 2],
  [1, 3],
  [1, 4],
  [2, 2],
  [2, 3],
  [2, 4],
  [3, 2],
  [3, 3],
  [3, 4],
  [1, 1],
  [2, 1],
  [3, 1],
  [0, 2],
  [0, 3],
  [0, 1],
  [0, 4],
  [4, 1],
  [4, 2],
  [4, 3],
  [4, 4],
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
  [0, 5],
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 5],
];

/** Where the building lanes meet: a drawing of the fabric, not a known building. */
export const HUB = { x: -145, z: 95, size: 34 } as const;
