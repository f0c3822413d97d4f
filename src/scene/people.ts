import {
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
} from 'three';
import { METRES } from '../cluster/metres.ts';
import { createMaterial } from './shaders/material.ts';
import type { Shared } from './shared.ts';
import { unrolled } from './unrolled.ts';

/** A quad that turns with the camera about its upright axis. */
const vertex = /* glsl */ `
in vec3 position, aAt;
out vec2 vAt;
out float vFar;
void main() {
  vec4 foot = modelViewMatrix * vec4(aAt, 1.0);
  vec3 up = normalize(mat3(modelViewMatrix) * vec3(0.0, 1.0, 0.0));
  vec3 right = normalize(cross(up, -foot.xyz));
  vAt = vec2(position.x, position.y);
  vec4 eye = foot + vec4((right * position.x + up * position.y) * PERSON, 0.0);
  vFar = length(eye.xyz);
  gl_Position = projectionMatrix * eye;
}`;

/** A standing person as a field of capsules, in heights: 1 is the crown. */
const fragment = /* glsl */ `
in vec2 vAt;
in float vFar;
uniform float uShow;
float capsule(vec2 p, vec2 a, vec2 b, float r) {
  vec2 pa = p - a, ba = b - a;
  return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0)) - r;
}
float blend(float a, float b, float k) { float h = max(k - abs(a - b), 0.0) / k; return min(a, b) - h * h * k * 0.25; }
void main() {
  vec2 p = vAt;
  vec2 q = vec2(abs(p.x), p.y);
  float d = (length((p - vec2(0.0, 0.935)) / vec2(0.048, 0.065)) - 1.0) * 0.048;
  d = blend(d, capsule(p, vec2(0.0, 0.82), vec2(0.0, 0.88), 0.028), 0.03);
  d = blend(d, capsule(q, vec2(0.0, 0.795), vec2(0.085, 0.785), 0.033), 0.04);
  d = blend(d, capsule(p, vec2(0.0, 0.73), vec2(0.0, 0.56), 0.07), 0.05);
  d = blend(d, capsule(q, vec2(0.036, 0.51), vec2(0.044, 0.27), 0.037), 0.03);
  d = blend(d, capsule(q, vec2(0.044, 0.27), vec2(0.048, 0.05), 0.026), 0.03);
  d = blend(d, capsule(q, vec2(0.046, 0.022), vec2(0.07, 0.018), 0.017), 0.015);
  d = blend(d, capsule(q, vec2(0.105, 0.775), vec2(0.128, 0.6), 0.024), 0.02);
  d = blend(d, capsule(q, vec2(0.128, 0.6), vec2(0.122, 0.45), 0.02), 0.015);
  float a = clamp(0.5 - d / width(p.y), 0.0, 1.0);
  if (a < 0.02) discard;
  // Round, not cut out: darker towards the middle, a rim of light at the edge, feet in the shade.
  float rim = smoothstep(-0.06, 0.0, d);
  vec3 c = NIGHT ? mix(uQuietEdge, uEdge, 0.1 + 0.3 * rim) * mix(0.65, 1.1, clamp(p.y * 1.2, 0.0, 1.0)) : mix(uEdge, uPad, 0.1 + 0.28 * rim);
  outColour = finish(fogged(c, vFar), a * uShow);
}`;

export interface People {
  readonly mesh: Mesh;
  readonly uniforms: { readonly uShow: IUniform<number> };
  dispose(): void;
}

/** People of 1.75 m standing at `feet` (metres, group frame), so that size is felt. */
export function createPeople(shared: Shared, feet: readonly (readonly [number, number, number])[]): People {
  const template = new InstancedBufferGeometry();
  const quad = [-0.2, -0.01, 0, 0.2, -0.01, 0, 0.2, 1.01, 0, -0.2, 1.01, 0];
  template.setAttribute('position', new Float32BufferAttribute(quad, 3));
  template.setIndex([0, 1, 2, 0, 2, 3]);
  template.setAttribute('aAt', new InstancedBufferAttribute(new Float32Array(feet.flat()), 3));
  template.instanceCount = feet.length;
  const geometry = unrolled(template);
  const uniforms = { uShow: { value: 1 } };
  const material = createMaterial(shared, {
    name: 'people',
    vertex,
    fragment,
    uniforms: { ...uniforms },
    defines: { PERSON: METRES.person.toFixed(3) },
    transparent: true,
    side: 2,
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
