import { BufferGeometry, type CanvasTexture, Float32BufferAttribute, type IUniform, Mesh } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { NUMBER_COLUMNS, NUMBER_ROWS } from '../numbers.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { hallX } from './plan.ts';

const vertex = /* glsl */ `
in vec3 position;
in vec2 aUv;
// Line of the class map from the base, −1 where the numeral tells no state; 0 a row's, 1 a hall's.
in vec2 aSource;
uniform float uBase;
out vec2 vUv;
out float vFar;
flat out vec3 vColour;
flat out float vKind, vShown;
void main() {
  vUv = aUv;
  vKind = aSource.y;
  vShown = vKind > 0.5 ? 1.0 : shownAt(position.x);
  vColour = uEdge;
  if (aSource.x >= 0.0) {
    uint c = texelFetch(uClassMap, ivec2(0, int(uBase + aSource.x + 0.5)), 0).r;
    vec4 phase = c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 0), 0);
    #ifdef PAINTED
    phase.w = 0.0;
    #endif
    if (phase.w > 0.0) vColour = phase.x < 1.5 ? uForward : phase.x > 2.5 && phase.x < 3.5 ? uOptimizer : uBackward;
    else vColour = uQuietEdge * (NIGHT ? 1.8 : 1.0);
  }
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  vFar = length(eye.xyz);
  gl_Position = projectionMatrix * eye;
}`;

const fragment = /* glsl */ `
in vec2 vUv;
in float vFar;
flat in vec3 vColour;
flat in float vKind, vShown;
uniform sampler2D uNumbers;
uniform float uRows, uHallsShown;
void main() {
  float a = texture(uNumbers, vUv).r * (vKind > 0.5 ? uHallsShown : uRows) * vShown;
  outColour = finish(fogged(vColour, vFar), a * 0.95);
}`;

export interface Numerals {
  readonly mesh: Mesh;
  readonly uniforms: {
    readonly uBase: IUniform<number>;
    readonly uRows: IUniform<number>;
    readonly uHallsShown: IUniform<number>;
  };
  dispose(): void;
}

/** Numbers painted on the floors of a building: rows in the colour of what they do, halls large and quiet. */
export function createNumerals(shared: Shared, site: SiteLayout, numbers: CanvasTexture): Numerals {
  const position: number[] = [];
  const uv: number[] = [];
  const source: number[] = [];
  const index: number[] = [];
  /** `west` turns a numeral to those who look from there, as the hall's own view does. */
  const add = (n: number, x: number, z: number, height: number, line: number, west: boolean): void => {
    const width = height * 1.5;
    const first = position.length / 3;
    const [u, v] = [n % NUMBER_COLUMNS, NUMBER_ROWS - 1 - Math.floor(n / NUMBER_COLUMNS)];
    for (const [a, b] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]) {
      const [across, up] = [(a - 0.5) * width, (b - 0.5) * height];
      position.push(x + (west ? up : across), 0.06, z + (west ? across : -up));
      uv.push((u + a) / NUMBER_COLUMNS, (v + b) / NUMBER_ROWS);
      source.push(line, west ? 0 : 1);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  const south = (site.positions * M.ultraserver.pitch) / 2;
  for (let h = 0; h < site.halls; h++) {
    for (let r = 0; r < site.rows; r++)
      add(r + 1, hallX(site, h) + rowOffset(site, r), south + 2.1, 2.3, h * site.rows + r, true);
    add(h + 1, hallX(site, h) - M.hall.width / 2 + 3.4, M.hall.depth / 2 + 4.2, 6, -1, false);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aUv', new Float32BufferAttribute(uv, 2));
  geometry.setAttribute('aSource', new Float32BufferAttribute(source, 2));
  geometry.setIndex(index);
  const uniforms = { uBase: { value: 0 }, uRows: { value: 1 }, uHallsShown: { value: 1 } };
  const material = createMaterial(shared, {
    name: 'numerals',
    vertex,
    fragment,
    uniforms: { ...uniforms, uNumbers: { value: numbers } },
    transparent: true,
    depthWrite: false,
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
