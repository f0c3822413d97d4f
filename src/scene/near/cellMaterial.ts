import { GLSL3, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { MARKED } from '../layers/marked.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from './uniforms.ts';

const vertex = /* glsl */ `
precision highp float;
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uFog;
uniform float uDim, uHidden;
#ifdef PAINTED
precision highp sampler2D;
uniform sampler2D uPaint;
#endif
in vec3 position, aAt;
in vec3 aFrame, aGrid;
out vec2 vField;
flat out vec2 vGrid;
flat out vec3 vColour;
flat out vec4 vState;
void main() {
  vField = position.xy + 0.5;
  vGrid = aGrid.xy;
  vState = uChip[int(aGrid.z + 0.5)];
  vec3 colour = uWork[int(max(vState.x, 0.0) + 0.5)];
  #ifdef PAINTED
  vState = texelFetch(uPaint, ivec2(int(aGrid.z + 0.5), 0), 0);
  colour = vState.rgb;
  #endif
  vColour = mix(colour, uFog, uDim);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(aAt + vec3(position.xy * aFrame.xy, 0.0), 1.0);
  if (aFrame.z >= 0.0 && abs(aFrame.z - uHidden) < 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uBody[3];
uniform vec3 uHead, uEdge;
uniform vec3 uFog;
uniform float uGlow, uDim;
in vec2 vField;
flat in vec2 vGrid;
flat in vec3 vColour;
flat in vec4 vState;
out vec4 pixel;
#ifdef PAINTED
${MARKED}
#endif
// Coverage of one arched window, and its mean once they are finer than pixels.
float arch(vec2 g, float w) {
  vec2 p = fract(g) - 0.5;
  p.x = abs(p.x);
  float crown = p.y > 0.04 ? length(vec2(p.x, p.y - 0.04)) - 0.41 : p.x - 0.41;
  float d = max(crown, -0.45 - p.y);
  return mix(1.0 - smoothstep(-w * 0.5, w * 0.5, d), 0.72, smoothstep(0.5, 1.2, w));
}
void main() {
  #ifdef PAINTED
  const float phase = 1.0;
  #else
  float phase = vState.x;
  #endif
  float y = phase > 1.5 && phase < 2.5 ? 1.0 - vField.y : vField.y;
  vec2 field = vec2(vField.x, y);
  vec2 g = field * vGrid;
  vec2 w = max(fwidth(g), vec2(1e-6));
  float cell = arch(g, max(w.x, w.y));
  float behind = vState.y - y;
  float lit = behind >= 0.0 ? 0.82 + 0.34 * exp(-7.0 * behind) : 0.2;
  float front = exp(-abs(behind) * 30.0);
  // While the chip waits for bytes its light sinks to half: light comes from work.
  lit *= mix(0.52, 1.0, vState.z);
  bool working = phase > 0.5 && phase < 2.5;
  // Optimizer: an even light. Waiting: every other diagonal, faint. Not in the job: dark glass.
  float hatch = step(0.5, fract((vField.x * vGrid.x + vField.y * vGrid.y) * 0.5));
  float light = working ? lit : phase > 2.5 ? 0.75 : phase > -0.5 ? 0.3 + 0.4 * hatch : 0.06;
  float line = working ? front * (0.35 + 0.65 * cell) : 0.0;
  #ifdef PAINTED
  // A mark is a steady light in its pattern, a share fills from below; no front moves.
  light = vState.w > 1.5 ? 0.9 * marked(vState.w, vField) : mix(0.06, 0.85, step(vField.y, vState.w));
  line = 0.0;
  #endif
  vec3 glass = mix(uBody[0] * 0.97, uBody[2] * 0.55, uGlow);
  vec3 night = glass + vColour * light * cell * 1.05 + (vColour * 0.4 + 0.6) * line * 0.7;
  vec3 paper = mix(glass, vColour, clamp(light * cell * 1.15 + line * 0.5, 0.0, 1.0));
  // The frame of the glass catches the light behind it.
  vec2 rim = min(vField, 1.0 - vField) / max(fwidth(vField), vec2(1e-6));
  float frame = clamp(1.35 - min(rim.x, rim.y), 0.0, 1.0);
  vec3 shown = mix(mix(paper, night, uGlow), mix(uEdge, vColour, 0.35), frame * 0.55);
  pixel = vec4(mix(shown, uFog, uDim * 0.75), 1.0);
}`;

/** Cells that fill with their chip's phase: bottom-up in forward, top-down in backward, with a bright front. */
export function cellMaterial(near: NearUniforms, local: LocalUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near cells',
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
