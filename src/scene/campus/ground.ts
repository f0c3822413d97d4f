import { type DataTexture, type IUniform, Mesh, PlaneGeometry, Vector2 } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';

/** Half a side of the ground, metres: the horizon lies in the fog. */
const HALF = 6000;
const CORE = 1600;

const vertex = /* glsl */ `
in vec3 position;
out vec2 vAt;
out float vFar;
void main() {
  vec3 p = vec3(position.x, 0.0, position.y);
  vAt = p.xz;
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFar = length(eye.xyz);
  gl_Position = projectionMatrix * eye;
}`;

/** Fields, roads, plots and pads by arithmetic: cheaper than a texture, and sharp from 2 km to a metre. */
const fragment = /* glsl */ `
in vec2 vAt;
in float vFar;
uniform sampler2D uSpill;
uniform vec2 uSpillHalf, uGrid;
uniform int uBuilt[GRID_ROWS];
uniform float uSpillShow;
// Distance outside (positive) a rectangle of half size h.
float box(vec2 p, vec2 h) { vec2 d = abs(p) - h; return max(d.x, d.y); }
void main() {
  vec2 pixel = max(fwidth(vAt), vec2(1e-5));
  float w = max(pixel.x, pixel.y);
  vec2 cell = vAt / uGrid + vec2(GRID_COLUMNS, GRID_ROWS) * 0.5;
  vec2 id = floor(cell);
  vec3 c = uGround;
  vec2 site = vec2(GRID_COLUMNS, GRID_ROWS) * 0.5 * uGrid;
  float outer = box(vAt, site + 6.0);
  if (outer < w) {
    vec2 p = (fract(cell) - 0.5) * uGrid;
    id = clamp(id, vec2(0.0), vec2(GRID_COLUMNS - 1, GRID_ROWS - 1));
    bool built = (uBuilt[int(id.y)] >> int(id.x) & 1) == 1;
    // Roads run between the plots.
    float road = box(p, 0.5 * uGrid - 5.0);
    float onRoad = clamp(road / w + 0.5, 0.0, 1.0);
    c = mix(uGround, uPad, onRoad * 0.8);
    float outline = box(p, built ? vec2(112.0, 64.0) : vec2(PLOT_W, PLOT_D) * 0.5);
    float along = abs(p.x) / PLOT_W > abs(p.y) / PLOT_D ? p.y : p.x;
    float dash = built ? 1.0 : train(along / 18.0, 0.55, w / 18.0);
    float inside = clamp(0.5 - outline / w, 0.0, 1.0);
    c = mix(c, uPad, inside * (built ? 1.0 : 0.4));
    c = mix(c, built ? uQuietEdge : uLine, line(outline, max(0.35, 0.55 * w), w) * dash * (uGlow > 0.5 ? 0.95 : 0.9));
    if (built) {
      // Soft shade at the foot of the building, and its shadow on paper.
      float foot = box(p, vec2(HALF_W, HALF_D));
      c *= 1.0 - 0.5 * exp(-max(foot, 0.0) / 9.0) * (uGlow > 0.5 ? 1.0 : 0.30);
      if (foot < 0.0) c = uDeep * (uGlow > 0.5 ? 0.42 : 0.96);
    }
    // Centre line of the road, once near enough.
    float middle = min(abs(abs(p.x) - 0.5 * uGrid.x), abs(abs(p.y) - 0.5 * uGrid.y));
    float across = abs(abs(p.x) - 0.5 * uGrid.x) < abs(abs(p.y) - 0.5 * uGrid.y) ? p.y : p.x;
    c = mix(c, uLine, line(middle, 0.12, w) * train(across / 9.0, 0.4, w / 9.0) * 0.8);
  } else {
    // Fields beyond, with furrows.
    vec2 field = vAt / vec2(402.0, 268.0);
    float edge = min(abs(fract(field.x) - 0.5) * 402.0, abs(fract(field.y) - 0.5) * 268.0);
    c = mix(uGround * (uGlow > 0.5 ? 0.92 : 1.0), uLine, line(edge, 1.0, w) * 0.5);
    float tone = fract(sin(dot(floor(field + 0.5), vec2(12.9, 78.2))) * 437.5);
    c *= 1.0 - 0.06 * tone * train(vAt.x / 14.0 + tone, 0.5, pixel.x / 14.0);
    c = mix(c, uQuietEdge, line(outer - 3.0, 0.8, w) * 0.5);
  }
  vec3 light = texture(uSpill, vAt / uSpillHalf * 0.5 + 0.5).rgb;
  light *= light * uSpillShow;
  float most = max(light.r, max(light.g, light.b));
  c = uGlow > 0.5 ? c + light : c * mix(vec3(1.0), light / max(most, 1e-3), min(0.5, most * 1.3));
  outColour = finish(fogged(c, vFar), 1.0);
}`;

export interface Ground {
  readonly mesh: Mesh;
  dispose(): void;
}

export interface GroundUniforms {
  readonly uSpill: IUniform<DataTexture>;
  readonly uSpillHalf: IUniform<Vector2>;
  /** Bits of columns with a building, one number a row of plots. */
  readonly uBuilt: IUniform<number[]>;
  /** Share of that light: it comes through the roofs, and is less where they are off. */
  readonly uSpillShow: IUniform<number>;
}

export function createGround(shared: Shared, uniforms: GroundUniforms): Ground {
  // Finer in the middle, so that interpolated coordinates stay exact where the camera comes near.
  const geometry = new PlaneGeometry(2 * HALF, 2 * HALF, 24, 24);
  const position = geometry.getAttribute('position');
  for (let i = 0; i < position.count; i++) {
    const bend = (v: number): number =>
      Math.sign(v) * ((Math.abs(v) / HALF) ** 2 * (HALF - CORE) + (Math.abs(v) / HALF) * CORE);
    position.setXY(i, bend(position.getX(i)), -bend(position.getY(i)));
  }
  geometry.deleteAttribute('normal');
  geometry.deleteAttribute('uv');
  const material = createMaterial(shared, {
    name: 'ground',
    vertex,
    fragment,
    uniforms: { ...uniforms, uGrid: { value: new Vector2(M.plot.pitchX, M.plot.pitchZ) } },
    defines: {
      GRID_COLUMNS: M.plot.columns,
      GRID_ROWS: M.plot.rows,
      PLOT_W: M.plot.width.toFixed(1),
      PLOT_D: M.plot.depth.toFixed(1),
      HALF_W: (M.building.width / 2).toFixed(1),
      HALF_D: (M.building.depth / 2).toFixed(1),
    },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  // Last of the opaque: depth then rejects what bodies cover.
  mesh.renderOrder = 10;
  return {
    mesh,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
