import { DoubleSide, GLSL3, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { INSIDE_GLSL } from './inside.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from './uniforms.ts';

/** How pulses look along a cable. */
export const TRAIL_GLSL = /* glsl */ `
// Light of a pulse at a place of the cable, counted the way it goes.
float trail(vec4 pulse, float along) {
  float behind = pulse.y - along;
  behind = pulse.w < 0.5 ? fract(behind) : behind < 0.0 ? 40.0 : behind;
  return pulse.x * exp(-behind / pulse.z);
}`;

/** Reads what a cable carries: chip and family say which. */
export const FLOW_GLSL = /* glsl */ `
${TRAIL_GLSL}
// 1 for the axis of the torus that is lit alone, 0 for all else beside it, 0.5 while all are lit.
float chosen(float family, float axis) {
  return axis < -0.5 ? 0.5 : abs(family - axis) < 0.5 ? 1.0 : 0.0;
}
// 1 where a link (by the chip that it leaves, and its axis) is on the ring of another chip: two of three coordinates agree.
float onRing(float chip, float family, float of) {
  vec3 a = floor(vec3(mod(chip + 0.5, 4.0), mod((chip + 0.5) / 4.0, 4.0), (chip + 0.5) / 16.0));
  vec3 b = floor(vec3(mod(of + 0.5, 4.0), mod((of + 0.5) / 4.0, 4.0), (of + 0.5) / 16.0));
  vec3 same = vec3(equal(a, b));
  return of < -0.5 ? 0.0 : family < 0.5 ? same.y * same.z : family < 1.5 ? same.x * same.z : same.x * same.y;
}
uniform vec4 uFlow[${CHIPS_PER_ULTRASERVER}];
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
${INSIDE_GLSL}
// Light of a share of time busy (its square root, so that a tenth can still be seen), and the head's place along the cable 0 … 1; inbound EFA runs backwards.
vec2 flowOf(float chip, float family, float way, float offset) {
  vec4 f = uFlow[int(chip + 0.5)];
  if (family > 3.5) {
    int at = insideOf(chip);
    vec4 what = uInside[at], busy = uInside[at + 1];
    // As many lanes are lit as there is traffic; the offset ranks them.
    float rank = fract(offset * 7.13);
    float read = way > 1.5 ? 1.0 : way > 0.5 ? 1.0 - what.z : what.z;
    float traffic = sqrt(uChip[int(chip + 0.5)].w * read);
    float share = family < 4.5 ? smoothstep(0.0, 0.25, traffic * 1.5 + 0.1 * step(0.01, traffic) - rank)
      : family < 5.5 ? busy.x
      : family < 6.5 ? busy.y * what.y
      : family < 7.5 ? busy.y * (1.0 - what.y)
      : family < 8.5 ? busy.z * what.y
      : busy.w;
    return vec2(share, fract(f.w * 4.0 + offset));
  }
  vec2 f2 = family > 2.5 ? f.zw : f.xy;
  float place = fract(f2.y + offset);
  return f2.x < 0.0 ? vec2(sqrt(-f2.x), -1.0 - place) : vec2(sqrt(f2.x), place);
}
uniform highp sampler2D uHops;
// What goes the cable's own way, and against it: light, head, tail, and 1 where the head is a true hop's, which leaves
// nothing ahead of it (near/rings.ts). A way of 2 carries both.
void pulsesOf(float chip, float family, float way, float offset, out vec4 on, out vec4 back) {
  back = vec4(0.0, 0.0, 1.0, 0.0);
  if (family > 2.5) {
    vec2 f = flowOf(chip, family, way, offset);
    float reach = family > 4.5 ? 0.35 : family > 3.5 ? 0.9 : 0.12;
    on = vec4(f.x, f.y, reach, 0.0);
    if (f.y < 0.0) { back = vec4(f.x, -1.0 - f.y, reach, 0.0); on.x = 0.0; }
    return;
  }
  ivec2 at = ivec2(int(chip + 0.5), 2 * int(family + 0.5));
  on = texelFetch(uHops, at + ivec2(0, way > 0.5 && way < 1.5 ? 1 : 0), 0);
  if (way > 1.5) back = texelFetch(uHops, at + ivec2(0, 1), 0);
  on.y = on.w > 0.5 ? on.y : fract(on.y + offset);
  back.y = back.w > 0.5 ? back.y : fract(back.y + offset + 0.5);
}
`;

const vertex = /* glsl */ `
precision highp float;
${FLOW_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec3 uIdle[4];
uniform vec3 uBusy[4];
uniform vec3 uWork[5];
uniform vec3 uFog;
uniform float uFade, uDim, uPixel, uAxis;
#ifdef PAINTED
uniform highp sampler2D uPaint;
#endif
in vec3 position, aTangent;
in vec4 aShape;
// Chip, family, side of the band, way.
in vec4 aFlow;
out float vAlong;
out float vSide;
out float vEnd;
flat out vec4 vOn;
flat out vec4 vBack;
flat out float vLevel;
flat out float vLanes;
flat out float vGain;
flat out float vRest;
// 1 where a cable is wide enough to look round.
flat out float vRound;
flat out vec3 vIdle;
flat out vec3 vBusy;
void main() {
  int family = int(aFlow.y + 0.5);
  pulsesOf(aFlow.x, aFlow.y, aFlow.w, aShape.z, vOn, vBack);
  vAlong = aShape.x;
  vLevel = max(vOn.x, vBack.x);
  vGain = family >= 4 ? 0.74 : family == 3 ? 0.7 : 1.0;
  // Lanes inside a chip stay visible on its floor also while they carry nothing; dark amber would be brown.
  // On other layers than work blue means something else.
  #ifdef PAINTED
  float rest = 0.34;
  #else
  float rest = 0.54;
  #endif
  vRest = family >= 4 ? 0.72 : family == 3 ? 0.62 : rest;
  float lit = chosen(aFlow.y, uAxis);
  // What is chosen is bright also while it carries nothing; the rest sinks into the fog.
  float sunk = lit < 0.25 ? 0.62 : 0.0;
  vLevel = lit > 0.75 ? max(vLevel, 0.55) : lit < 0.25 ? 0.0 : vLevel;
  vGain *= lit > 0.75 ? 1.35 : 1.0;
  if (lit < 0.25) vOn.x = vBack.x = 0.0;
  vOn.x *= 1.0 - uDim;
  vBack.x *= 1.0 - uDim;
  vec3 phase = uWork[int(max(uChip[int(aFlow.x + 0.5)].x, 0.0) + 0.5)];
  vIdle = mix(family >= 4 ? mix(uWork[0], phase, 0.16) : uIdle[min(family, 3)], uFog, max(uDim, sunk));
  vBusy = mix(family >= 4 ? phase : uBusy[min(family, 3)], uFog, max(uDim, sunk));
  #ifdef PAINTED
  // What the layer says of this class of link; lanes inside a chip rest.
  vec4 paint = family < 4 ? texelFetch(uPaint, ivec2(int(aFlow.x + 0.5), 1 + family), 0) : vec4(uWork[0], 0.0);
  vLevel = clamp(paint.a, 0.0, 1.0) * (lit < 0.25 ? 0.0 : 1.0);
  vIdle = mix(mix(vIdle, uFog, 0.35), mix(paint.rgb, uFog, max(uDim, sunk)), step(0.004, vLevel));
  vBusy = mix(paint.rgb, uFog, max(uDim, sunk));
  vOn.x = vLevel * step(0.001, vOn.x);
  vBack.x = vLevel * step(0.001, vBack.x);
  #endif
  vEnd = aShape.w > 0.0 ? clamp((1.0 - aShape.x) / aShape.w, 0.0, 1.0)
    : aShape.w < 0.0 ? clamp(aShape.x / -aShape.w, 0.0, 1.0) : 1.0;
  vec4 centre = modelViewMatrix * vec4(position, 1.0);
  vSide = aFlow.z;
  float comet = max(trail(vOn, vAlong), trail(vBack, 1.0 - vAlong));
  // Never thinner than a pixel: thin cables would flicker as the camera moves.
  float away = length(centre.xyz);
  float pixels = aShape.y / (uPixel * away);
  vRound = clamp((pixels - 1.0) / 2.0, 0.0, 1.0);
  // Where there is room for two lanes each way keeps to its right.
  vLanes = aFlow.w > 1.5 && family < 3 ? clamp((pixels - 1.5) / 1.5, 0.0, 1.0) : 0.0;
  float radius = max(aShape.y * (1.0 + 0.35 * comet), 0.5 * uPixel * away) * uFade;
  // A band as wide as the tube, square to the eye, as near to it as the tube's front.
  vec3 across = cross(mat3(modelViewMatrix) * aTangent, centre.xyz);
  centre.xyz *= 1.0 - radius / away;
  centre.xyz += across * (inversesqrt(max(dot(across, across), 1e-12)) * radius * vSide);
  gl_Position = projectionMatrix * centre;
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uHead, uPaper;
uniform float uGlow, uFade;
${TRAIL_GLSL}
in float vAlong;
in float vSide;
in float vEnd;
flat in vec4 vOn;
flat in vec4 vBack;
flat in float vLevel;
flat in float vLanes;
flat in float vGain;
flat in float vRest;
flat in float vRound;
flat in vec3 vIdle;
flat in vec3 vBusy;
out vec4 pixel;
void main() {
  float facing = sqrt(max(1.0 - vSide * vSide, 0.0));
  float lane = smoothstep(-0.3, 0.3, vSide);
  float comet = max(trail(vOn, vAlong) * mix(1.0, 1.0 - lane, vLanes), trail(vBack, 1.0 - vAlong) * mix(1.0, lane, vLanes));
  float rest = (vRest + 0.3 * vLevel) * vGain;
  float hot = comet * comet * comet * facing;
  vec3 night = vIdle * rest * (0.45 + 0.75 * facing * facing) + vBusy * comet * vGain * (0.3 + 0.45 * facing) + hot * 0.3 * vGain;
  vec3 paper = mix(vIdle, vBusy, clamp(comet * 1.1 + 0.15 * vLevel, 0.0, 1.0));
  paper = mix(paper, uHead, comet * comet * comet * 0.8);
  paper *= mix(1.0, mix(0.72, 1.0, smoothstep(0.1, 0.75, facing)), vRound);
  pixel = vec4(mix(paper, night, uGlow), vEnd * min(1.0, uFade * 3.0));
}`;

/** Cables that carry light while bytes move: a comet runs to the far end, the tail says from where. */
export function tubeMaterial(
  near: NearUniforms,
  local: LocalUniforms,
  transparent = false,
): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near cables',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local },
    defines: nearVariant(near),
    transparent,
    side: DoubleSide,
    forceSinglePass: true,
  });
}
