import {
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  Vector2,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { unrolled } from '../unrolled.ts';

const vertex = /* glsl */ `
// This end and the other end of an edge of the unit box; which side of the line; position in the row from 0.
in vec3 position, aOther;
in float aSide, aPlace;
uniform float uOpened, uWest, uShow;
uniform vec2 uCanvas;
out float vShow;
vec4 seen(vec3 p) {
  float x = (aPlace - MIDDLE) * PITCH * uWest + p.x * WIDTH;
  return projectionMatrix * modelViewMatrix * vec4(x, p.y * HEIGHT, FRONT + (p.z - 0.5) * BACK, 1.0);
}
void main() {
  vec4 a = seen(position), b = seen(aOther);
  vec2 along = normalize((b.xy / max(b.w, 1e-5) - a.xy / max(a.w, 1e-5)) * uCanvas + vec2(1e-6, 0.0));
  a.xy += vec2(-along.y, along.x) * aSide * 0.9 / uCanvas * a.w;
  float apart = abs(aPlace - uOpened);
  // Each stands a little further in the dark; the opened one's own edges are drawn by itself.
  vShow = uShow * exp(-0.55 * (apart - 1.0)) * (position.y + aOther.y < 0.5 ? 1.0 : 0.7);
  gl_Position = apart < 0.5 || vShow < 0.02 ? vec4(2.0, 2.0, 2.0, 1.0) : a;
}`;

const fragment = /* glsl */ `
in float vShow;
void main() { outColour = finish(uQuietEdge, vShow); }`;

export interface Ghosts {
  readonly mesh: Mesh;
  readonly uniforms: {
    /** Position (from 0) of the opened UltraServer, and 1 where its row looks west. */
    readonly uOpened: IUniform<number>;
    readonly uWest: IUniform<number>;
    readonly uShow: IUniform<number>;
  };
  /** Size of the canvas, CSS pixels. */
  readonly canvas: Vector2;
  dispose(): void;
}

/** What stands beside an opened UltraServer, as thin outlines in the row's own frame: neighbours are there, and hide
 *  nothing. */
export function createGhosts(shared: Shared, site: SiteLayout): Ghosts {
  const template = new InstancedBufferGeometry();
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
  template.setAttribute('position', new Float32BufferAttribute(position, 3));
  template.setAttribute('aOther', new Float32BufferAttribute(other, 3));
  template.setAttribute('aSide', new Float32BufferAttribute(side, 1));
  template.setIndex(index);
  const places = Float32Array.from({ length: site.filled }, (_, i) => i);
  template.setAttribute('aPlace', new InstancedBufferAttribute(places, 1));
  template.instanceCount = site.filled;
  const geometry = unrolled(template);
  const canvas = new Vector2(1, 1);
  const uniforms = { uOpened: { value: -1 }, uWest: { value: 1 }, uShow: { value: 0 } };
  const glsl = (metres: number): string => metres.toFixed(4);
  const material = createMaterial(shared, {
    name: 'neighbours',
    vertex,
    fragment,
    uniforms: { ...uniforms, uCanvas: { value: canvas } },
    defines: {
      MIDDLE: glsl((site.positions - 1) / 2),
      PITCH: glsl(M.ultraserver.pitch),
      WIDTH: glsl(M.ultraserver.width * 0.97),
      HEIGHT: glsl(M.ultraserver.height),
      BACK: glsl(M.ultraserver.depth),
      FRONT: glsl(M.row.depth / 2),
    },
    transparent: true,
    depthWrite: false,
    side: 2,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return {
    mesh,
    uniforms,
    canvas,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
