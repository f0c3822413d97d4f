import { GLSL3, RawShaderMaterial } from 'three';
import { type Markers, PATH_POINTS } from './markers.ts';
import { FLOW_GLSL } from './tubeMaterial.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from './uniforms.ts';

const vertex = /* glsl */ `
precision highp float;
precision highp sampler2D;
${FLOW_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform sampler2D uPaths;
uniform vec3 uBusy[4];
uniform vec3 uHead, uFog;
uniform float uFade, uDim, uGlow, uAxis;
#ifdef CUBE
uniform float uRinged;
#endif
#ifdef PAINTED
uniform sampler2D uPaint;
#endif
in vec3 position;
in vec4 aSign;
in vec4 aFlow;
flat out vec4 vColour;
vec3 pathAt(float place) {
  float k = clamp(place, 0.0, 1.0) * float(${PATH_POINTS - 1});
  int i = min(int(k), ${PATH_POINTS - 2});
  int row = int(aFlow.z + 0.5);
  return mix(texelFetch(uPaths, ivec2(i, row), 0).xyz, texelFetch(uPaths, ivec2(i + 1, row), 0).xyz, k - float(i));
}
void main() {
  vec4 pulse, back;
  float way = mod(aFlow.w, 2.0);
  pulsesOf(aFlow.x, aFlow.y, way, aSign.z, pulse, back);
  // A cable of EFA has one sign, which turns round where bytes come in.
  float towards = back.x > pulse.x ? -1.0 : 1.0;
  float place = back.x > pulse.x ? 1.0 - back.y : pulse.y;
  float level = max(pulse.x, back.x);
  #ifdef PAINTED
  // As its cable.
  vec4 paint = aFlow.y < 3.5 ? texelFetch(uPaint, ivec2(int(aFlow.x + 0.5), 1 + int(aFlow.y + 0.5)), 0) : vec4(0.0);
  level = clamp(paint.a, 0.0, 1.0);
  #endif
  float light = level;
  float lit = chosen(aFlow.y, uAxis);
  // The arrows of a chosen axis stand in the middle of its cables while nothing moves on them.
  if (lit > 0.75 && level < 0.05) place = 0.55;
  if (lit > 0.75) light = max(light, 0.6);
  if (aSign.w >= 0.0) {
    float away = towards > 0.0 ? fract(place - aSign.w) : fract(aSign.w - place);
    light = level * (0.35 + 0.65 * exp(-away / 0.2));
    place = aSign.w;
  }
  vec3 here = (modelViewMatrix * vec4(pathAt(place), 1.0)).xyz;
  vec3 before = (modelViewMatrix * vec4(pathAt(place - 0.03), 1.0)).xyz;
  vec3 after = (modelViewMatrix * vec4(pathAt(place + 0.03), 1.0)).xyz;
  vec3 view = normalize(-here);
  vec3 forward = (after - before) * towards;
  forward -= view * dot(forward, view);
  forward = normalize(forward + vec3(0.0, 1e-9, 0.0));
  vec3 across = cross(view, forward);
  // Where both ways share a cable each keeps to its right.
  here -= aFlow.w > 1.5 ? across * aSign.x * 0.3 : vec3(0.0);
  bool chevron = aSign.y > 0.5;
  // A sign grows with the light it stands for and is gone without it.
  if (lit < 0.25) light = 0.0;
  float scale = 1.0;
  #ifdef CUBE
  // In the cube arrows ride on the rings that stand out.
  float ringed = lit > 0.75 ? 0.5 : uRinged < -0.5 ? 0.5 : onRing(aFlow.x, aFlow.y, uRinged);
  light *= step(0.25, ringed);
  scale = ringed > 0.75 ? 2.1 : 1.0;
  #endif
  float size = aSign.x * scale * uFade * smoothstep(0.02, 0.25, light);
  // The dart's tip runs a little ahead of the head, the rest lies on the comet.
  vec3 p = here + (forward * (position.x - 0.62) + across * position.y) * size + view * aSign.x * 0.3;
  float own = position.z;
  gl_Position = projectionMatrix * vec4(p, 1.0);
  if ((own > 0.5) != chevron) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  #ifdef PAINTED
  vec3 colour = chevron ? paint.rgb : uHead;
  #else
  vec3 colour = chevron ? uBusy[3] * mix(1.0, 0.55 + 0.65 * light, uGlow) : uHead;
  #endif
  vColour = vec4(mix(colour, uFog, uDim), smoothstep(0.02, 0.2, light) * (1.0 - uDim));
}`;

const fragment = /* glsl */ `
precision highp float;
flat in vec4 vColour;
out vec4 pixel;
void main() {
  pixel = vColour;
}`;

/** Darts and chevrons, turned to the camera, each on the head of its cable's pulse. */
export function markerMaterial(
  near: NearUniforms,
  local: LocalUniforms,
  paths: Markers['paths'],
  cube = false,
): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near signs',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local, uPaths: { value: paths } },
    defines: { ...nearVariant(near), ...(cube ? { CUBE: 1 } : {}) },
    transparent: true,
    depthWrite: false,
    side: 2,
  });
}
