import { BufferGeometry, DoubleSide, Float32BufferAttribute, type IUniform, Mesh } from 'three';
import { ADDED, createMaterial } from './shaders/material.ts';
import type { Shared } from './shared.ts';

export type Knot = readonly [x: number, y: number, z: number];

/** Whose traffic a ribbon shows: a line of the class map (from the mesh's base line) and the share of each stream. */
export interface Source {
  readonly line: number;
  readonly forward: number;
  readonly backward: number;
  readonly data: number;
}

/** A flat band along a way, carrying EFA traffic in its direction. */
export interface Ribbon {
  readonly way: readonly Knot[];
  readonly width: number;
  readonly source: Source;
  /** Stands on edge (its width is up) instead of lying flat. */
  readonly upright?: boolean;
}

export interface RibbonUniforms {
  /** Line that sources count from. */
  readonly uBase: IUniform<number>;
  /** 1 drawn, 0 sunk into the ground's colour. */
  readonly uShow: IUniform<number>;
}

export interface Ribbons {
  readonly mesh: Mesh;
  readonly uniforms: RibbonUniforms;
  dispose(): void;
}

const vertex = /* glsl */ `
in vec3 position;
// Metres along the way, −1 … 1 across.
in vec2 aPath;
in vec4 aSource;
uniform float uBase;
out vec2 vPath;
out float vFar, vKept;
flat out float vLoad;
flat out float vShown;
#ifdef PAINTED
flat out vec3 vLane;
#endif
void main() {
  float load = 0.0;
  #ifdef PAINTED
  vLane = uEfa;
  vec3 lane = vec3(0.0);
  for (int i = 0; i < LINES; i++) {
    vec4 paint = laneOf(classAt(0, int(uBase + aSource.x + 0.5) + i));
    load += paint.a;
    lane += paint.rgb * paint.a;
  }
  if (load > 0.0) vLane = lane / load;
  #else
  for (int i = 0; i < LINES; i++) {
    vec4 l = loadOf(classAt(0, int(uBase + aSource.x + 0.5) + i));
    load += max(max(l.x * aSource.y, l.y * aSource.z), l.z * aSource.w);
  }
  #endif
  vLoad = clamp(load / float(LINES) * GAIN, 0.0, 1.0);
  // Where one row of many sends, its light must still be found.
  if (LINES > 1) vLoad = pow(vLoad, 0.34);
  vPath = aPath;
  vKept = uncut(position.x);
  vShown = 1.0;
  #ifdef BESIDE
  vShown = shownAt(position.x);
  #endif
  vec4 eye = modelViewMatrix * vec4(position.x, position.y * vKept, position.z, 1.0);
  vFar = length(eye.xyz);
  gl_Position = projectionMatrix * eye;
}`;

const LOADS = /* glsl */ `
uint classAt(int column, int row) {
  uint c = texelFetch(uClassMap, ivec2(column, row), 0).r;
  return c == NOT_IN_JOB ? c : c & 0x7fffu;
}
vec4 loadOf(uint c) { return c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 1), 0); }
#ifdef PAINTED
// What another layer than work says of EFA cables.
vec4 laneOf(uint c) { return c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 3), 0); }
#endif
`;

/** Idle cables are slate; amber comes with load, and travels as comets whose tip leads. */
const fragment = /* glsl */ `
in vec2 vPath;
in float vFar, vKept;
flat in float vLoad;
flat in float vShown;
#ifdef PAINTED
flat in vec3 vLane;
#define LANE vLane
#else
#define LANE uEfa
#endif
uniform float uShow;
void main() {
  if (vKept < 0.05) discard;
  float w = width(vPath.x / SPACING);
  float f = fract(vPath.x / SPACING - uFlow * 0.55 + abs(vPath.y) * 0.16);
  float comet = f * f * sqrt(f) * (1.0 - smoothstep(0.94, 1.0, f));
  comet = mix(comet, 0.27, smoothstep(0.3, 0.8, w));
  float strands = train(vPath.y * STRANDS * 0.5 + 0.15, 0.7, width(vPath.y * STRANDS * 0.5));
  #ifdef HALO
  float soft = 1.0 - abs(vPath.y);
  outColour = added(LANE * vLoad * uShow * vShown * soft * soft * (0.1 + 0.34 * comet));
  #else
  vec3 idle = NIGHT ? mix(uSide, uQuietEdge, 0.75) : mix(uPad, uQuietEdge, 0.45);
  vec3 c = idle * mix(0.72, 1.0, strands);
  // Dark amber is brown: what is idle stays slate, light comes on top of it.
  c = NIGHT ? c : mix(c, mix(uPad, uEfaIdle, 0.8) * mix(0.6, 1.0, strands), smoothstep(0.0, 0.25, vLoad));
  c = shine(c, LANE, vLoad * ((LINES > 1 ? 0.3 : 0.16) + 1.4 * comet) * mix(0.55, 1.0, strands));
  c = mix(uGround, fogged(c, vFar), uShow * vShown);
  outColour = finish(c, 1.0);
  #endif
}`;

export interface RibbonOptions {
  readonly name: string;
  /** Metres from one comet to the next. */
  readonly spacing: number;
  readonly strands: number;
  /** Lines of the class map averaged for one source: 1 a row, more a hall. */
  readonly lines: number;
  /** Multiplies the mean load before it is shown. */
  readonly gain: number;
  /** Those of other halls than the one in focus give way. */
  readonly beside?: boolean;
  /** Light that bands throw around them, added to what is there, instead of the bands. */
  readonly halo?: boolean;
}

export function createRibbons(shared: Shared, ribbons: readonly Ribbon[], options: RibbonOptions): Ribbons {
  const geometry = new BufferGeometry();
  const position: number[] = [];
  const path: number[] = [];
  const source: number[] = [];
  const index: number[] = [];
  for (const ribbon of ribbons) addRibbon(ribbon, position, path, source, index);
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aPath', new Float32BufferAttribute(path, 2));
  geometry.setAttribute('aSource', new Float32BufferAttribute(source, 4));
  geometry.setIndex(index);
  const uniforms: RibbonUniforms = { uBase: { value: 0 }, uShow: { value: 1 } };
  const material = createMaterial(shared, {
    name: options.name,
    vertex: `${LOADS}\n${vertex}`,
    fragment,
    uniforms: { ...uniforms },
    side: DoubleSide,
    ...(options.halo ? ADDED : {}),
    defines: {
      SPACING: options.spacing.toFixed(3),
      STRANDS: options.strands.toFixed(1),
      LINES: options.lines,
      GAIN: options.gain.toFixed(2),
      ...(options.beside ? { BESIDE: 1 } : {}),
      ...(options.halo ? { HALO: 1 } : {}),
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

function addRibbon(
  { way, width, source: s, upright = false }: Ribbon,
  position: number[],
  path: number[],
  source: number[],
  index: number[],
): void {
  let along = 0;
  way.forEach(([x, y, z], i) => {
    const [ax, , az] = way[Math.max(0, i - 1)];
    const [bx, , bz] = way[Math.min(way.length - 1, i + 1)];
    if (i > 0) along += Math.hypot(x - ax, y - way[i - 1][1], z - az);
    const flat = Math.hypot(bx - ax, bz - az) || 1;
    const half = width / 2;
    const [nx, ny, nz] = upright ? [0, half, 0] : [(-(bz - az) / flat) * half, 0, ((bx - ax) / flat) * half];
    const first = position.length / 3;
    position.push(x - nx, y - ny, z - nz, x + nx, y + ny, z + nz);
    path.push(along, -1, along, 1);
    for (let k = 0; k < 2; k++) source.push(s.line, s.forward, s.backward, s.data);
    if (i > 0) index.push(first - 2, first, first - 1, first - 1, first, first + 1);
  });
}

/** A way with its corners rounded, `radius` metres, in steps of 15 degrees; flat corners only. */
export function rounded(corners: readonly Knot[], radius: number): Knot[] {
  const way: Knot[] = [corners[0]];
  for (let i = 1; i < corners.length - 1; i++) {
    const [a, b, c] = [corners[i - 1], corners[i], corners[i + 1]];
    const inLength = Math.hypot(b[0] - a[0], b[2] - a[2]);
    const outLength = Math.hypot(c[0] - b[0], c[2] - b[2]);
    const r = Math.min(radius, inLength / 2, outLength / 2);
    if (!(r > 0)) continue;
    const from = [(a[0] - b[0]) / inLength, (a[2] - b[2]) / inLength];
    const to = [(c[0] - b[0]) / outLength, (c[2] - b[2]) / outLength];
    for (let k = 0; k <= 6; k++) {
      // A quadratic curve is near enough to an arc at this size.
      const t = k / 6;
      const p = r * (1 - t) * (1 - t);
      const q = r * t * t;
      way.push([b[0] + from[0] * p + to[0] * q, b[1], b[2] + from[1] * p + to[1] * q]);
    }
  }
  way.push(corners[corners.length - 1]);
  return way;
}

/** The same way, `aside` metres to its right. */
export function beside(way: readonly Knot[], aside: number): Knot[] {
  return way.map(([x, y, z], i) => {
    const [ax, , az] = way[Math.max(0, i - 1)];
    const [bx, , bz] = way[Math.min(way.length - 1, i + 1)];
    const length = Math.hypot(bx - ax, bz - az) || 1;
    return [x - ((bz - az) / length) * aside, y, z + ((bx - ax) / length) * aside];
  });
}
