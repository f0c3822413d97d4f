/**
 * What every fragment and vertex shader of the scene begins with. Colours are *light*: the square of the sRGB value,
 * near enough to linear light, and its way back to the screen is one square root (`finish`).
 */
export const HEADER = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;

uniform vec3 uTop, uSide, uDeep, uEdge, uQuietEdge, uGround, uPad, uLine, uFog, uPaper;
uniform vec3 uForward, uBackward, uOptimizer, uWaiting, uEfa, uEfaIdle, uLink, uLinkBusy, uHead, uFault, uFocus;
// On night light is added, on paper it is ink. A constant, so that no pixel pays for the other theme: software
// renderers run both sides of every branch.
#ifdef PAPER
const bool NIGHT = false;
#else
const bool NIGHT = true;
#endif
// Simulated seconds of the step, and the same in seconds of the wall at the present speed: for what flows.
uniform float uSeconds, uFlow;
// Metres over which things fade into the fog: where it begins, where it is full.
uniform vec2 uFogRange;
// What stands between the eye and the focused row sinks into the floor: x from which on (building frame), the side the
// eye is on (−1, 1), and how much.
uniform vec3 uCut;
// Where the hall in focus stands (x, building frame), half its pitch, and how much of its neighbours is shown.
uniform vec3 uBeside;
uniform sampler2D uClassState;
uniform usampler2D uClassMap;

const uint NOT_IN_JOB = 0xffffu;

// How much of what belongs to the hall around x is shown.
float shownAt(float x) { return mix(1.0, uBeside.z, step(uBeside.y, abs(x - uBeside.x))); }
// Share of its height that something at x keeps.
float uncut(float x) { return 1.0 - uCut.z * smoothstep(0.7, 1.6, (x - uCut.x) * uCut.y); }
`;

/** Fragment functions shared by all: anti-aliased pulse trains, painting in both themes, the state of a class. */
export const SHADE = /* glsl */ `
float width(float v) { return max(fwidth(v), 1e-6); }

// Share of a pixel (w wide) covered by a train of period 1 and the given duty; tends to its own mean by itself.
float train(float x, float duty, float w) {
  float a = x - 0.5 * w, b = x + 0.5 * w;
  return clamp(((floor(b) - floor(a)) * duty + min(fract(b), duty) - min(fract(a), duty)) / w, 0.0, 1.0);
}

// Share of a pixel (w wide) of a line of half width r around d = 0.
float line(float d, float r, float w) { return clamp((r - abs(d)) / w + 0.5, 0.0, 1.0) * min(1.0, 2.0 * r / w); }

// Light of colour c over a body: added on night; on paper coverage multiplies like ink, or hues wash out.
vec3 shine(vec3 base, vec3 c, float a) {
  float k = min(a, 1.0);
  float most = max(c.r, max(c.g, c.b));
  return NIGHT ? base * (1.0 - 0.6 * k) + c * a
    : base * mix(vec3(1.0), c / max(most, 1e-3), k) * mix(1.0, most, k * k);
}

// An edge drawn over a body: brighter on night, darker on paper.
vec3 edged(vec3 base, vec3 c, float a) { return mix(base, c, a); }

// A soft shoulder from 0.72 on, back to sRGB, and half a step of noise against bands.
vec4 finish(vec3 c, float alpha) {
  #ifdef LOW
  // The same shoulder as a straight line: without divisions.
  c = min(c, 0.432 + 0.4 * c);
  #else
  vec3 over = max(c - 0.72, 0.0);
  c = min(c, 0.72) + over / (1.0 + over * 3.4);
  #endif
  vec3 shown = sqrt(max(c, 0.0));
  #ifndef LOW
  shown += (fract(52.9829 * fract(dot(gl_FragCoord.xy, vec2(0.06711, 0.00584)))) - 0.5) * 0.0045;
  #endif
  return vec4(shown, alpha);
}

// Light added to what is behind it (material.ts, ADDED): where nothing is, it covers as much as it is bright.
vec4 added(vec3 c) { return vec4(c, max(c.r, max(c.g, c.b))); }

// Into the fog by distance from the eye, metres.
vec3 fogged(vec3 c, float distance) {
  return mix(c, uFog, clamp((distance - uFogRange.x) / (uFogRange.y - uFogRange.x), 0.0, 1.0));
}

// Class of a chip: column 64 u + chip, line hall * rows + row, all from 0.
uint classAt(int column, int row) {
  uint c = texelFetch(uClassMap, ivec2(column, row), 0).r;
  return c == NOT_IN_JOB ? c : c & 0x7fffu;
}
// 1 where a chip of the UltraServer whose first chip this is is at fault (classTexture.ts).
float faultAt(int column, int row) {
  uint c = texelFetch(uClassMap, ivec2(column, row), 0).r;
  return c != NOT_IN_JOB && (c & 0x8000u) != 0u ? 1.0 : 0.0;
}
// Kind, progress, microbatch (-2 where the chip is at fault), activity; kind is -1 where the chip is not in the job.
vec4 phaseOf(uint c) { return c == NOT_IN_JOB ? vec4(-1.0, 0.0, -1.0, 0.0) : texelFetch(uClassState, ivec2(int(c), 0), 0); }
// Shares of the link: send forward, send backward, gradients, NeuronLink.
vec4 loadOf(uint c) { return c == NOT_IN_JOB ? vec4(0.0) : texelFetch(uClassState, ivec2(int(c), 1), 0); }

bool isForward(float kind) { return kind > 0.5 && kind < 1.5; }
// Backward, and the backward of weights alone.
bool isBackward(float kind) { return (kind > 1.5 && kind < 2.5) || kind > 18.5; }
bool isOptimizer(float kind) { return kind > 2.5 && kind < 3.5; }

vec3 phaseColour(float kind) {
  return isForward(kind) ? uForward : isBackward(kind) ? uBackward : isOptimizer(kind) ? uOptimizer : uWaiting;
}

// Light of a cell at height y (0 bottom … 1 top): forward fills from below, backward empties from above; dim behind
// the front, a bright front line, nearly dark ahead; w is the height of a pixel.
float fillOf(float kind, float progress, float y, float w) {
  // Without early returns: software renderers turn those into loops.
  bool up = isForward(kind);
  float behind = progress - (up ? y : 1.0 - y);
  float done = clamp(behind / max(w, 0.012) + 0.5, 0.0, 1.0);
  float fill = mix(0.045, 0.40 + 0.95 * exp(-8.0 * max(behind, 0.0)), done);
  return up || isBackward(kind) ? fill : isOptimizer(kind) ? 0.5 : 0.0;
}
`;
