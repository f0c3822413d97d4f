import {
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { unrolled } from '../unrolled.ts';

/** Rings along a bundle and sides around it. */
const RINGS = 19;
const SIDES = 6;
/** Half width and half depth of a bundle of 16 cables, metres. */
const BUNDLE = [0.034, 0.02] as const;

/** Middle line of a bundle in the frame of its port (y up, z out of the front), lowest port to ladder tray. */
export const BUNDLE_WAY: readonly (readonly [y: number, z: number])[] = [
  [0.3, 0.03],
  [0.9, 0.035],
  [1.5, 0.035],
  [2.0, 0.035],
  [2.26, 0.03],
  [2.44, -0.06],
  [2.56, -0.28],
  [2.64, -0.62],
  [2.71, -1.1],
  [2.77, -1.55],
  [2.8, -1.9],
];

const vertex = /* glsl */ `
// Metres along the way; angle around it.
in vec2 aTube;
in vec3 aMiddle, aNormal;
// Metres right of the row's middle; position from 0.
in vec2 aBundle;
uniform float uRow, uWest, uOpened;
out float vAlong, vAcross, vFar, vFace;
flat out float vLoad;
#ifdef PAINTED
flat out vec3 vLane;
#endif
void main() {
  uint c = texelFetch(uClassMap, ivec2(int(aBundle.y + 0.5) * 64, int(uRow + 0.5)), 0).r;
  vec4 l = c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 1), 0);
  vLoad = max(l.z, max(l.x, l.y));
  #ifdef PAINTED
  // What another layer than work says of EFA cables.
  vec4 lane = c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 3), 0);
  vLoad = lane.a;
  vLane = lane.rgb;
  #endif
  vec3 side = vec3(1.0, 0.0, 0.0);
  vec3 offset = side * cos(aTube.y) * HALF_W + aNormal * sin(aTube.y) * HALF_D;
  vec3 p = vec3(aBundle.x, 0.0, DEPTH * 0.5) + aMiddle + offset;
  vAlong = aTube.x;
  vAcross = cos(aTube.y);
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFar = length(eye.xyz);
  vec3 n = normalize(mat3(modelViewMatrix) * (side * cos(aTube.y) * HALF_D + aNormal * sin(aTube.y) * HALF_W));
  vFace = clamp(dot(n, -normalize(eye.xyz)), 0.0, 1.0);
  gl_Position = abs(aBundle.y - uOpened) < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * eye;
}`;

const fragment = /* glsl */ `
in float vAlong, vAcross, vFar, vFace;
flat in float vLoad;
#ifdef PAINTED
flat in vec3 vLane;
#define LANE vLane
#else
#define LANE uEfa
#endif
uniform float uShow;
void main() {
  float w = width(vAlong / 0.625);
  // Pulses climb; their tip leads in the middle of the bundle.
  float f = fract(vAlong / 0.625 - uFlow * 0.8 + abs(vAcross) * 0.13);
  float comet = f * f * f * (1.0 - smoothstep(0.95, 1.0, f));
  comet = mix(comet, 0.22, smoothstep(0.3, 0.9, w));
  float strands = train(acos(clamp(vAcross, -1.0, 1.0)) * 2.4, 0.72, width(acos(clamp(vAcross, -0.999, 0.999)) * 2.4));
  float tie = line(fract(vAlong / 0.42) - 0.5, 0.03, width(vAlong / 0.42));
  float lit = mix(NIGHT ? 0.35 : 0.72, 1.0, vFace) * mix(NIGHT ? 0.55 : 0.8, 1.0, strands);
  vec3 slate = NIGHT ? mix(uSide, uQuietEdge, 1.15) : mix(uPad, uQuietEdge, 0.5);
  // Yellow jackets, as of the opened UltraServer (tubeMaterial.ts): dim while nothing is sent, light comes on top.
  vec3 jacket = NIGHT ? mix(slate, uEfaIdle * 0.78, 0.82) : mix(slate, mix(uPad, uEfaIdle, 0.85), 0.35 + 0.65 * smoothstep(0.0, 0.3, vLoad));
  vec3 c = jacket * lit;
  float ridge = vFace * vFace;
  if (NIGHT) c += LANE * 0.26 * ridge * ridge * strands;
  c = shine(c, LANE, vLoad * (0.2 + comet * 1.45) * mix(0.6, 1.0, strands) * mix(0.5, 1.0, vFace));
  c = shine(c, uHead, vLoad * smoothstep(0.86, 0.94, f) * (1.0 - smoothstep(0.94, 1.0, f)) * 0.35 * (1.0 - smoothstep(0.2, 0.5, w)) * (NIGHT ? 1.0 : 0.0));
  c = mix(c, uDeep * (NIGHT ? 0.4 : 0.5), tie * 0.8);
  outColour = finish(mix(uGround, fogged(c, vFar), uShow), 1.0);
}`;

export interface Cables {
  readonly mesh: Mesh;
  readonly uniforms: {
    readonly uRow: IUniform<number>;
    /** 1 where the row looks west. */
    readonly uWest: IUniform<number>;
    /** Position (from 0) whose cables are drawn elsewhere; −1 none. */
    readonly uOpened: IUniform<number>;
    readonly uShow: IUniform<number>;
  };
  dispose(): void;
}

/**
 * The EFA cables of a row, in its own frame: a bundle of 16 on either side of each rack, up its front, over its roof
 * and into the ladder tray above the hot aisle. One cable a chip; their lanes are schematic.
 */
export function createCables(shared: Shared, site: SiteLayout): Cables {
  const template = new InstancedBufferGeometry();
  tube(template);
  const bundles: number[] = [];
  for (let u = 0; u < site.filled; u++)
    for (const rack of [-0.5, 0.5])
      for (const side of [-0.275, 0.275]) bundles.push(rack * M.rack.pitch + side, u);
  const aBundle = new InstancedBufferAttribute(new Float32Array(bundles), 2);
  template.setAttribute('aBundle', aBundle);
  template.instanceCount = bundles.length / 2;
  const geometry = unrolled(template);
  const uniforms = { uRow: { value: 0 }, uWest: { value: 1 }, uOpened: { value: -1 }, uShow: { value: 1 } };
  const material = createMaterial(shared, {
    name: 'EFA cables of a row',
    vertex: vertex.replace(
      'vec3(aBundle.x,',
      `vec3(aBundle.x + (aBundle.y - ${((site.positions - 1) / 2).toFixed(2)}) * ${M.ultraserver.pitch.toFixed(4)} * uWest,`,
    ),
    fragment,
    uniforms: { ...uniforms },
    defines: {
      HALF_W: BUNDLE[0].toFixed(4),
      HALF_D: BUNDLE[1].toFixed(4),
      DEPTH: M.row.depth.toFixed(3),
    },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return {
    mesh,
    uniforms,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** One bundle's tube along `BUNDLE_WAY`; `aNormal` is the way's own normal in its upright plane. */
function tube(geometry: InstancedBufferGeometry): void {
  const aTube: number[] = [];
  const middle: number[] = [];
  const normal: number[] = [];
  const index: number[] = [];
  let along = 0;
  let last: readonly [number, number] | null = null;
  for (let i = 0; i < RINGS; i++) {
    const at = wayAt(i / (RINGS - 1));
    const next = wayAt(Math.min(1, (i + 0.5) / (RINGS - 1)));
    const before = wayAt(Math.max(0, (i - 0.5) / (RINGS - 1)));
    if (last) along += Math.hypot(at[0] - last[0], at[1] - last[1]);
    last = at;
    const length = Math.hypot(next[0] - before[0], next[1] - before[1]) || 1;
    const [dy, dz] = [(next[0] - before[0]) / length, (next[1] - before[1]) / length];
    for (let k = 0; k < SIDES; k++) {
      aTube.push(along, (k / SIDES) * 2 * Math.PI);
      middle.push(0, at[0], at[1]);
      normal.push(0, -dz, dy);
      if (i > 0) {
        const a = (i - 1) * SIDES + k;
        const b = (i - 1) * SIDES + ((k + 1) % SIDES);
        index.push(a, b, a + SIDES, b, b + SIDES, a + SIDES);
      }
    }
  }
  geometry.setAttribute('aTube', new Float32BufferAttribute(aTube, 2));
  geometry.setAttribute('aMiddle', new Float32BufferAttribute(middle, 3));
  geometry.setAttribute('aNormal', new Float32BufferAttribute(normal, 3));
  // Three draws nothing of a geometry that has no position.
  geometry.setAttribute('position', new Float32BufferAttribute(middle, 3));
  geometry.setIndex(index);
}

/** Catmull-Rom through the way, t from 0 to 1. */
function wayAt(t: number): readonly [number, number] {
  const last = BUNDLE_WAY.length - 1;
  const s = t * last;
  const i = Math.min(last - 1, Math.floor(s));
  const f = s - i;
  const p = (k: number): readonly [number, number] => BUNDLE_WAY[Math.min(last, Math.max(0, k))];
  const [a, b, c, d] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
  const mix = (k: 0 | 1): number =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * f +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * f * f +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * f * f * f);
  return [mix(0), mix(1)];
}
