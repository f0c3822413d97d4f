import {
  type CanvasTexture,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { NUMBER_COLUMNS, NUMBER_ROWS } from '../numbers.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { unrolled } from '../unrolled.ts';

const vertex = /* glsl */ `
in vec3 position;
// Position from 0.
in float aPosition;
uniform float uWest, uOpened, uMiddle;
out vec2 vUv;
out float vFar;
void main() {
  // Over the left rack, under its top; the row's frame has its right hand in the south where it looks west.
  vec3 p = vec3((aPosition - uMiddle) * PITCH * uWest - 0.44 + position.x * 0.24, 2.01 + position.y * 0.16, 0.5 * DEPTH + 0.006);
  float number = aPosition + 1.0;
  vec2 cell = vec2(mod(number, COLUMNS), ROWS - 1.0 - floor(number / COLUMNS));
  vUv = (cell + position.xy + 0.5) / vec2(COLUMNS, ROWS);
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFar = length(eye.xyz);
  gl_Position = abs(aPosition - uOpened) < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * eye;
}`;

const fragment = /* glsl */ `
in vec2 vUv;
in float vFar;
uniform sampler2D uNumbers;
uniform float uShow;
void main() {
  outColour = finish(fogged(uEdge, vFar), texture(uNumbers, vUv).r * 0.85 * uShow);
}`;

export interface RowNumbers {
  readonly mesh: Mesh;
  readonly uniforms: {
    /** 1 where the row looks west, −1 east. */
    readonly uWest: IUniform<number>;
    /** Position (from 0) that is drawn opened, without its number; −1 none. */
    readonly uOpened: IUniform<number>;
    readonly uShow: IUniform<number>;
  };
  dispose(): void;
}

/** Numbers painted over the left rack of every UltraServer of a row, in the row's frame. */
export function createRowNumbers(shared: Shared, site: SiteLayout, numbers: CanvasTexture): RowNumbers {
  const template = new InstancedBufferGeometry();
  const corners = [-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0];
  template.setAttribute('position', new Float32BufferAttribute(corners, 3));
  template.setIndex([0, 1, 2, 0, 2, 3]);
  const positions = Float32Array.from({ length: site.filled }, (_, u) => u);
  template.setAttribute('aPosition', new InstancedBufferAttribute(positions, 1));
  template.instanceCount = site.filled;
  const geometry = unrolled(template);
  const uniforms = { uWest: { value: 1 }, uOpened: { value: -1 }, uShow: { value: 1 } };
  const material = createMaterial(shared, {
    name: 'UltraServer numbers',
    vertex,
    fragment,
    uniforms: {
      ...uniforms,
      uNumbers: { value: numbers },
      uMiddle: { value: (site.positions - 1) / 2 },
    },
    defines: {
      PITCH: M.ultraserver.pitch.toFixed(4),
      DEPTH: M.row.depth.toFixed(3),
      COLUMNS: NUMBER_COLUMNS.toFixed(1),
      ROWS: NUMBER_ROWS.toFixed(1),
    },
    transparent: true,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 15;
  return {
    mesh,
    uniforms,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
