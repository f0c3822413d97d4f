import { GLSL3, Mesh, PlaneGeometry, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { blockNamed } from '../chip/plan.ts';
import { MARKED } from '../layers/marked.ts';
import { INSIDE_GLSL } from '../near/inside.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from '../near/uniforms.ts';
import { COUNTS } from './bodies.ts';

const vertex = /* glsl */ `
precision highp float;
${INSIDE_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform float uChipIndex;
in vec3 position;
in vec2 uv;
out vec2 vPlace;
// Phase, how far the kernel is, how far its tile is, how busy the engine is.
flat out vec4 vState;
void main() {
  vPlace = uv;
  int line = insideOf(uChipIndex);
  vec4 what = uInside[line];
  vState = vec4(uChip[int(uChipIndex + 0.5)].x, what.x, uInside[line + 2].y, uInside[line + 1].y * what.y);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.x, 0.0, -position.y, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uWork[5];
uniform vec3 uBody[3];
uniform vec3 uHead;
uniform float uGlow, uFade;
in vec2 vPlace;
flat in vec4 vState;
out vec4 pixel;
#ifdef PAINTED
uniform highp sampler2D uPaint;
uniform float uMemory, uChipIndex;
${MARKED}
#endif
const float CELLS = ${COUNTS.array}.0;
// Waves a tile is drawn with, and how far they are apart along the diagonal.
const float PASSES = 3.0;
const float APART = 0.78;
float coverage(vec2 g, vec2 w) {
  vec2 d = 0.5 - abs(fract(g) - 0.5);
  vec2 m = smoothstep(0.1 - w * 0.5, 0.1 + w * 0.5, d);
  return mix(m.x * m.y, 0.74, smoothstep(0.3, 0.8, max(w.x, w.y)));
}
void main() {
  float phase = vState.x;
  bool works = phase > 0.5 && phase < 2.5, down = phase > 1.5 && phase < 2.5;
  vec2 g = vPlace * CELLS;
  vec2 w = max(fwidth(g), vec2(1e-6));
  float mask = coverage(g, w);
  // Rows are fed from the left, sums leave at the front: the front of the wave runs along the diagonal.
  vec2 cell = min(floor(g), CELLS - 1.0);
  float p = (cell.x + (CELLS - 1.0 - cell.y)) / (2.0 * CELLS - 2.0);
  // Waves follow each other, so that one is always under way: each is a pass of the tile, 128 deep.
  float t = fract(vState.z * PASSES) * APART;
  float behind = t + (p > t ? APART : 0.0) - p;
  float ahead = p - t - (p > t + 0.5 * APART ? APART : 0.0);
  float busy = works ? vState.w : 0.0;
  // Weights wait in every cell; the wave leaves it brighter, and its trace fades.
  float light = mix(0.42, 0.22 + 0.86 * exp(-behind / 0.34), busy);
  float front = busy * exp(-44.0 * abs(ahead));
  // From afar it is as the arrays of the chip: filled with the kernel (near/unitMaterial.ts).
  float y = down ? 1.0 - vPlace.y : vPlace.y;
  float past = vState.y - y;
  float tail = 1.0 / (1.0 + 2.6 * max(past, 0.0));
  float filled = mix(0.13, mix(0.46, 1.0, busy) * mix(0.66, 1.0, tail * tail), step(0.0, past));
  if (!works) {
    light = phase > 2.5 ? 0.75 : 0.08;
    filled = phase > 2.5 ? 0.75 : phase > -0.5 ? 0.22 : 0.06;
  }
  vec3 colour = uWork[int(max(phase, 0.0) + 0.5)];
  light = mix(filled, light, uFade);
  #ifdef PAINTED
  vec4 paint = texelFetch(uPaint, ivec2(int(uChipIndex + 0.5), 0), 0);
  colour = paint.rgb;
  // A mark is a steady light in its pattern, a share fills from below; no wave runs.
  light = paint.a > 1.5 ? marked(paint.a, vPlace) : mix(0.06, 0.85, step(vPlace.y, paint.a)) * (1.0 - uMemory);
  front = 0.0;
  #endif
  // Groups of sixteen are marked by a quiet line.
  vec2 group = abs(fract(g / 16.0 + 0.5) - 0.5) * 16.0;
  float line = 1.0 - smoothstep(0.0, 1.0, min(group.x / max(w.x, 0.4), group.y / max(w.y, 0.4)));
  vec3 glass = mix(uBody[0] * 0.97, uBody[2] * 0.62, uGlow);
  vec3 night = glass + colour * light * mask * 1.05 + (colour * 0.3 + 0.7) * front * 0.75 * mask;
  vec3 paper = mix(mix(glass, colour, clamp(light * mask * 1.1, 0.0, 1.0)), uHead, front * 0.5 * mask);
  pixel = vec4(mix(paper, night, uGlow) * (1.0 - 0.28 * line), 1.0);
}`;

/** The 128 × 128 tensor array of a core of chip `chip`: for each tile a wave of sums runs through it. */
export function waveMesh(
  near: NearUniforms,
  local: LocalUniforms,
  chip: number,
): Mesh<PlaneGeometry, RawShaderMaterial> {
  const { x, z, width, depth, height } = blockNamed('tensor');
  const material = new RawShaderMaterial({
    name: 'tensor array',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local, uChipIndex: { value: chip } },
    defines: nearVariant(near),
  });
  const mesh = new Mesh(new PlaneGeometry(width * 0.97, depth * 0.97), material);
  mesh.position.set(x, height + 0.00001, z);
  mesh.frustumCulled = false;
  return mesh;
}
