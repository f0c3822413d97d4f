import { BufferGeometry, Float32BufferAttribute, type IUniform, Mesh } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { plotCentre, rowOffset } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { ADDED, createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';

/** Light of the rows on the walls behind them. */
export interface Wash {
  readonly mesh: Mesh;
  readonly uniforms: {
    readonly uShow: IUniform<number>;
    /** Open building, from 1 (0 none), how high its walls stand, metres, and how much the others are shown. */
    readonly uOpen: IUniform<number>;
    readonly uWall: IUniform<number>;
    readonly uOthers: IUniform<number>;
    /** Hall in focus, from 0 over the site. */
    readonly uHall: IUniform<number>;
  };
  /** Lines whose states are shown, one a row. */
  sort(lines: ArrayLike<number>): void;
  dispose(): void;
}

/** Metres before the walls. */
const BEFORE = 0.3;

const vertex = /* glsl */ `
// x, up 0 … 1, z; the two lines whose light meets here, the building (from 1) and hall (from 0).
in vec3 position;
in vec2 aLines, aPlace;
uniform float uShow, uOpen, uWall, uOthers, uHall;
out vec3 vColour;
out float vUp;
vec3 lightOf(float line) {
  uint c = texelFetch(uClassMap, ivec2(0, int(line + 0.5)), 0).r;
  c = c == NOT_IN_JOB ? c : c & 0x7fffu;
  vec4 phase = c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 0), 0);
  #ifdef PAINTED
  phase = vec4(0.0);
  #endif
  float kind = phase.x;
  float up = step(0.5, kind) * step(kind, 1.5), optimizer = step(2.5, kind) * step(kind, 3.5);
  float down = step(0.5, kind) - up - optimizer;
  return (uForward * up + uBackward * down + uOptimizer * optimizer) * (0.45 + 0.55 * phase.y);
}
void main() {
  bool open = abs(aPlace.x - uOpen) < 0.5;
  float shown = open ? mix(1.0, uBeside.z, step(0.5, abs(aPlace.y - uHall))) : uOthers;
  vec3 a = lightOf(aLines.x), b = lightOf(aLines.y);
  // Where rows of two kinds meet their light is white: their mean would be blue, which means NeuronLink.
  vec3 both = 0.5 * (a + b), apart = abs(normalize(a + 1e-4) - normalize(b + 1e-4));
  vColour = mix(both, vec3(dot(both, vec3(0.3, 0.5, 0.2))), clamp(2.0 * max(apart.r, apart.g), 0.0, 0.85)) * uShow * shown;
  vUp = position.y;
  vec3 p = vec3(position.x, position.y * (open ? uWall : HIGH_WALL), position.z);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
}`;

const fragment = /* glsl */ `
in vec3 vColour;
in float vUp;
void main() {
  float fall = 1.0 - 0.8 * vUp;
  outColour = added(vColour * fall * fall);
}`;

/** Cards of light before the north and east walls of every hall, which are seen from the home views: brightest at the
 *  foot, in the colours of the rows before them. For the better tiers, at night alone. */
export function createWash(shared: Shared, site: SiteLayout): Wash {
  const position: number[] = [];
  const place: number[] = [];
  const index: number[] = [];
  /** Row (line of the class map) whose place each vertex reads on its two sides. */
  const rows: [number, number][] = [];
  const strip = (points: readonly (readonly [x: number, z: number])[], of: readonly [number, number][]) => {
    points.forEach(([x, z], i) => {
      const first = position.length / 3;
      position.push(x, 0, z, x, 1, z);
      rows.push(of[i], of[i]);
      if (i > 0) index.push(first - 2, first, first + 1, first - 2, first + 1, first - 1);
    });
  };
  for (let b = 0; b < site.buildings; b++) {
    const plot = plotCentre(b);
    for (let h = 0; h < site.halls; h++) {
      const hall = b * site.halls + h;
      const x = plot.x + (h - (site.halls - 1) / 2) * M.hall.pitch;
      const [east, north] = [x + M.hall.width / 2 - BEFORE, plot.z - M.hall.depth / 2 + BEFORE];
      const line = (r: number): number => hall * site.rows + Math.min(site.rows - 1, Math.max(0, r));
      const from = position.length / 3;
      strip(
        Array.from({ length: site.rows + 1 }, (_, k) => {
          if (k === 0) return [x - M.hall.width / 2, north];
          if (k === site.rows) return [east, north];
          return [x + (rowOffset(site, k - 1) + rowOffset(site, k)) / 2, north];
        }),
        Array.from({ length: site.rows + 1 }, (_, k) => [line(k - 1), line(k)]),
      );
      strip(
        [
          [east, north],
          [east, plot.z + M.hall.depth / 2],
        ],
        [
          [line(site.rows - 1), line(site.rows - 2)],
          [line(site.rows - 1), line(site.rows - 2)],
        ],
      );
      for (let v = from; v < position.length / 3; v++) place.push(b + 1, hall);
    }
  }
  const geometry = new BufferGeometry();
  const lines = new Float32BufferAttribute(rows.flat(), 2);
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('aPlace', new Float32BufferAttribute(place, 2));
  geometry.setAttribute('aLines', lines);
  geometry.setIndex(index);
  const uniforms = {
    uShow: { value: 1 },
    uOpen: { value: 0 },
    uWall: { value: M.building.height },
    uOthers: { value: 1 },
    uHall: { value: 0 },
  };
  const material = createMaterial(shared, {
    name: 'light on walls',
    vertex,
    fragment,
    uniforms: { ...uniforms },
    ...ADDED,
    side: 2,
    defines: { HIGH_WALL: M.building.height.toFixed(1) },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 16;
  return {
    mesh,
    uniforms,
    sort(order) {
      rows.forEach(([a, b], v) => {
        lines.setXY(v, order[a], order[b]);
      });
      lines.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
