import {
  BufferGeometry,
  type DataTexture,
  Float32BufferAttribute,
  type IUniform,
  Mesh,
  Vector2,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';

/** Half a side of the land around the plots, metres: the horizon lies in the fog. */
const HORIZON = 7000;
/** Margin of the site around its plots, metres. */
const MARGIN = 9;

const vertex = /* glsl */ `
in vec3 position;
out vec2 vAt;
out float vFar;
void main() {
  vec3 p = vec3(position.x, HEIGHT, position.z);
  vAt = p.xz;
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFar = length(eye.xyz);
  gl_Position = projectionMatrix * eye;
}`;

/** Roads, plots and pads by arithmetic: sharp from 2 km to a metre. Every instruction counts here: this is most of the
 *  picture, and a software renderer runs both sides of every branch. */
const site = /* glsl */ `
in vec2 vAt;
in float vFar;
uniform sampler2D uSpill;
uniform vec2 uSpillHalf, uGrid;
uniform int uBuilt[GRID_ROWS];
uniform float uSpillShow;
// Distance outside (positive) a rectangle of half size h; p is already in one quarter.
float box(vec2 p, vec2 h) { vec2 d = p - h; return max(d.x, d.y); }
void main() {
  vec2 pixel = fwidth(vAt);
  float w = max(max(pixel.x, pixel.y), 1e-5);
  vec2 cell = vAt / uGrid + vec2(GRID_COLUMNS, GRID_ROWS) * 0.5;
  ivec2 id = clamp(ivec2(floor(cell)), ivec2(0), ivec2(GRID_COLUMNS - 1, GRID_ROWS - 1));
  bool built = (uBuilt[id.y] >> id.x & 1) == 1;
  vec2 p = abs((fract(cell) - 0.5) * uGrid);
  float perPixel = 1.0 / w;
  // Roads run between the plots.
  float onRoad = clamp(box(p, 0.5 * uGrid - 5.0) * perPixel + 0.5, 0.0, 1.0);
  vec2 half_ = built ? vec2(112.0, 64.0) : vec2(PLOT_W, PLOT_D) * 0.5;
  float outline = box(p, half_);
  float inside = clamp(0.5 - outline * perPixel, 0.0, 1.0);
  float along = p.x * half_.y > p.y * half_.x ? p.y : p.x;
  float dash = built ? 1.0 : clamp((0.275 - abs(fract(along / 18.0) - 0.5)) * 18.0 * perPixel + 0.5, 0.0, 1.0);
  float drawn = clamp((max(0.35, 0.55 * w) - abs(outline)) * perPixel + 0.5, 0.0, 1.0) * dash;
  vec3 c = mix(uGround, uPad, max(onRoad * 0.8, inside * (built ? 1.0 : 0.4)));
  c = mix(c, built ? uQuietEdge : uLine, drawn * 0.9);
  // Soft shade at the foot of the building; its floor.
  float foot = box(p, vec2(HALF_W, HALF_D));
  float away = 1.0 + max(foot, 0.0) * 0.09;
  c *= built ? 1.0 - SHADE_FOOT / (away * away) : 1.0;
  c = built && foot < 0.0 ? uDeep * FLOOR_TONE : c;
  vec3 light = texture(uSpill, vAt * uSpillHalf + 0.5).rgb;
  light *= light * uSpillShow;
  if (NIGHT) c += light;
  else {
    float most = max(light.r, max(light.g, light.b));
    c *= mix(vec3(1.0), light / max(most, 1e-3), min(0.5, most * 1.3));
  }
  outColour = finish(fogged(c, vFar), 1.0);
}`;

/** Fields beyond the site; inside a hall, its dark surroundings. */
const land = /* glsl */ `
in vec2 vAt;
in float vFar;
uniform float uPlain;
void main() {
  vec2 d = abs(fract(vAt / vec2(402.0, 268.0)) - 0.5) * vec2(402.0, 268.0);
  vec3 c = mix(uGround * (NIGHT ? 0.92 : 1.0), uLine, line(min(d.x, d.y), 1.0, width(vAt.x + vAt.y)) * 0.5);
  c = uPlain > 0.0 ? uDeep * FLOOR_TONE : c;
  outColour = finish(mix(fogged(c, vFar), uFog, uPlain), 1.0);
}`;

/** Pieces of each side of a band, so that fog is right at their corners. */
const PIECES = 8;

/** Level ground by its middle and size, metres. */
export interface Rectangle {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly depth: number;
}

const NOWHERE: Rectangle = { x: 0, z: 0, width: 0, depth: 0 };

/** A rectangle without the hole in it, as four bands around the hole: what is hidden costs a software renderer as much
 *  as what is seen. */
function around(whole: Rectangle, hole: Rectangle): number[] {
  const edges = ({ x, z, width, depth }: Rectangle) =>
    [x - width / 2, x + width / 2, z - depth / 2, z + depth / 2] as const;
  const [west, east, north, south] = edges(whole);
  const [w, e, n, s] = edges(hole);
  const at: number[] = [];
  for (const [x0, x1, z0, z1] of [
    [west, east, north, n],
    [west, east, s, south],
    [west, w, n, s],
    [e, east, n, s],
  ])
    for (let j = 0; j <= PIECES; j++)
      for (let i = 0; i <= PIECES; i++)
        at.push(x0 + ((x1 - x0) * i) / PIECES, 0, z0 + ((z1 - z0) * j) / PIECES);
  return at;
}

function aroundIndex(): number[] {
  const index: number[] = [];
  const line = PIECES + 1;
  for (let band = 0; band < 4; band++)
    for (let j = 0; j < PIECES; j++)
      for (let i = 0; i < PIECES; i++) {
        const a = (band * line + j) * line + i;
        index.push(a, a + line, a + 1, a + 1, a + line, a + line + 1);
      }
  return index;
}

export interface Ground {
  readonly meshes: readonly Mesh[];
  /** Inside a hall nothing of plots and roads can be seen: 0 draws them, above it the land turns plain, 1 is nothing
   *  but the colour behind everything. */
  setPlain(share: number): void;
  /** What of the site is covered by other floors and need not be drawn; null nothing. */
  leaveOut(covered: Rectangle | null): void;
  dispose(): void;
}

export interface GroundOptions {
  readonly spill: DataTexture;
  /** Half the ground that the spill covers, metres. */
  readonly spillHalf: number;
  /** Share of that light: it comes through the roofs, and is less where they are off. */
  readonly spillShow: IUniform<number>;
  /** Bits of columns with a building, one number a row of plots. */
  readonly built: number[];
}

export function createGround(shared: Shared, options: GroundOptions): Ground {
  const width = M.plot.columns * M.plot.pitchX + 2 * MARGIN;
  const depth = M.plot.rows * M.plot.pitchZ + 2 * MARGIN;
  const ofSite = { x: 0, z: 0, width, depth };
  const ofLand = { x: 0, z: 0, width: 2 * HORIZON, depth: 2 * HORIZON };
  const inner = new BufferGeometry();
  const outer = new BufferGeometry();
  const innerAt = new Float32BufferAttribute(around(ofSite, NOWHERE), 3);
  const outerAt = new Float32BufferAttribute(around(ofLand, ofSite), 3);
  inner.setAttribute('position', innerAt).setIndex(aroundIndex());
  outer.setAttribute('position', outerAt).setIndex(aroundIndex());
  let hole: Rectangle = NOWHERE;
  // On paper shade is light and floors are nearly white; as expressions, since themes are compiled in.
  const tones = { FLOOR_TONE: '(NIGHT ? 0.42 : 0.96)', SHADE_FOOT: '(NIGHT ? 0.5 : 0.15)' };
  const plain = { value: 0 };
  const siteMaterial = createMaterial(shared, {
    name: 'site',
    vertex,
    fragment: site,
    uniforms: {
      uSpill: { value: options.spill },
      uSpillHalf: { value: new Vector2(0.5 / options.spillHalf, 0.5 / options.spillHalf) },
      uSpillShow: options.spillShow,
      uBuilt: { value: options.built },
      uGrid: { value: new Vector2(M.plot.pitchX, M.plot.pitchZ) },
    },
    defines: {
      ...tones,
      HEIGHT: '0.0',
      GRID_COLUMNS: M.plot.columns,
      GRID_ROWS: M.plot.rows,
      PLOT_W: M.plot.width.toFixed(1),
      PLOT_D: M.plot.depth.toFixed(1),
      HALF_W: (M.building.width / 2).toFixed(1),
      HALF_D: (M.building.depth / 2).toFixed(1),
    },
  });
  const landMaterial = createMaterial(shared, {
    name: 'land',
    vertex,
    fragment: land,
    uniforms: { uPlain: plain },
    // Below the site by more than depth can mistake from far away; the site hides it.
    defines: { ...tones, HEIGHT: '-0.4' },
  });
  const siteMesh = new Mesh(inner, siteMaterial);
  const landMesh = new Mesh(outer, landMaterial);
  // Last of the opaque: depth then rejects what bodies cover.
  siteMesh.renderOrder = 10;
  landMesh.renderOrder = 11;
  siteMesh.frustumCulled = landMesh.frustumCulled = false;
  return {
    meshes: [siteMesh, landMesh],
    setPlain(share) {
      if (siteMesh.visible !== share <= 0) {
        outerAt.copyArray(around(ofLand, share <= 0 ? ofSite : NOWHERE));
        outerAt.needsUpdate = true;
      }
      siteMesh.visible = share <= 0;
      landMesh.visible = share < 1;
      plain.value = share;
    },
    leaveOut(covered) {
      const next = covered ?? NOWHERE;
      if (next.x === hole.x && next.z === hole.z && next.width === hole.width) return;
      hole = next;
      innerAt.copyArray(around(ofSite, hole));
      innerAt.needsUpdate = true;
    },
    dispose() {
      for (const part of [inner, outer, siteMaterial, landMaterial]) part.dispose();
    },
  };
}
