import { BufferGeometry, Float32BufferAttribute, type IUniform, Mesh, Vector2, Vector3 } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import type { Place } from '../../cluster/places.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';

const vertex = /* glsl */ `
// This end and the other end of an edge of the unit box; which side of the line.
in vec3 position, aOther;
in float aSide;
uniform vec3 uSize, uMiddle;
uniform vec2 uCanvas;
uniform float uWidth;
void main() {
  vec4 a = projectionMatrix * modelViewMatrix * vec4(uMiddle + position * uSize, 1.0);
  vec4 b = projectionMatrix * modelViewMatrix * vec4(uMiddle + aOther * uSize, 1.0);
  vec2 along = normalize((b.xy / max(b.w, 1e-5) - a.xy / max(a.w, 1e-5)) * uCanvas + vec2(1e-6, 0.0));
  a.xy += vec2(-along.y, along.x) * aSide * uWidth / uCanvas * a.w;
  gl_Position = a;
}`;

const fragment = /* glsl */ `
uniform float uStrength;
void main() { outColour = finish(uFocus, uStrength); }`;

export interface Outline {
  readonly mesh: Mesh;
  readonly uniforms: { readonly uStrength: IUniform<number>; readonly uWidth: IUniform<number> };
  /** Puts the outline around a place, or away. */
  around(place: Place | null): void;
  /** Canvas size in CSS pixels. */
  readonly canvas: Vector2;
  dispose(): void;
}

/** The twelve edges of a place's box as lines of constant width. */
export function createOutline(shared: Shared, width: number, strength: number): Outline {
  const position: number[] = [];
  const other: number[] = [];
  const side: number[] = [];
  const index: number[] = [];
  const corner = (i: number): number[] => [(i & 1) - 0.5, (i >> 1) & 1, ((i >> 2) & 1) - 0.5];
  for (let i = 0; i < 8; i++)
    for (const bit of [1, 2, 4]) {
      const j = i | bit;
      if (j === i) continue;
      const first = position.length / 3;
      const [a, b] = [corner(i), corner(j)];
      position.push(...a, ...a, ...b, ...b);
      other.push(...b, ...b, ...a, ...a);
      // Seen from the far end the line runs the other way, so its sides change places.
      side.push(1, -1, -1, 1);
      index.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aOther', new Float32BufferAttribute(other, 3));
  geometry.setAttribute('aSide', new Float32BufferAttribute(side, 1));
  geometry.setIndex(index);
  const canvas = new Vector2(1, 1);
  const uniforms = { uStrength: { value: strength }, uWidth: { value: width } };
  const size = new Vector3(1, 1, 1);
  const middle = new Vector3();
  const material = createMaterial(shared, {
    name: 'outline',
    vertex,
    fragment,
    uniforms: { ...uniforms, uSize: { value: size }, uMiddle: { value: middle }, uCanvas: { value: canvas } },
    transparent: true,
    depthWrite: false,
    side: 2,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.visible = false;
  mesh.renderOrder = 40;
  return {
    mesh,
    uniforms,
    canvas,
    around(place) {
      mesh.visible = place !== null;
      if (!place) return;
      mesh.position.set(place.x, place.y, place.z);
      mesh.rotation.y = place.yaw;
      const [w, h, d] = place.size;
      const margin = 0.004 * Math.max(w, h, d);
      size.set(w + margin, h + margin, d + margin);
      const behind = d === M.ultraserver.depth || d === M.tray.depth;
      middle.set(0, 0, behind ? -d / 2 : 0);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
