import { BufferGeometry, DoubleSide, Float32BufferAttribute, type IUniform, Mesh } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { ADDED, createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import type { RowBox } from './rows.ts';

/** Light that stands over rows at work. */
export interface Glow {
  readonly mesh: Mesh;
  readonly uniforms: {
    /** As in rows.ts: the curtain begins where its row ends. */
    readonly uTall: IUniform<number>;
    readonly uShow: IUniform<number>;
    /** Metres over which the light falls to a third. */
    readonly uReach: IUniform<number>;
    /** Line that rows count from, and the building's place. */
    readonly uBase: IUniform<number>;
  };
  /** Lines whose states are shown, one a row. */
  sort(lines: ArrayLike<number>): void;
  dispose(): void;
}

const vertex = /* glsl */ `
// Middle of the row (x, z) and its line; along −0.5 … 0.5 and up 0 … 1.
in vec4 position;
in float aUp, aLine;
uniform float uTall, uShow, uReach, uBase;
out vec2 vAt;
flat out vec3 vColour;
void main() {
  uint c = texelFetch(uClassMap, ivec2(0, int(aLine + uBase + 0.5)), 0).r;
  c = c == NOT_IN_JOB ? c : c & 0x7fffu;
  vec4 phase = c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 0), 0);
  #ifdef PAINTED
  // Light stands over rows for their work alone.
  phase = vec4(0.0);
  #endif
  float kind = phase.x;
  float up = step(0.5, kind) * step(kind, 1.5), optimizer = step(2.5, kind) * step(kind, 3.5);
  float down = step(0.5, kind) - up - optimizer;
  vColour = (uForward * up + uBackward * down + uOptimizer * optimizer) * uShow * (0.55 + 0.45 * phase.y) * uncut(position.x);
  vAt = vec2(position.z, aUp * 3.0);
  vec3 p = vec3(position.x, HEIGHT * uTall + aUp * 3.0 * uReach, position.y + position.z * LENGTH);
  gl_Position = vColour.x + vColour.y + vColour.z > 0.0 ? projectionMatrix * modelViewMatrix * vec4(p, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
in vec2 vAt;
flat in vec3 vColour;
void main() {
  float ends = 1.0 - 4.0 * vAt.x * vAt.x;
  float fall = exp(-1.1 * vAt.y) * clamp(3.0 - vAt.y, 0.0, 1.0);
  outColour = added(vColour * (0.35 + 0.65 * ends) * fall);
}`;

/** A curtain of light over each row, added to what is behind it; for the better tiers, at night alone. */
export function createGlow(shared: Shared, boxes: readonly RowBox[], filled: number): Glow {
  const position: number[] = [];
  const up: number[] = [];
  const line: number[] = [];
  const index: number[] = [];
  for (const box of boxes) {
    const first = up.length;
    for (const [along, high] of [
      [-0.5, 0],
      [0, 0],
      [0.5, 0],
      [-0.5, 1],
      [0, 1],
      [0.5, 1],
    ]) {
      position.push(box.x, box.z, along, 1);
      up.push(high);
      line.push(box.line);
    }
    for (const k of [0, 1])
      index.push(first + k, first + k + 1, first + k + 4, first + k, first + k + 4, first + k + 3);
  }
  const geometry = new BufferGeometry();
  const lines = new Float32BufferAttribute(line, 1);
  geometry.setAttribute('position', new Float32BufferAttribute(position, 4));
  geometry.setAttribute('aUp', new Float32BufferAttribute(up, 1));
  geometry.setAttribute('aLine', lines);
  geometry.setIndex(index);
  const uniforms = { uTall: { value: 1 }, uShow: { value: 0 }, uReach: { value: 1 }, uBase: { value: 0 } };
  const material = createMaterial(shared, {
    name: 'glow over rows',
    vertex,
    fragment,
    uniforms: { ...uniforms },
    ...ADDED,
    side: DoubleSide,
    defines: {
      HEIGHT: M.row.height.toFixed(2),
      LENGTH: (filled * M.ultraserver.pitch).toFixed(3),
    },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 17;
  return {
    mesh,
    uniforms,
    sort(order) {
      for (let i = 0; i < order.length; i++) for (let v = 0; v < 6; v++) lines.setX(i * 6 + v, order[i]);
      lines.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
