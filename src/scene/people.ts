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

/**
 * A standing person as a field of capsules, in heights: 1 is the crown. Weight on one leg, a tablet in the bent arm; a
 * jacket that ends at the hip over narrower trousers, so that it reads as somebody dressed and at work.
 */
const fragment = /* glsl */ `
in vec2 vAt;
in float vFar;
uniform float uShow;
float capsule(vec2 p, vec2 a, vec2 b, float r0, float r1) {
  vec2 pa = p - a, ba = b - a;
  float h = clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0);
  return length(pa - ba * h) - mix(r0, r1, h);
}
float blend(float a, float b, float k) { float h = max(k - abs(a - b), 0.0) / k; return min(a, b) - h * h * k * 0.25; }
float slab(vec2 p, vec2 middle, vec2 half_, float lean, float r) {
  p -= middle;
  p = vec2(p.x + lean * p.y, p.y - lean * p.x);
  vec2 d = abs(p) - half_ + r;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - r;
}
void main() {
  vec2 p = vAt;
  // Skull, jaw and neck.
  float head = blend((length((p - vec2(0.004, 0.945)) / vec2(0.043, 0.055)) - 1.0) * 0.043, capsule(p, vec2(0.006, 0.915), vec2(0.006, 0.9), 0.03, 0.024), 0.02);
  head = blend(head, capsule(p, vec2(0.004, 0.83), vec2(0.004, 0.88), 0.027, 0.023), 0.015);
  // Trousers: one leg straight, the other set aside; shoes.
  float legs = blend(capsule(p, vec2(-0.03, 0.49), vec2(-0.034, 0.27), 0.045, 0.031), capsule(p, vec2(-0.034, 0.27), vec2(-0.036, 0.055), 0.031, 0.021), 0.02);
  float other = blend(capsule(p, vec2(0.036, 0.49), vec2(0.055, 0.275), 0.045, 0.031), capsule(p, vec2(0.055, 0.275), vec2(0.068, 0.055), 0.031, 0.021), 0.02);
  legs = min(blend(legs, capsule(p, vec2(-0.038, 0.026), vec2(-0.056, 0.016), 0.022, 0.016), 0.02), blend(other, capsule(p, vec2(0.071, 0.026), vec2(0.094, 0.016), 0.022, 0.016), 0.02));
  // Jacket: shoulders, chest, waist, hem.
  float coat = capsule(p, vec2(-0.074, 0.789), vec2(0.078, 0.786), 0.034, 0.034);
  coat = blend(coat, capsule(p, vec2(0.0, 0.75), vec2(0.0, 0.62), 0.088, 0.066), 0.03);
  coat = blend(coat, slab(p, vec2(0.002, 0.55), vec2(0.079, 0.075), -0.02, 0.02), 0.03);
  // The near arm hangs, the far one is bent and holds a tablet.
  float arm = blend(capsule(p, vec2(-0.098, 0.782), vec2(-0.121, 0.625), 0.031, 0.026), capsule(p, vec2(-0.121, 0.625), vec2(-0.116, 0.485), 0.025, 0.02), 0.012);
  float bent = blend(capsule(p, vec2(0.1, 0.779), vec2(0.127, 0.632), 0.031, 0.027), capsule(p, vec2(0.127, 0.632), vec2(0.052, 0.645), 0.026, 0.019), 0.012);
  float hands = min(capsule(p, vec2(-0.115, 0.468), vec2(-0.111, 0.44), 0.018, 0.014), capsule(p, vec2(0.05, 0.648), vec2(0.036, 0.655), 0.018, 0.015));
  float tablet = slab(p, vec2(0.022, 0.678), vec2(0.05, 0.036), 0.18, 0.006);
  float dressed = min(coat, min(arm, bent));
  float d = min(min(min(head, legs), hands), min(dressed, tablet));
  float a = clamp(0.5 - d / width(p.y), 0.0, 1.0);
  if (a < 0.02) discard;
  float w = 1.5 * width(p.y);
  float rim = smoothstep(-0.022, 0.0, d);
  // Sleeves stand off the jacket by a seam; skin, jacket, trousers differ in tone.
  float sleeve = min(arm, bent);
  float seam = smoothstep(0.012, 0.0, abs(sleeve)) * step(coat, 0.004) * smoothstep(0.0, 0.02, -coat + 0.02);
  float cloth = smoothstep(w, -w, dressed);
  float skin = smoothstep(w, -w, min(head, hands));
  float tone = mix(0.30, 0.62, cloth);
  tone = mix(tone, 0.85, skin * (1.0 - smoothstep(w, -w, coat)));
  // Hair: the crown is darker.
  tone = mix(tone, 0.32, smoothstep(0.945, 0.965, p.y + 0.35 * abs(p.x - 0.004)));
  tone -= 0.16 * seam;
  // Light from the front's left, feet in the shade.
  tone *= mix(0.7, 1.0, clamp(p.y * 1.3, 0.0, 1.0)) * (1.0 - 0.25 * smoothstep(0.0, 0.09, p.x));
  vec3 c = NIGHT ? mix(uDeep, uEdge, 0.16 + 0.5 * tone + 0.22 * rim) : mix(uEdge, uPad, 0.62 - 0.42 * tone + 0.12 * rim);
  c = mix(c, NIGHT ? uSide * 0.7 : uEdge, smoothstep(w, -w, tablet) * (1.0 - smoothstep(w, -w, min(hands, bent))));
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
