import { DataTexture, FloatType, RGBAFormat, Vector2, Vector3, Vector4 } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import type { Palette } from '../../look/palette.ts';
import { blend, type Rgb, rgb } from '../../look/rgb.ts';
import { AXES, FIELDS, WAYS } from './rings.ts';

/** What every near material reads: colours of the theme and what the 64 chips of the focused UltraServer are doing.
 *  One object for UltraServer, tray, chip and core; materials hold the same `{ value }` boxes. */
export interface NearUniforms {
  readonly [name: string]: { value: unknown };
  /** Bodies by facing: top, front, side. */
  readonly uBody: { value: Vector3[] };
  /** Named body colours: see `TINTS`. */
  readonly uTint: { value: Vector3[] };
  readonly uEdge: { value: Vector3 };
  readonly uFog: { value: Vector3 };
  readonly uPaper: { value: Vector3 };
  /** Waiting, forward, backward, optimizer, at fault. */
  readonly uWork: { value: Vector3[] };
  /** X, Y, Z, EFA: idle jacket. */
  readonly uIdle: { value: Vector3[] };
  /** X, Y, Z, EFA: carrying bytes. */
  readonly uBusy: { value: Vector3[] };
  readonly uHead: { value: Vector3 };
  /** 1 where light is added, 0 where it is painted. */
  readonly uGlow: { value: number };
  /** Per chip: phase (−1 not in the job, 0 waiting, 1 forward, 2 backward, 3 optimizer, 4 at fault), progress 0 … 1,
   *  share of time computing, share of time moving memory. */
  readonly uChip: { value: Vector4[] };
  /** Per chip: share of time its NeuronLinks are busy, place of the pulse head in hops, the same two of EFA
   *  (a negative share flows in). What each NeuronLink carries each way stands in `uHops`. */
  readonly uFlow: { value: Vector4[] };
  /** Per chip (column) what another layer than work says (layers/painter.ts): of the chip, of its links along X, Y and Z, of
   *  its EFA cable (line); a colour, and how far cells fill or cables are lit, 0 … 1, or the mark of cells. Read where `uPainted` is 1, which is compiled in. */
  readonly uPaint: { value: DataTexture };
  /** A column for each chip that a link leaves in ring direction, a line for each axis and way: near/rings.ts. */
  readonly uHops: { value: DataTexture };
  readonly uPainted: { value: 0 | 1 };
  /** 1 where it is memory that the paint tells. */
  readonly uMemory: { value: 0 | 1 };
  /** The one axis of the torus that is lit, 0 X, 1 Y, 2 Z; −1 all. */
  readonly uAxis: { value: number };
  /** The chip (0–63) whose three rings stand out in the cube; −1 for none. */
  readonly uRinged: { value: number };
  /** Metres a pixel covers at one metre; the drawing buffer's height decides. */
  readonly uPixel: { value: number };
  /** The two chips of the tray at hand (0–63), left and right. */
  readonly uPair: { value: Vector2 };
  /** The inside of each of them (near/units.ts), three vectors a chip: how far its kernel is, 1 where the tensor engine
   *  computes, share of bytes read, number of the tile; how busy load, compute, drain and store are; how far each is. */
  readonly uInside: { value: Vector4[] };
}

/** Vectors a chip takes in `uInside`. */
export const INSIDE_LINES = 3;

/** Body colours besides the grey of the racks, by name; the order is that of `uTint`. */
export const TINTS = ['body', 'board', 'link', 'efa', 'busbar', 'silicon', 'copper', 'dark'] as const;
export type Tint = (typeof TINTS)[number];

const quads = (n: number): Vector4[] => Array.from({ length: n }, () => new Vector4());
const vectors = (n: number): Vector3[] => Array.from({ length: n }, () => new Vector3());

function paintTexture(): DataTexture {
  const data = new Float32Array(CHIPS_PER_ULTRASERVER * 5 * 4);
  return new DataTexture(data, CHIPS_PER_ULTRASERVER, 5, RGBAFormat, FloatType);
}

function hopsTexture(): DataTexture {
  const lines = AXES * WAYS;
  const data = new Float32Array(CHIPS_PER_ULTRASERVER * lines * FIELDS);
  const texture = new DataTexture(data, CHIPS_PER_ULTRASERVER, lines, RGBAFormat, FloatType);
  texture.needsUpdate = true;
  return texture;
}

/** What is compiled into the shaders of what shows the state of chips. */
export function nearVariant({ uPainted }: NearUniforms): Record<string, number> {
  return uPainted.value === 1 ? { PAINTED: 1 } : {};
}

export function createNearUniforms(): NearUniforms {
  return {
    uBody: { value: vectors(3) },
    uTint: { value: vectors(TINTS.length) },
    uEdge: { value: new Vector3() },
    uFog: { value: new Vector3() },
    uPaper: { value: new Vector3() },
    uWork: { value: vectors(5) },
    uIdle: { value: vectors(4) },
    uBusy: { value: vectors(4) },
    uHead: { value: new Vector3() },
    uGlow: { value: 1 },
    uChip: { value: quads(CHIPS_PER_ULTRASERVER) },
    uFlow: { value: quads(CHIPS_PER_ULTRASERVER) },
    uPaint: { value: paintTexture() },
    uHops: { value: hopsTexture() },
    uPainted: { value: 0 },
    uMemory: { value: 0 },
    uAxis: { value: -1 },
    uRinged: { value: -1 },
    uPixel: { value: 0.001 },
    uPair: { value: new Vector2(-1, -1) },
    uInside: { value: quads(2 * INSIDE_LINES) },
  };
}

/** Fades and the like of one component; kept apart from what all share. */
export interface LocalUniforms {
  readonly [name: string]: { value: unknown };
  /** 0 not there yet, 1 fully there. */
  readonly uFade: { value: number };
  /** 0 the subject, 1 sunk in fog because something inside is looked at. */
  readonly uDim: { value: number };
  /** Slot that is not drawn because it stands elsewhere; −1 none. */
  readonly uHidden: { value: number };
  /** Beyond this place (x, z) and radius bodies sink into the fog, by a share; metres. */
  readonly uSpot: { value: Vector4 };
  /** Heights between which bodies rise from dark to full, metres. */
  readonly uFloor: { value: Vector2 };
}

export function createLocalUniforms(low: number, high: number): LocalUniforms {
  return {
    uFade: { value: 0 },
    uDim: { value: 0 },
    uHidden: { value: -1 },
    uSpot: { value: new Vector4(0, 0, 1, 0) },
    uFloor: { value: new Vector2(low, high) },
  };
}

/** Fills the colours of a theme in. */
export function setNearTheme(uniforms: NearUniforms, palette: Palette): void {
  const put = (vector: Vector3, colour: Rgb): void => {
    vector.set(colour[0], colour[1], colour[2]);
  };
  const night = palette.glow > 0;
  const paper = rgb(palette.ground);
  const side = rgb(palette.body[1]);
  for (let i = 0; i < 3; i++) put(uniforms.uBody.value[i], rgb(palette.body[i]));
  const link = rgb(palette.neuronLink);
  const efa = rgb(palette.efa);
  const tints: Record<Tint, Rgb> = {
    body: side,
    // A hint of green, the only one: this is a printed circuit board.
    board: night ? [0.075, 0.125, 0.165] : [0.9, 0.915, 0.885],
    link: blend(side, link, night ? 0.45 : 0.4),
    efa: blend(side, efa, night ? 0.5 : 0.4),
    busbar: night ? [0.227, 0.204, 0.157] : [0.87, 0.84, 0.76],
    silicon: night ? [0.135, 0.17, 0.225] : [0.86, 0.875, 0.895],
    copper: night ? [0.36, 0.31, 0.22] : [0.8, 0.76, 0.65],
    dark: night ? [0.035, 0.047, 0.07] : [0.45, 0.47, 0.52],
  };
  TINTS.forEach((name, i) => {
    put(uniforms.uTint.value[i], tints[name]);
  });
  put(uniforms.uEdge.value, rgb(palette.edge));
  put(uniforms.uFog.value, rgb(palette.fog));
  put(uniforms.uPaper.value, paper);
  [palette.waiting, palette.forward, palette.backward, palette.optimizer, palette.fault].forEach((hex, i) => {
    put(uniforms.uWork.value[i], rgb(hex));
  });
  // X is paler, Z deeper: the axes are told apart by shade, and always also by shape.
  const busy = rgb(palette.neuronLinkBusy);
  const white: Rgb = night ? [1, 1, 1] : paper;
  const jackets = [blend(busy, white, night ? 0.2 : 0.22), busy, link, rgb(palette.efaIdle)];
  const lit = [blend(busy, white, night ? 0.22 : 0), busy, busy, efa];
  for (let i = 0; i < 4; i++) {
    put(uniforms.uIdle.value[i], night ? jackets[i] : blend(paper, jackets[i], i === 3 ? 0.85 : 0.45));
    put(uniforms.uBusy.value[i], lit[i]);
  }
  put(uniforms.uHead.value, rgb(palette.head));
  uniforms.uGlow.value = palette.glow;
}
