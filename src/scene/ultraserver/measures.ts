/** Inside an UltraServer, metres: what is not in `cluster/metres.ts` because no other picture needs it. Schematic. */
export const MEASURES = {
  post: { width: 0.042, depth: 0.05 },
  plinth: { width: 1.62, depth: 1.47, height: 0.022 },
  /** Ports of one side of a tray's face, outermost first: Z in, Z out, Y in, Y out, X. */
  port: { outermost: 0.213, pitch: 0.0122, width: 0.0092, height: 0.0075, depth: 0.01, z: 0.008 },
  /** Gutter lanes of the Z cables beside the trays and of EFA outside them, from the rack's middle. */
  lane: { z: 0.245, efa: 0.275, columns: 3, pitch: 0.0098, layer: 0.0098, front: 0.03 },
  radius: { x: 0.004, y: 0.0042, z: 0.0048, bar: 0.0026, efa: 0.003 },
  /** How far cables bulge out of the face. */
  bulge: { x: 0.038, y: 0.062, yWrap: 0.125 },
  /** Where the crossing swags hang, and how deep. */
  swag: { sag: 0.056, front: 0.05 },
  /** How high EFA cables are drawn above the racks. */
  efaTop: 2.95,
} as const;
