import { GLSL3, Mesh, PlaneGeometry, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { MARKED } from '../layers/marked.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from '../near/uniforms.ts';
import { blockNamed, COUNTS } from './bodies.ts';

const vertex = /* glsl */ `
precision highp float;
uniform mat4 modelViewMatrix, projectionMatrix;
in vec3 position;
in vec2 uv;
out vec2 vPlace;
void main() {
  vPlace = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.x, 0.0, -position.y, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec4 uFlow[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uBody[3];
uniform vec3 uHead;
uniform float uGlow, uChipIndex;
in vec2 vPlace;
out vec4 pixel;
#ifdef PAINTED
uniform highp sampler2D uPaint;
uniform float uMemory;
${MARKED}
#endif
const float CELLS = ${COUNTS.array}.0;
// Light of one wavefront at t along the diagonal: sharp ahead, fading behind.
float wave(float p, float t) {
  float d = t - p;
  return d >= 0.0 ? exp(-d / 0.26) : exp(d / 0.012);
}
void main() {
  vec4 state = uChip[int(uChipIndex + 0.5)];
  vec4 flow = uFlow[int(uChipIndex + 0.5)];
  vec2 g = vPlace * CELLS;
  vec2 w = max(fwidth(g), vec2(1e-6));
  vec2 cell = floor(g);
  // Rows feed from the left, sums leave at the front: the front of the wave runs along the diagonal.
  float p = (cell.x + (CELLS - 1.0 - cell.y)) / (2.0 * CELLS - 2.0);
  bool backward = state.x > 1.5 && state.x < 2.5;
  if (backward) p = 1.0 - p;
  float t = fract(flow.w * 2.0) * 1.62;
  float light = max(wave(p, t), wave(p, t - 0.62)) * (state.x > 0.5 ? state.z : 0.0);
  float front = (exp(-46.0 * abs(p - t)) + exp(-46.0 * abs(p - t + 0.62))) * (state.x > 0.5 ? state.z : 0.0);
  vec2 d = 0.5 - abs(fract(g) - 0.5);
  vec2 m = smoothstep(0.1 - w * 0.5, 0.1 + w * 0.5, d);
  float mask = mix(m.x * m.y, 0.7, smoothstep(0.3, 0.8, max(w.x, w.y)));
  // Groups of sixteen are marked by a quiet line.
  vec2 group = abs(fract(g / 16.0 + 0.5) - 0.5) * 16.0;
  float line = 1.0 - smoothstep(0.0, 1.0, min(group.x / max(w.x, 0.4), group.y / max(w.y, 0.4)));
  vec3 colour = uWork[int(max(state.x, 0.0) + 0.5)];
  #ifdef PAINTED
  vec4 paint = texelFetch(uPaint, ivec2(int(uChipIndex + 0.5), 0), 0);
  colour = paint.rgb;
  // A mark is a steady light in its pattern, a share fills from below; no wave runs.
  light = paint.a > 1.5 ? marked(paint.a, vPlace) : step(vPlace.y, paint.a) * (1.0 - uMemory);
  front = 0.0;
  #endif
  vec3 glass = mix(uBody[2] * 0.96, uBody[2] * 0.75, uGlow);
  vec3 night = glass + colour * (0.1 + 0.85 * light) * mask + (colour * 0.3 + 0.7) * front * 0.55 * mask;
  vec3 paper = mix(mix(glass, colour, (0.08 + 0.82 * light) * mask), uHead, front * 0.5 * mask);
  pixel = vec4(mix(paper, night, uGlow) * (1.0 - 0.3 * line), 1.0);
}`;

/** The 128 × 128 tensor array of a core of chip `chip`, with a wave of sums running through it. */
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
  const mesh = new Mesh(new PlaneGeometry(width * 0.985, depth * 0.985), material);
  mesh.position.set(x, height + 0.00001, z);
  mesh.frustumCulled = false;
  return mesh;
}
