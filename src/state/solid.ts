type Triple = readonly [x: number, y: number, z: number];

/** An axis-aligned box: its middle and its sides, metres. */
export interface SolidBox {
  readonly at: Triple;
  readonly size: Triple;
}

/** A cable: the points it runs through and half its thickness, metres. */
export interface SolidTube {
  readonly points: readonly Triple[];
  readonly radius: number;
}

/** Bodies of one material. */
export interface SolidPart {
  readonly name: string;
  /** sRGB, `#rrggbb`. */
  readonly colour: string;
  /** Whether it shines by itself. */
  readonly glows: boolean;
  readonly boxes: readonly SolidBox[];
  readonly tubes: readonly SolidTube[];
}

/** A thing in three dimensions, as data: y upwards, its front towards +z, its foot at the origin. */
export interface Solid {
  readonly name: string;
  readonly parts: readonly SolidPart[];
}
