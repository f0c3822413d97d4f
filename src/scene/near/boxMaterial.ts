import { GLSL3, RawShaderMaterial } from 'three';
import { type LocalUniforms, type NearUniforms, TINTS } from './uniforms.ts';

const vertex = /* glsl */ `
precision highp float;
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec3 uBody[3];
uniform vec3 uTint[${TINTS.length}];
uniform vec3 uFog;
uniform vec2 uFloor;
uniform vec4 uSpot;
uniform float uGlow, uDim, uHidden, uFade;
in vec3 position, normal, aAt, aSize;
in vec4 aStyle;
in vec2 aSurface;
out vec3 vColour;
out vec2 vFace;
flat out vec2 vHalf;
flat out vec2 vRepeat;
flat out float vEdge;
flat out float vDepth;
void main() {
  // What comes off with the lid moves out of its place and grows as the level opens.
  float open = aStyle.w < -1.5 ? smoothstep(0.45, 1.0, uFade) : 1.0;
  vec3 p = aAt * vec3(open, 1.0, 1.0) + position * aSize * open;
  // The key light comes from the upper left: tops lightest, fronts next, right sides darkest.
  float up = step(0.5, normal.y), front = step(0.5, abs(normal.z)), left = step(0.5, -normal.x);
  vec3 body = up > 0.5 ? uBody[0] : front > 0.5 ? uBody[1] : mix(uBody[2], uBody[1], 0.55 * left);
  float facing = up > 0.5 ? 1.25 : front > 0.5 ? 1.0 : mix(0.68, 0.85, left);
  int tint = int(aSurface.x + 0.5);
  vec3 colour = tint == 0 ? body : uTint[tint] * mix(1.0, facing, mix(0.35, 1.0, uGlow));
  colour *= mix(1.0 + (aStyle.x - 1.0) * 0.22, aStyle.x, uGlow);
  // Contact: the foot of every side, and everything near the floor, falls into shade.
  float foot = up > 0.5 ? 1.0 : mix(0.74, 1.0, position.y + 0.5);
  float floorShade = mix(0.66, 1.0, smoothstep(uFloor.x, uFloor.y, p.y));
  colour *= mix(1.0, foot * floorShade, mix(0.45, 1.0, uGlow));
  float dim = max(uDim, uSpot.w * smoothstep(uSpot.z, 1.7 * uSpot.z, distance(aAt.xz, uSpot.xy)));
  vColour = mix(colour, uFog, dim);
  vec3 s = aSize * 0.5;
  vFace = up > 0.5 ? position.xz * aSize.xz : front > 0.5 ? position.xy * aSize.xy : position.zy * aSize.zy;
  vHalf = up > 0.5 ? s.xz : front > 0.5 ? s.xy : s.zy;
  vEdge = aStyle.y * (1.0 - dim) * (up > 0.5 ? 1.0 : 0.8);
  float f = 1.0 / aSurface.y;
  float kind = aStyle.z;
  // How dark the pattern's gaps are: traces on boards are only hinted at.
  vDepth = (kind > 3.5 && kind < 4.5 ? 0.16 : kind > 4.5 ? 0.3 : 0.5) * mix(0.32, 1.0, uGlow);
  float side = 1.0 - up;
  vRepeat = kind < 0.5 ? vec2(0.0)
    : kind < 1.5 ? vec2(f * (up + front), 0.0)
    : kind < 2.5 ? vec2(0.0, f * side)
    : kind < 3.5 ? vec2(f, f) * front
    : kind < 4.5 ? vec2(f, 0.0) * up
    : vec2(f, f) * up;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  if (aStyle.w >= 0.0 && abs(aStyle.w - uHidden) < 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
uniform vec3 uEdge;
in vec3 vColour;
in vec2 vFace;
flat in vec2 vHalf;
flat in vec2 vRepeat;
flat in float vEdge;
flat in float vDepth;
out vec4 pixel;
// Box-filtered pulse train of duty 0.42: tends to its own mean by itself as it gets fine.
vec2 train(vec2 x, vec2 w) {
  vec2 a = x + 0.5 * w, b = x - 0.5 * w;
  vec2 ia = floor(a) * 0.42 + min(fract(a), 0.42), ib = floor(b) * 0.42 + min(fract(b), 0.42);
  return clamp((ia - ib) / w, 0.0, 1.0);
}
void main() {
  vec2 pixelSize = max(fwidth(vFace), vec2(1e-6));
  vec3 colour = vColour;
  if (vRepeat.x + vRepeat.y > 0.0) {
    vec2 t = train(vFace * vRepeat, max(pixelSize * vRepeat, vec2(1e-6)));
    float dark = vRepeat.x > 0.0 && vRepeat.y > 0.0 ? t.x * t.y : vRepeat.x > 0.0 ? t.x : t.y;
    colour *= 1.0 - dark * vDepth;
  }
  vec2 toEdge = vHalf - abs(vFace);
  // Only the few pixels at an edge pay for its line; it is weaker on faces of a few pixels.
  if (any(lessThan(toEdge, 1.2 * pixelSize))) {
    vec2 extent = 2.0 * vHalf / pixelSize;
    vec2 away = toEdge / pixelSize;
    float line = clamp(1.45 - 1.25 * min(away.x, away.y), 0.0, 1.0);
    line *= vEdge * clamp((min(extent.x, extent.y) - 2.0) / 9.0, 0.0, 1.0);
    colour = mix(colour, uEdge, line);
  }
  pixel = vec4(colour, 1.0);
}`;

/** Matte bodies with thin bright edges; opaque. */
export function boxMaterial(near: NearUniforms, local: LocalUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near boxes',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local },
  });
}
