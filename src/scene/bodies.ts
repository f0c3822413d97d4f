import {
  type BufferGeometry,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
} from 'three';
import { createMaterial } from './shaders/material.ts';
import type { Shared } from './shared.ts';
import { unrolled } from './unrolled.ts';

/** A matte box in its group's frame, metres; `at` is the middle of its foot. */
export interface Body {
  readonly at: readonly [x: number, y: number, z: number];
  readonly size: readonly [width: number, height: number, depth: number];
  /** Brightness; 1 unless given. */
  readonly tone?: number;
  /** Strength of its edge lines, 0 … 1; 0.65 unless given. */
  readonly edge?: number;
  /** Louvres on its sides, metres a repeat; none unless given. */
  readonly louvres?: number;
  /** Building (from 1) that it belongs to, hidden while that one is drawn open; 0 unless given. */
  readonly owner?: number;
}

/** Uniforms of one mesh of bodies. */
export interface BodyUniforms {
  /** 1 drawn, 0 sunk into the ground's colour (opaque) or gone (transparent). */
  readonly uShow: IUniform<number>;
  /** Building whose bodies are left out; 0 none. */
  readonly uWithout: IUniform<number>;
}

export interface Bodies {
  readonly mesh: Mesh;
  readonly uniforms: BodyUniforms;
  dispose(): void;
}

/** Top, south, west, north, east: nothing is seen from below. Normal, then the face's two axes. */
const FACES = [
  [0, 1, 0, 1, 0, 0, 0, 0, -1],
  [0, 0, 1, 1, 0, 0, 0, 1, 0],
  [-1, 0, 0, 0, 0, 1, 0, 1, 0],
  [0, 0, -1, -1, 0, 0, 0, 1, 0],
  [1, 0, 0, 0, 0, -1, 0, 1, 0],
] as const;

/** The unit cube of every instanced box: x and z −0.5 … 0.5, y 0 … 1, without its bottom. */
export function unitBox(geometry: BufferGeometry): void {
  const position: number[] = [];
  const normal: number[] = [];
  const index: number[] = [];
  for (const [nx, ny, nz, ax, ay, az, bx, by, bz] of FACES) {
    const first = position.length / 3;
    for (const [a, b] of [
      [-0.5, -0.5],
      [0.5, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ]) {
      position.push(nx / 2 + a * ax + b * bx, ny / 2 + a * ay + b * by + 0.5, nz / 2 + a * az + b * bz);
      normal.push(nx, ny, nz);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setIndex(index);
}

const vertex = /* glsl */ `
in vec3 position, normal, aAt, aSize;
in vec4 aStyle;
uniform float uWithout;
out vec3 vColour;
out vec2 vFace;
flat out vec2 vHalf;
flat out vec3 vStyle;
out float vFar;
void main() {
  float kept = uncut(aAt.x);
  vec3 p = vec3(aAt.x, aAt.y * kept, aAt.z) + position * vec3(aSize.x, aSize.y * kept, aSize.z);
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  gl_Position = aStyle.w > 0.5 && abs(aStyle.w - uWithout) < 0.5 || kept < 0.004 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * eye;
  vFar = length(eye.xyz);
  // Three values by facing; sides rise from shade over their first metres.
  float up = step(0.5, normal.y);
  vec3 body = up > 0.5 ? uTop : normal.z > 0.5 ? uSide : normal.x < -0.5 ? mix(uSide, uDeep, 0.45) : uDeep;
  float foot = up > 0.5 ? 1.0 : mix(0.62, 1.0, clamp(position.y * aSize.y / 4.0 + 0.25 * position.y, 0.0, 1.0));
  // What is lighter than the rest on night is darker than it on paper; what is darker stays pale, or it would lead the eye.
  vColour = NIGHT ? body * aStyle.x * foot : mix(body * clamp(aStyle.x, 0.72, 1.0) * mix(1.0, foot, 0.45), uEdge, clamp((aStyle.x - 1.05) * 0.36, 0.0, 0.6));
  vFace = up > 0.5 ? position.xz * aSize.xz : abs(normal.z) > 0.5 ? (position.xy - vec2(0.0, 0.5)) * aSize.xy : (position.zy - vec2(0.0, 0.5)) * aSize.zy;
  vHalf = 0.5 * (up > 0.5 ? aSize.xz : abs(normal.z) > 0.5 ? aSize.xy : aSize.zy);
  vStyle = vec3(aStyle.y * (up > 0.5 ? 1.0 : 0.75), up > 0.5 ? 0.0 : aStyle.z, 1.0);
  #ifdef BESIDE
  vStyle.z = shownAt(aAt.x);
  #endif
}`;

const fragment = /* glsl */ `
in vec3 vColour;
in vec2 vFace;
flat in vec2 vHalf;
flat in vec3 vStyle;
in float vFar;
uniform float uShow;
void main() {
  vec2 pixel = max(fwidth(vFace), vec2(1e-6));
  vec2 inside = (vHalf - abs(vFace)) / pixel;
  vec2 extent = 2.0 * vHalf / pixel;
  // Faces of a few pixels would be all edge.
  float line = clamp(1.15 - min(inside.x, inside.y), 0.0, 1.0) * vStyle.x * clamp((min(extent.x, extent.y) - 1.5) / 7.0, 0.0, 1.0);
  vec3 c = vColour;
  #ifndef LOW
  if (vStyle.y > 0.0) c *= 1.0 - 0.3 * train(vFace.y / vStyle.y, 0.4, pixel.y / vStyle.y);
  #endif
  c = mix(c, uEdge, line);
  c = fogged(c, vFar);
  #ifdef SEE_THROUGH
  outColour = finish(c, uShow);
  #else
  outColour = finish(mix(uGround, c, uShow * vStyle.z), 1.0);
  #endif
}`;

/** How bodies give way: `seeThrough` to nothing, `beside` those of other halls than the one in focus, else all to the
 *  ground's colour. */
export type Yielding = 'seeThrough' | 'beside' | 'together';

/** One draw of any number of boxes. */
export function createBodies(
  shared: Shared,
  bodies: readonly Body[],
  yielding: Yielding = 'together',
): Bodies {
  const seeThrough = yielding === 'seeThrough';
  const template = new InstancedBufferGeometry();
  unitBox(template);
  const at = new Float32Array(bodies.length * 3);
  const size = new Float32Array(bodies.length * 3);
  const style = new Float32Array(bodies.length * 4);
  bodies.forEach((body, i) => {
    at.set(body.at, i * 3);
    size.set(body.size, i * 3);
    style.set([body.tone ?? 1, body.edge ?? 0.65, body.louvres ?? 0, body.owner ?? 0], i * 4);
  });
  template.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  template.setAttribute('aSize', new InstancedBufferAttribute(size, 3));
  template.setAttribute('aStyle', new InstancedBufferAttribute(style, 4));
  template.instanceCount = bodies.length;
  const geometry = unrolled(template);
  const uniforms: BodyUniforms = { uShow: { value: 1 }, uWithout: { value: 0 } };
  const material = createMaterial(shared, {
    name: 'bodies',
    vertex,
    fragment,
    uniforms: { ...uniforms },
    transparent: seeThrough,
    defines: seeThrough ? { SEE_THROUGH: 1 } : yielding === 'beside' ? { BESIDE: 1 } : {},
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
