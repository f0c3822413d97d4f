import { BufferGeometry, Float32BufferAttribute, GLSL3, RawShaderMaterial } from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { MARKED } from '../layers/marked.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from '../near/uniforms.ts';
import { CUBE, cubeAt } from './cube.ts';
import { ORDER_GLSL } from './linkMaterial.ts';
import { windowAt } from './ports.ts';

/** The faces of a tablet that can be seen: the lit one, then front, right, left and back. Normal and the face's axes. */
const FACES: readonly (readonly [normal: number[], u: number[], v: number[]])[] = [
  [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
  ],
  [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, -1],
    [0, 1, 0],
  ],
  [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
  [
    [0, 0, -1],
    [-1, 0, 0],
    [0, 1, 0],
  ],
];

/** All 64 chips as tablets in one mesh: corner of the unit box, normal, place in the racks and in the cube, chip. */
export function tabletGeometry(): BufferGeometry {
  const values = {
    position: [] as number[],
    normal: [] as number[],
    aRack: [] as number[],
    aCube: [] as number[],
    aChip: [] as number[],
  };
  const index: number[] = [];
  for (let chip = 0; chip < CHIPS_PER_ULTRASERVER; chip++) {
    for (const [n, u, v] of FACES) {
      const first = values.aChip.length;
      for (const [a, b] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ]) {
        for (let i = 0; i < 3; i++) values.position.push((n[i] + a * u[i] + b * v[i]) / 2);
        values.normal.push(...n);
        values.aRack.push(...windowAt(chip));
        values.aCube.push(...cubeAt(chip));
        values.aChip.push(chip);
      }
      index.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  const geometry = new BufferGeometry();
  for (const [name, list] of Object.entries(values))
    geometry.setAttribute(name, new Float32BufferAttribute(list, name === 'aChip' ? 1 : 3));
  geometry.setIndex(index);
  return geometry;
}

const vertex = /* glsl */ `
precision highp float;
${ORDER_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uBody[3];
uniform float uFade, uShare, uRinged;
#ifdef PAINTED
uniform highp sampler2D uPaint;
#endif
in vec3 position, normal, aRack, aCube;
in float aChip;
out vec2 vFace;
out vec2 vField;
out float vSunk;
flat out vec2 vHalf;
flat out float vTop;
flat out vec3 vBody;
flat out vec3 vColour;
flat out vec4 vState;
void main() {
  float s = own(uShare, floor(aChip / 16.0));
  vec3 size = mix(vec3(${M.window.width}, 0.004, ${M.window.height}), vec3(${CUBE.chip.join(', ')}), s);
  vec3 p = position * size;
  // Upright in its tray, it lies down on its way.
  float turn = (1.0 - s) * 1.5707963;
  p = vec3(p.x, p.y * cos(turn) - p.z * sin(turn), p.y * sin(turn) + p.z * cos(turn));
  vec4 eye = modelViewMatrix * vec4(mix(aRack, aCube, s) + p, 1.0);
  gl_Position = uFade > 0.0 ? projectionMatrix * eye : vec4(2.0, 2.0, 2.0, 1.0);
  vTop = step(0.5, normal.y);
  vBody = normal.y > 0.5 ? uBody[0] : normal.z > 0.5 ? uBody[1] : uBody[2];
  vField = vec2(position.x, -position.z) + 0.5;
  vFace = normal.y > 0.5 ? position.xz * size.xz : abs(normal.z) > 0.5 ? position.xy * size.xy : position.zy * size.zy;
  vHalf = 0.5 * (normal.y > 0.5 ? size.xz : abs(normal.z) > 0.5 ? size.xy : size.zy);
  vState = uChip[int(aChip + 0.5)];
  vColour = uWork[int(max(vState.x, 0.0) + 0.5)];
  #ifdef PAINTED
  vState = texelFetch(uPaint, ivec2(int(aChip + 0.5), 0), 0);
  vColour = vState.rgb;
  #endif
  vSunk = behind(length(eye.xyz), modelViewMatrix, s);
  // Chips on the rings that stand out stand out with them.
  vec3 a = floor(vec3(mod(aChip + 0.5, 4.0), mod((aChip + 0.5) / 4.0, 4.0), (aChip + 0.5) / 16.0));
  vec3 b = floor(vec3(mod(uRinged + 0.5, 4.0), mod((uRinged + 0.5) / 4.0, 4.0), (uRinged + 0.5) / 16.0));
  float same = dot(vec3(equal(a, b)), vec3(1.0));
  vSunk = uRinged < -0.5 ? vSunk : same > 1.5 ? vSunk * 0.3 : mix(vSunk, 1.0, 0.22 * s);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uBody[3];
uniform vec3 uEdge, uFog;
uniform float uGlow;
in vec2 vFace;
in vec2 vField;
in float vSunk;
flat in vec2 vHalf;
flat in float vTop;
flat in vec3 vBody;
flat in vec3 vColour;
flat in vec4 vState;
out vec4 pixel;
#ifdef PAINTED
${MARKED}
#endif
float arch(vec2 g, float w) {
  vec2 p = fract(g) - 0.5;
  p.x = abs(p.x);
  float crown = p.y > 0.04 ? length(vec2(p.x, p.y - 0.04)) - 0.41 : p.x - 0.41;
  return mix(1.0 - smoothstep(-w * 0.5, w * 0.5, max(crown, -0.45 - p.y)), 0.72, smoothstep(0.5, 1.2, w));
}
void main() {
  vec2 width = max(fwidth(vFace), vec2(1e-6));
  vec2 toEdge = (vHalf - abs(vFace)) / width;
  vec3 colour = vBody * mix(1.0, 1.25, uGlow);
  // The lit field lies within a rim.
  vec2 field = (vField - 0.5) / 0.84 + 0.5;
  #ifdef PAINTED
  const float phase = 1.0;
  #else
  float phase = vState.x;
  #endif
  float y = phase > 1.5 && phase < 2.5 ? 1.0 - field.y : field.y;
  vec2 g = vec2(field.x, y) * vec2(4.0, 2.0);
  vec2 w = max(fwidth(g), vec2(1e-6));
  float inside = vTop * step(0.0, field.x) * step(field.x, 1.0) * step(0.0, field.y) * step(field.y, 1.0);
  float cell = arch(g, max(w.x, w.y));
  float behind = vState.y - y;
  float lit = (behind >= 0.0 ? 0.82 + 0.34 * exp(-7.0 * behind) : 0.2) * mix(0.52, 1.0, vState.z);
  bool working = phase > 0.5 && phase < 2.5;
  float hatch = step(0.5, fract((g.x + g.y) * 0.5));
  float light = working ? lit : phase > 2.5 ? 0.75 : phase > -0.5 ? 0.3 + 0.4 * hatch : 0.06;
  float line = working ? exp(-abs(behind) * 30.0) * (0.35 + 0.65 * cell) : 0.0;
  #ifdef PAINTED
  light = vState.w > 1.5 ? 0.9 * marked(vState.w, field) : mix(0.06, 0.85, step(y, vState.w));
  line = 0.0;
  #endif
  vec3 glass = mix(uBody[0] * 0.97, uBody[2] * 0.55, uGlow);
  vec3 night = glass + vColour * light * cell * 1.05 + (vColour * 0.4 + 0.6) * line * 0.7;
  vec3 paper = mix(glass, vColour, clamp(light * cell * 1.15 + line * 0.5, 0.0, 1.0));
  colour = mix(colour, mix(paper, night, uGlow), inside);
  float edge = clamp(1.45 - 1.25 * min(toEdge.x, toEdge.y), 0.0, 1.0);
  colour = mix(colour, uEdge, edge * mix(0.45, 0.75, vTop));
  pixel = vec4(mix(colour, uFog, vSunk), 1.0);
}`;

/** Chips on their way from their trays to the cube, filling with their phase as their windows do. */
export function tabletMaterial(
  near: NearUniforms,
  local: LocalUniforms,
  share: { value: number },
): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'torus chips',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local, uShare: share },
    defines: nearVariant(near),
  });
}
