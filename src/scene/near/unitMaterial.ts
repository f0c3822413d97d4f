import { GLSL3, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { MARKED } from '../layers/marked.ts';
import { INSIDE_GLSL } from './inside.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from './uniforms.ts';

const vertex = /* glsl */ `
precision highp float;
${INSIDE_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uBody[3];
uniform vec3 uFog;
uniform float uDim, uHidden, uGlow;
#ifdef PAINTED
uniform highp sampler2D uPaint;
uniform float uMemory;
#endif
in vec3 position, aAt;
in vec4 aFrame, aGrid;
out vec2 vField;
// Place along the way in which the field fills, 0 … 1.
out float vAlong;
flat out vec2 vGrid;
flat out vec3 vColour;
// How far it is lit from 0 on, how bright that is, how bright the rest, and its front.
flat out vec4 vLit;
// x share of cells lit here and there, instead; y light of every other diagonal.
flat out vec2 vApart;
flat out vec3 vGlass;
// How dark its joints are.
flat out float vCarve;
#ifdef PAINTED
flat out float vMark;
#endif
void main() {
  vField = position.xy + 0.5;
  vGrid = aGrid.xy;
  int chip = int(aGrid.w + 0.5), unit = int(aGrid.z + 0.5), line = insideOf(aGrid.w);
  vec4 state = uChip[chip], what = uInside[line], busy = uInside[line + 1], done = uInside[line + 2];
  float phase = state.x;
  bool works = phase > 0.5 && phase < 2.5;
  // Across the core, or from its front backwards: upwards in forward, downwards in backward.
  bool across = unit > 1;
  bool down = phase > 1.5 && phase < 2.5;
  vAlong = across ? vField.x : down ? 1.0 - vField.y : vField.y;
  float level = 1.0, light = 0.0, rest = 0.08, front = 1.0;
  vApart = vec2(0.0);
  if (unit == 0) {
    level = what.x;
    light = busy.y * what.y;
    rest = 0.13;
    light = mix(0.46, 1.0, light);
    front = busy.y * what.y;
  } else if (unit == 1) {
    bool side = what.y < 0.5;
    level = side ? done.y : done.z;
    front = side ? busy.y : busy.z;
    light = mix(0.2, 1.0, front);
    rest = 0.1;
  } else if (unit == 2) {
    level = done.x;
    front = busy.x;
    light = mix(0.4, 0.7, busy.x);
  } else if (unit == 3) {
    // What has left lies behind the front, and is dark.
    vAlong = 1.0 - vAlong;
    level = 1.0 - done.y;
    front = busy.y;
    light = mix(0.4, 0.7, busy.y);
  } else if (unit == 4) {
    float bank = aFrame.z;
    float half_ = mod(what.w, 2.0) * 4.0;
    float own = mod(bank - half_ + 8.0, 8.0);
    bool gathers = own < 3.5;
    level = bank < -0.5 ? done.y : gathers ? done.y * 4.0 - own : (1.0 - done.z) * 4.0 - (own - 4.0);
    front = gathers ? busy.y * what.y : busy.z * what.y;
    light = mix(0.34, 0.95, front) * mix(0.5, 1.0, what.y);
    rest = 0.1;
  } else if (unit == 5) {
    light = aFrame.z < 11.5 ? busy.x : busy.w;
    light = mix(0.14, 1.0, light);
    front = 0.0;
  } else if (unit == 6) {
    vApart.x = works ? min(1.0, sqrt(state.w) * 1.2) : 0.0;
    level = 0.0;
    rest = 0.0;
  } else {
    level = 0.0;
  }
  // Optimizer: an even light. Waiting: every other diagonal, faint. Not in the job: dark glass.
  if (!works) {
    bool tells = unit == 0;
    level = phase > 2.5 ? 1.0 : 0.0;
    light = tells ? 0.75 : 0.4;
    rest = phase > -0.5 && tells ? 0.22 : 0.06;
    front = 0.0;
    vApart = vec2(0.0, phase > -0.5 && phase < 0.5 && tells ? 0.3 : 0.0);
  }
  vec3 colour = uWork[int(max(phase, 0.0) + 0.5)];
  #ifdef PAINTED
  // What the layer says of the chip: a share fills from the front, of memory its stacks alone, of all else its arrays.
  vec4 paint = texelFetch(uPaint, ivec2(chip, 0), 0);
  colour = paint.rgb;
  bool told = uMemory > 0.5 ? unit == 6 : unit == 0;
  vAlong = vField.y;
  vMark = told ? paint.a : 0.0;
  level = told ? min(paint.a, 1.0) : 0.0;
  light = 0.85;
  rest = 0.06;
  front = 0.0;
  vApart = vec2(0.0);
  #endif
  vLit = vec4(level, light, rest, front * (1.0 - uDim));
  // Stacks of memory are pale bodies, all else lies under dark glass.
  vGlass = unit == 6 ? uBody[0] * mix(1.0, 1.3, uGlow) : mix(uBody[0] * 0.97, uBody[2] * 0.62, uGlow);
  vCarve = unit == 6 ? 0.3 : 0.0;
  vColour = mix(colour, uFog, uDim);
  vec3 p = aAt + vec3(position.x * aFrame.x, 0.0, -position.y * aFrame.y);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  if (aFrame.w >= 0.0 && abs(aFrame.w - uHidden) < 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uHead, uFog;
uniform float uGlow, uDim;
in vec2 vField;
in float vAlong;
flat in vec2 vGrid;
flat in vec3 vColour;
flat in vec4 vLit;
flat in vec2 vApart;
flat in vec3 vGlass;
flat in float vCarve;
#ifdef PAINTED
flat in float vMark;
${MARKED}
#endif
out vec4 pixel;
void main() {
  vec2 g = vField * vGrid;
  vec2 w = max(fwidth(g), vec2(1e-6));
  vec2 d = 0.5 - abs(fract(g) - 0.5);
  vec2 m = smoothstep(0.07 - w * 0.5, 0.07 + w * 0.5, d);
  float mask = mix(m.x * m.y, 0.78, smoothstep(0.35, 0.8, max(w.x, w.y)));
  // Each cell its own throw of a die, the same every time.
  vec2 own = floor(g);
  float throw_ = fract(dot(own, vec2(0.7549, 0.5698)) + own.x * own.y * 0.137);
  float behind = vLit.x - vAlong;
  float tail = 1.0 / (1.0 + 2.6 * max(behind, 0.0));
  float lit = mix(vLit.z, vLit.y * mix(0.66, 1.0, tail * tail), step(0.0, behind));
  lit += step(throw_ + 0.002, vApart.x) * 0.3 + vApart.y * step(0.5, fract((g.x + g.y) * 0.5));
  float line = vLit.w * exp(-abs(behind) * 34.0) * step(0.001, vLit.x) * step(vLit.x, 0.999);
  #ifdef PAINTED
  lit = vMark > 1.5 ? 0.9 * marked(vMark, vField) : lit;
  #endif
  vec3 glass = vGlass * (1.0 - vCarve * (1.0 - mask));
  vec3 night = glass + vColour * lit * mask * 1.1 + (vColour * 0.35 + 0.65) * line * (0.35 + 0.65 * mask) * 0.9;
  vec3 paper = mix(glass, vColour, clamp(lit * mask * 1.15 + line * 0.5, 0.0, 1.0));
  pixel = vec4(mix(mix(paper, night, uGlow), uFog, uDim * 0.85), 1.0);
}`;

/** Cells of engines and memories inside chips, each lit by what its unit does. */
export function unitMaterial(near: NearUniforms, local: LocalUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near units',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local },
    defines: nearVariant(near),
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -1,
  });
}
