import { DoubleSide, GLSL3, RawShaderMaterial } from 'three';
import { FLOW_GLSL, TRAIL_GLSL } from '../near/tubeMaterial.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from '../near/uniforms.ts';

/** How far a chip or link of a server (0–3) is on its way when the whole is `share` through: server after server. */
export const ORDER_GLSL = /* glsl */ `
float own(float share, float server) {
  float s = clamp(share * 1.36 - server * 0.12, 0.0, 1.0);
  return s * s * s * (s * (s * 6.0 - 15.0) + 10.0);
}
// What lies behind the middle of the cube sinks into the fog, so that the layers part.
float behind(float away, mat4 view, float fade) {
  return fade * 0.68 * smoothstep(-0.45, 1.15, away - length((view * vec4(0.0, 1.15, 0.75, 1.0)).xyz));
}`;

const vertex = /* glsl */ `
precision highp float;
${FLOW_GLSL}
${ORDER_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec3 uIdle[4];
uniform vec3 uBusy[4];
uniform vec3 uFog;
uniform float uFade, uPixel, uAxis, uShare, uRinged;
#ifdef PAINTED
uniform highp sampler2D uPaint;
#endif
in vec3 position, aCube, aTangent, aCubeTangent;
in vec4 aShape;
in vec4 aFlow;
in vec2 aOrder;
out float vAlong;
out float vMetres;
out float vSide;
out float vOpen;
flat out int vFamily;
flat out vec4 vOn;
flat out vec4 vBack;
flat out float vLevel;
flat out float vLanes;
flat out float vGain;
out float vSunk;
flat out vec3 vIdle;
flat out vec3 vBusy;
void main() {
  vFamily = int(aFlow.y + 0.5);
  pulsesOf(aFlow.x, aFlow.y, aFlow.w, aShape.z, vOn, vBack);
  vAlong = aShape.x;
  vMetres = aShape.w;
  vSide = aFlow.z;
  float lit = chosen(aFlow.y, uAxis);
  vLevel = max(vOn.x, vBack.x);
  vLevel = lit > 0.75 ? max(vLevel, 0.55) : lit < 0.25 ? 0.0 : vLevel;
  if (lit < 0.25) vOn.x = vBack.x = 0.0;
  // The rings of the chip that is pointed at stand out; with none every link counts alike, and so while one axis is lit.
  float ringed = lit > 0.75 || uRinged < -0.5 ? 0.5 : onRing(aFlow.x, aFlow.y, uRinged);
  vGain = lit > 0.75 || ringed > 0.75 ? 1.35 : 1.0;
  vLevel = ringed > 0.75 ? max(vLevel, 0.5) : vLevel;
  vIdle = uIdle[vFamily];
  vBusy = uBusy[vFamily];
  #ifdef PAINTED
  vec4 paint = texelFetch(uPaint, ivec2(int(aFlow.x + 0.5), 1 + vFamily), 0);
  vLevel = clamp(paint.a, 0.0, 1.0) * (lit < 0.25 ? 0.0 : 1.0);
  vIdle = mix(vIdle, paint.rgb, step(0.004, vLevel));
  vBusy = paint.rgb;
  vOn.x = vLevel * step(0.001, vOn.x);
  vBack.x = vLevel * step(0.001, vBack.x);
  #endif
  float s = own(uShare, aOrder.x);
  vOpen = s;
  vec4 centre = modelViewMatrix * vec4(mix(position, aCube, s), 1.0);
  float away = length(centre.xyz);
  vSunk = 1.0 - (1.0 - (ringed > 0.75 ? 0.3 : 1.0) * behind(away, modelViewMatrix, s)) * (lit < 0.25 ? 0.3 : ringed < 0.25 ? mix(1.0, 0.62, s) : 1.0);
  // Z is thinner: it carries half of what X and Y do. The way back of a ring is thinner than its straight links.
  float cube = (vFamily == 2 ? 0.0062 : 0.0085) * (aOrder.y > 0.5 ? 0.78 : 1.0) * (lit > 0.75 ? 1.35 : ringed > 0.75 ? 2.0 : lit < 0.25 || ringed < 0.25 ? 0.75 : 1.0);
  float comet = max(trail(vOn, vAlong), trail(vBack, 1.0 - vAlong));
  vLanes = s * clamp((cube / (uPixel * away) - 1.5) / 1.5, 0.0, 1.0);
  float radius = max(mix(aShape.y, cube, s) * (1.0 + 0.3 * comet), 0.5 * uPixel * away) * uFade;
  vec3 across = cross(mat3(modelViewMatrix) * mix(aTangent, aCubeTangent, s), centre.xyz);
  centre.xyz *= 1.0 - radius / away;
  centre.xyz += across * (inversesqrt(max(dot(across, across), 1e-12)) * radius * vSide);
  gl_Position = projectionMatrix * centre;
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uHead, uFog;
uniform float uGlow;
${TRAIL_GLSL}
in float vAlong;
in float vMetres;
in float vSide;
in float vOpen;
flat in int vFamily;
flat in vec4 vOn;
flat in vec4 vBack;
flat in float vLevel;
flat in float vLanes;
flat in float vGain;
in float vSunk;
flat in vec3 vIdle;
flat in vec3 vBusy;
out vec4 pixel;
// Share of a pixel covered by a train of period 1.
float train(float x, float duty, float w) {
  float a = x - 0.5 * w, b = x + 0.5 * w;
  return clamp(((floor(b) - floor(a)) * duty + min(fract(b), duty) - min(fract(a), duty)) / w, 0.0, 1.0);
}
void main() {
  float facing = sqrt(max(1.0 - vSide * vSide, 0.0));
  float lane = smoothstep(-0.3, 0.3, vSide);
  float comet = max(trail(vOn, vAlong) * mix(1.0, 1.0 - lane, vLanes), trail(vBack, 1.0 - vAlong) * mix(1.0, lane, vLanes));
  #ifdef PAINTED
  float rest = (0.5 + 0.25 * vLevel) * vGain;
  #else
  float rest = (0.66 + 0.2 * vLevel) * vGain;
  #endif
  float hot = comet * comet * comet * facing;
  vec3 night = vIdle * rest * (0.5 + 0.7 * facing * facing) + vBusy * comet * vGain * (0.3 + 0.45 * facing) + hot * 0.3;
  vec3 paper = mix(vIdle, vBusy, clamp(0.5 + comet + 0.15 * vLevel, 0.0, 1.0));
  paper = mix(paper, uHead, comet * comet * comet * 0.8);
  paper = mix(paper * 0.72, paper, smoothstep(0.1, 0.75, facing));
  vec3 colour = mix(paper, night, uGlow);
  // X unbroken, Y dashed, Z dotted: told apart without colour.
  float period = vFamily == 1 ? 0.062 : 0.03;
  float ink = vFamily == 0 ? 1.0 : train(vMetres / period, vFamily == 1 ? 0.66 : 0.5, max(fwidth(vMetres) / period, 1e-5));
  colour = mix(colour, uFog, 0.82 * (1.0 - ink) * vOpen);
  pixel = vec4(mix(colour, uFog, vSunk), 1.0);
}`;

/** Links on their way from the racks to the cube; lit as the cables of the racks are (near/tubeMaterial.ts). */
export function linkMaterial(
  near: NearUniforms,
  local: LocalUniforms,
  share: { value: number },
): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'torus links',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local, uShare: share },
    defines: nearVariant(near),
    side: DoubleSide,
  });
}
