import {
  BufferGeometry,
  DataTexture,
  Float32BufferAttribute,
  type IUniform,
  LinearFilter,
  Mesh,
  RGBAFormat,
  type Vector3,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createPaint, type RowClasses } from '../rowLight.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { createAisles } from './aisles.ts';
import { MIRROR, WHERE } from './mirror.ts';
import { hallX } from './plan.ts';

/** Pieces of each side of a floor, so that fog is right at their corners. */
const PIECES = 12;
/** Samples of the light across a hall. */
const SAMPLES = 128;
/** How far a row's light reaches over the floor, metres. */
const REACH = 0.85;
const STRENGTH = 0.36;

export interface HallFloors {
  readonly mesh: Mesh;
  readonly uniforms: {
    readonly uShow: IUniform<number>;
    readonly uDetail: IUniform<number>;
    /** Share of the rows' light that is left: close to a row its foot would outshine what it stands on. */
    readonly uNear: IUniform<number>;
  };
  /** Light of the rows of the building that stands at hall `first` (from 0 over the site). */
  update(first: number): void;
  dispose(): void;
}

const vertex = /* glsl */ `${WHERE}
in vec3 position;
// Metres from the hall's middle; the hall.
in vec3 aHall;
out vec3 vHall;
out float vFar;
flat out float vShown;
#ifdef MIRROR
out vec3 vRay;
flat out float vMiddle;
#endif
void main() {
  vHall = aHall;
  vShown = shownAt(position.x - aHall.x);
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  vFar = length(eye.xyz);
  #ifdef MIRROR
  vMiddle = position.x - aHall.x;
  vRay = position - (inverse(modelViewMatrix) * vec4(0.0, 0.0, 0.0, 1.0)).xyz;
  #endif
  gl_Position = projectionMatrix * eye;
}`;

const fragment = /* glsl */ `${WHERE}
#ifdef MIRROR
${MIRROR}
#endif
in vec3 vHall;
in float vFar;
flat in float vShown;
uniform sampler2D uLight;
uniform float uShow, uDetail, uNear, uHalls, uAround;
void main() {
  vec2 p = vHall.xy;
  vec2 w = max(fwidth(p), vec2(1e-5));
  vec3 c = mix(uGround, uPad, 0.35) * (NIGHT ? 0.8 : 1.0);
  #ifndef LOW
  // Tiles of 0.6 m.
  vec2 tile = abs(fract(p / 0.6) - 0.5) * 0.6;
  float joint = max(line(0.3 - tile.x, 0.006, w.x), line(0.3 - tile.y, 0.006, w.y));
  c = mix(c, uLine, joint * 0.55 * uDetail * clamp(0.12 / max(w.x, w.y), 0.0, 1.0));
  #endif
  // Soft ends: the rows' light stops where they stop, the walls shade.
  vec2 uv = vec2(p.x / HALL_W + 0.5, (vHall.z + 0.5) / uHalls);
  vec4 l = texture(uLight, uv);
  float past = max(abs(p.y) - ROW_HALF, 0.0);
  float near = 1.0 / (1.0 + past * 1.2);
  float ends = near * near;
  vec3 light = l.rgb * l.rgb * ends * vShown * uNear;
  float shade = l.a * ends;
  c *= 1.0 - shade * (NIGHT ? 0.55 : 0.16);
  float most = max(light.r, max(light.g, light.b));
  c = NIGHT ? c + light : c * mix(vec3(1.0), light / max(most, 1e-3), min(0.55, most * 1.6));
  #ifdef MIRROR
  if (NIGHT) c += mirrored(p, vHall.z) * vShown * uAround;
  #endif
  vec2 wall = vec2(HALL_W, HALL_D) * 0.5 - abs(p);
  c *= 1.0 - 0.3 * clamp(1.0 - min(wall.x, wall.y) * 0.4, 0.0, 1.0) * (NIGHT ? 1.0 : 0.35);
  outColour = finish(mix(uGround, fogged(c, vFar), uShow), 1.0);
}`;

/** Floors of a building's halls: tiles, the shade under the rows, and the light that the rows throw, from a texture
 *  of one line a hall so that no pixel has to look at twelve rows. */
export function createHallFloors(shared: Shared, site: SiteLayout, rows: RowClasses): HallFloors {
  const { width, depth } = M.hall;
  const position: number[] = [];
  const hall: number[] = [];
  const index: number[] = [];
  for (let h = 0; h < site.halls; h++) {
    const first = position.length / 3;
    for (let i = 0; i <= PIECES; i++)
      for (let j = 0; j <= PIECES; j++) {
        const [x, z] = [(i / PIECES - 0.5) * width, (0.5 - j / PIECES) * depth];
        position.push(hallX(site, h) + x, 0.02, z);
        hall.push(x, z, h);
        if (i === PIECES || j === PIECES) continue;
        const a = first + i * (PIECES + 1) + j;
        const b = a + PIECES + 1;
        index.push(a, b, b + 1, a, b + 1, a + 1);
      }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aHall', new Float32BufferAttribute(hall, 3));
  geometry.setIndex(index);

  const data = new Uint8Array(SAMPLES * site.halls * 4);
  const texture = new DataTexture(data, SAMPLES, site.halls, RGBAFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  const weights = rowWeights(site);
  for (let h = 0; h < site.halls; h++)
    for (let i = 0; i < SAMPLES; i++) data[(h * SAMPLES + i) * 4 + 3] = 255 * shadeAt(site, sampleX(i));
  texture.needsUpdate = true;
  const paint = createPaint();
  const aisles = createAisles(site, SAMPLES, sampleX);
  const light = new Float32Array(SAMPLES * 3);
  const uniforms = { uShow: { value: 1 }, uDetail: { value: 1 }, uNear: { value: 1 } };
  const uFirst = { value: 0 };
  /** 1 while rows stand, 0 where they have given way to an opened UltraServer. */
  const uAround = { value: 1 };
  const aside = (M.row.hotAisle + M.row.depth) / 2;
  const material = createMaterial(shared, {
    name: 'hall floors',
    vertex,
    fragment,
    uniforms: { ...uniforms, uLight: { value: texture }, uHalls: { value: site.halls }, uFirst, uAround },
    defines: {
      HALL_W: width.toFixed(1),
      HALL_D: depth.toFixed(1),
      ROW_HALF: ((site.positions * M.ultraserver.pitch) / 2).toFixed(3),
      ROWS: site.rows.toFixed(1),
      PAIRS: Math.ceil(site.rows / 2).toFixed(1),
      PAIR: M.row.pairPitch.toFixed(3),
      OUTER: (aside + M.row.depth / 2).toFixed(3),
      INNER: (aside - M.row.depth / 2).toFixed(3),
      HEIGHT: M.row.height.toFixed(3),
      RACK: M.rack.pitch.toFixed(4),
      TRAY: M.tray.pitch.toFixed(4),
      FIRST: M.rack.firstTray.toFixed(3),
      FILLED: (18 * M.tray.pitch + M.rack.serverGap).toFixed(4),
    },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 9;
  return {
    mesh,
    uniforms,
    update(first) {
      uFirst.value = first * site.rows;
      // Rows that give way to an opened UltraServer throw no light, and are not mirrored.
      const around = 1 - shared.fades.ultraserver;
      uAround.value = around;
      for (let h = 0; h < site.halls; h++) {
        light.fill(0);
        const power = shared.layer === 'power';
        if (power) aisles.add(shared, rows, (first + h) * site.rows, light);
        for (let r = 0; r < site.rows && !power; r++) {
          paint.row(shared, rows, (first + h) * site.rows + r);
          const kept = around * uncut(shared, hallX(site, h) + rowOffset(site, r));
          if (kept <= 0 || paint.r + paint.g + paint.b <= 0) continue;
          for (let i = 0; i < SAMPLES; i++) {
            const weight = kept * weights[r * SAMPLES + i];
            light[i * 3] += paint.r * weight;
            light[i * 3 + 1] += paint.g * weight;
            light[i * 3 + 2] += paint.b * weight;
          }
        }
        for (let i = 0; i < SAMPLES; i++)
          for (let k = 0; k < 3; k++)
            data[(h * SAMPLES + i) * 4 + k] = Math.min(255, Math.sqrt(light[i * 3 + k]) * 255);
      }
      texture.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}

/** Share of a row at x (building frame) that has not sunk into the floor; as `uncut` in shaders/header.ts. */
function uncut({ uniforms }: Shared, x: number): number {
  const cut = uniforms.uCut.value as Vector3;
  const t = Math.min(1, Math.max(0, ((x - cut.x) * cut.y - 0.7) / 0.9));
  return 1 - cut.z * t * t * (3 - 2 * t);
}

function sampleX(i: number): number {
  return ((i + 0.5) / SAMPLES - 0.5) * M.hall.width;
}

/** Share of a row's light at each sample: strongest at its foot. */
function rowWeights(site: SiteLayout): Float32Array {
  const weights = new Float32Array(site.rows * SAMPLES);
  for (let r = 0; r < site.rows; r++)
    for (let i = 0; i < SAMPLES; i++) {
      const off = Math.max(0, Math.abs(sampleX(i) - rowOffset(site, r)) - M.row.depth / 2);
      weights[r * SAMPLES + i] = STRENGTH * Math.exp(-off / REACH);
    }
  return weights;
}

function shadeAt(site: SiteLayout, x: number): number {
  let shade = 0;
  for (let r = 0; r < site.rows; r++) {
    const off = Math.max(0, Math.abs(x - rowOffset(site, r)) - M.row.depth / 2);
    shade = Math.max(shade, Math.exp(-off / 0.55));
  }
  return shade;
}
