import { MARKED } from '../layers/marked.ts';

/**
 * Rows of racks as boxes whose fragment shader draws what stands in them: UltraServers, racks, trays, and what their
 * chips do. Measures are defines, from cluster/metres.ts (rows.ts). A software renderer runs both sides of every branch
 * of every pixel, so what is the same for a whole row is worked out once a vertex and the rest is chosen by products.
 */

/** What a phase looks like, in numbers that need no choosing. On other layers than work the paint of a class stands in
 *  for its phase (layers/painter.ts). */
const LOOKS = /* glsl */ `
struct Looks {
  vec3 colour;
  // Fill: x 1 from below, −1 from above; y progress; z 1 where it fills; w light where it does not (optimizer).
  vec4 fill;
  // x 1 where it waits, y 1 where it is not in the job.
  vec2 idle;
};
// A steady light of its own: chips at fault.
Looks faulty(Looks l, float fault) {
  l.colour = mix(l.colour, uFault, fault);
  l.fill = mix(l.fill, vec4(0.0, 0.0, 0.0, 0.9), fault);
  l.idle *= 1.0 - fault;
  return l;
}
#ifdef PAINTED
${MARKED}
// Line of the class state that says how a class looks, and what stands for chips outside the job.
const int LOOK = 2;
const vec4 OUTSIDE = vec4(0.0, 0.0, 0.0, -1.0);
Looks looksOf(vec4 paint) {
  float mark = step(1.5, paint.a);
  Looks l;
  l.colour = paint.rgb;
  // A mark is a steady light, and keeps its number; a share fills from below.
  l.fill = vec4(1.0, paint.a, (1.0 - mark) * step(1e-4, paint.a), 0.9 * mark);
  l.idle = vec2(0.0, step(paint.a, -0.5));
  return l;
}
#else
const int LOOK = 0;
const vec4 OUTSIDE = vec4(-1.0, 0.0, -1.0, 0.0);
Looks looksOf(vec4 phase) {
  float kind = phase.x;
  float up = step(0.5, kind) * step(kind, 1.5);
  float optimizer = step(2.5, kind) * step(kind, 3.5);
  float down = clamp(step(1.5, kind) - step(2.5, kind) + step(18.5, kind), 0.0, 1.0);
  float outside = step(kind, -0.5);
  Looks l;
  l.colour = uForward * up + uBackward * down + uOptimizer * optimizer;
  l.fill = vec4(up - down, phase.y, up + down, 0.5 * optimizer);
  l.idle = vec2(1.0 - min(1.0, up + down + optimizer + outside), outside);
  return faulty(l, step(phase.z, -1.5));
}
#endif
vec4 lookOf(uint c) { return c == NOT_IN_JOB ? OUTSIDE : texelFetch(uClassState, ivec2(int(c), LOOK), 0); }
`;

/** What pixels look up for themselves: where a row holds several classes, and groups, which part the chips of a class. */
const LOOKED_UP = /* glsl */ `
#if defined(GROUPS) && !defined(UNEVEN)
#define UNEVEN
#endif
#ifdef UNEVEN
// From afar an UltraServer stands for its chips: for their group, or its first chip's class and any fault.
Looks looksFrom(int first, int line) {
  uint c = classAt(first, line);
  #ifdef GROUPS
  return looksOf(lookOf(c == NOT_IN_JOB ? c : c >> 4));
  #elif defined(PAINTED) && !defined(FAULTS)
  return looksOf(lookOf(c));
  #else
  return faulty(looksOf(lookOf(c)), faultAt(first, line));
  #endif
}
Looks looksAt(int column, int line) {
  uint c = classAt(column, line);
  #ifdef GROUPS
  c = c == NOT_IN_JOB ? c : c & 15u;
  #endif
  return looksOf(lookOf(c));
}
#endif
`;

export const VERTEX = /* glsl */ `${LOOKS}
in vec3 position, normal;
// Middle of the row (x, z) in the group's frame, line of the class map, facing: -1 west, 1 east.
in vec4 aRow;
// Positions from … to (from 0) that this box spans; its building (from 1).
in vec3 aSpan;
#ifdef SORTED
// Line whose state is shown here while rows are sorted by what they do, and how much they are.
in float aSorted;
uniform float uSorted;
#endif
uniform float uTall, uWithout, uPositions, uRowEnds, uFronted;
// Metres from the row's north end, metres up.
out vec2 vAt;
// Rim: half extent and place across it; so for the ends.
out vec4 vRim;
out vec3 vBody;
out float vFog;
flat out int vLine;
flat out float vFacing;
flat out vec3 vColour;
flat out vec4 vFill;
flat out vec2 vIdle;
// How the light counts on this face: share of the fill, light of its own, share of columns and trays, rim's state.
flat out vec3 vGain;
#ifdef FRONTS
// Share of NeuronLink that is busy.
flat out float vLink;
#endif
vec4 phaseIn(int line) {
  uint c = texelFetch(uClassMap, ivec2(int(aSpan.x + 0.5) * 64, line), 0).r;
  c = c == NOT_IN_JOB ? c : c & 0x7fffu;
  return lookOf(c);
}
void main() {
  float from = aSpan.x * PITCH, to = aSpan.y * PITCH;
  vAt = vec2(mix(from, to, position.z + 0.5), position.y * HEIGHT);
  float kept = uncut(aRow.x);
  #ifdef FRONTS
  float across = position.x * aRow.w, front = 1.0;
  #else
  float across = position.x, front = normal.x * aRow.w;
  #endif
  vec3 p = vec3(aRow.x + across * DEPTH, vAt.y * uTall * kept, aRow.y + vAt.x - 0.5 * uPositions * PITCH);
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFog = clamp((length(eye.xyz) - uFogRange.x) / (uFogRange.y - uFogRange.x), 0.0, 1.0);
  bool gone = aSpan.z > 0.5 && abs(aSpan.z - uWithout) < 0.5 || aSpan.y <= aSpan.x || kept < 0.004;
  #ifndef FRONTS
  // Behind its drawn-out front a face is never seen, and a software renderer shades what is hidden, too.
  gone = gone || normal.x * aRow.w > 0.5 && abs(aRow.z - uFronted) < 0.5;
  #endif
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * eye;
  vLine = int(aRow.z + 0.5);
  vFacing = aRow.w;
  vec4 phase = phaseIn(vLine);
  #ifdef FRONTS
  uint linked = texelFetch(uClassMap, ivec2(int(aSpan.x + 0.5) * 64, vLine), 0).r;
  vLink = linked == NOT_IN_JOB ? 0.0 : texelFetch(uClassState, ivec2(int(linked & 0x7fffu), 1), 0).w;
  #endif
  Looks l = looksOf(phase);
  #ifdef SORTED
  vec4 other = phaseIn(int(aSorted + 0.5));
  Looks s = looksOf(other);
  l.colour = mix(l.colour, s.colour, uSorted);
  l.fill = mix(l.fill, s.fill, uSorted);
  l.idle = mix(l.idle, s.idle, uSorted);
  phase.y = mix(phase.y, other.y, uSorted);
  #endif
  vColour = l.colour;
  vFill = l.fill;
  vIdle = l.idle;
  float works = 1.0 - l.idle.x - l.idle.y, progress = phase.y;
  #if defined(GROUPS) || defined(FAULTS)
  // Which UltraServers of the row are marked is for pixels to say.
  works = 1.0;
  #endif
  #ifdef PAINTED
  progress = 1.0;
  #endif
  bool top = normal.y > 0.5, end = abs(normal.z) > 0.5;
  float foot = mix(0.62, 1.0, position.y);
  vBody = top ? uTop * (1.0 - 0.38 * l.idle.y) : (front > 0.5 || end ? uSide : uDeep) * foot;
  // Tops carry the state while the roofs are on and the fronts cannot be seen.
  float high = clamp(uTall - 1.0, 0.0, 1.0);
  float lid = works * mix(0.03 + 0.10 * progress, 0.45 + 0.4 * progress, high);
  vGain = top ? vec3(0.0, lid, 0.0) : end ? vec3(0.0, 0.05 * works, 0.0) : vec3((front > 0.5 ? 1.0 : 0.62) * (1.0 + 0.3 * high), 0.0, 1.0);
  vRim = vec4(top || end ? vec2(0.5 * DEPTH, (end ? position.x : across) * DEPTH) : vec2(HEIGHT, vAt.y), 0.5 * uRowEnds, vAt.x - 0.5 * uRowEnds);
  if (end) vRim.zw = vec2(1e3, 0.0);
}`;

/** What fragments of rows begin with. */
export const STATE = /* glsl */ `${LOOKS}
${LOOKED_UP}
in vec2 vAt;
in vec4 vRim;
in vec3 vBody;
in float vFog;
flat in int vLine;
flat in float vFacing;
flat in vec3 vColour;
flat in vec4 vFill;
flat in vec2 vIdle;
flat in vec3 vGain;
uniform float uShow, uAlpha, uJitter, uFilled;
const float TOP = FIRST + 18.0 * TRAY + GAP;
float cover(float d, float perPixel) { return clamp(d * perPixel + 0.5, 0.0, 1.0); }
// As fillOf (header.ts), a power for the exponential.
float filled(vec4 fill, float level, float perLevel) {
  float behind = fill.y - mix(1.0 - level, level, fill.x * 0.5 + 0.5);
  float tail = 1.0 / (1.0 + 5.5 * max(behind, 0.0));
  return fill.z * mix(0.04, 0.62 + 0.95 * tail * tail, cover(behind, perLevel)) + fill.w;
}
// The front itself, a line across all racks: what the eye follows.
float frontLine(vec4 fill, float level, float perLevel) {
  float behind = fill.y - mix(1.0 - level, level, fill.x * 0.5 + 0.5);
  return fill.z * clamp(1.0 - abs(behind) * min(perLevel * 0.8, 42.0), 0.0, 1.0);
}
vec3 finished(vec3 c, vec3 colour, vec2 idle, vec2 perPixel) {
  // Rims carry the state: at a slant the rim is the largest thing to be read.
  float rim = (vRim.x - abs(vRim.y)) / max(fwidth(vRim.y), 1e-6);
  float ends = (vRim.z - abs(vRim.w)) * perPixel.x;
  vec3 line_ = mix(mix(uEdge * 0.7, colour, 0.75), uEdge * (NIGHT ? 0.6 : 1.0), idle.x + idle.y);
  float drawn = 0.85 * clamp(1.2 - min(rim, ends), 0.0, 1.0);
  #ifndef LOW
  // The rim of a row that waits is hatched.
  float dash = cover(0.3 - abs(fract(vAt.x * 0.8) - 0.5), perPixel.x * 1.25);
  drawn *= mix(1.0, mix(dash, 0.6, clamp(4.0 / perPixel.x - 0.5, 0.0, 1.0)), idle.x);
  #endif
  c = mix(c, line_, drawn);
  return mix(uGround, mix(c, uFog, vFog), uShow);
}
`;

/** Tops and ends, where no racks are seen: a program of their own, for no branch spares a software renderer the racks. */
export const LID = /* glsl */ `${STATE}
void main() {
  vec3 colour = vColour;
  vec2 idle = vIdle;
  #ifdef UNEVEN
  float u = clamp(floor(vAt.x / PITCH), 0.0, uFilled - 1.0);
  Looks l = looksFrom(int(u) * 64, vLine);
  colour = l.colour;
  idle = l.idle;
  #endif
  float gain = vGain.y;
  #if defined(UNEVEN) && (defined(GROUPS) || defined(FAULTS))
  // A few rows of half a million chips must still be found.
  gain *= 1.7 * step(0.5, l.fill.w);
  #endif
  vec2 perPixel = 1.0 / max(fwidth(vAt), vec2(1e-6));
  // From close by a row's top is many racks' tops.
  float rack = abs(fract(vAt.x / RACK + 0.5) - 0.5) * RACK;
  vec3 body = mix(vBody, uEdge, 0.5 * cover(0.006 - rack, perPixel.x) * clamp(perPixel.x / 40.0 - 0.6, 0.0, 1.0));
  outColour = finish(finished(shine(body, colour, gain), colour, idle, perPixel), uAlpha);
}`;

/** West and east faces: racks, trays, their light. */
export const FRAGMENT = /* glsl */ `${STATE}
void main() {
  vec2 w = max(fwidth(vAt), vec2(1e-6));
  vec2 perPixel = 1.0 / w;
  float u = min(floor(vAt.x / PITCH), uFilled - 1.0);
  vec3 colour = vColour;
  vec4 fill = vFill;
  vec2 idle = vIdle;
  #ifdef UNEVEN
  Looks l = looksFrom(int(max(u, 0.0)) * 64, vLine);
  colour = l.colour;
  fill = l.fill;
  idle = l.idle;
  #endif
  #ifndef PAINTED
  // UltraServers differ a little, so that a row is not a ruler.
  fill.y += (fract(u * 0.618 + float(vLine) * 0.377) - 0.5) * uJitter;
  #endif
  // Racks are columns, trays lines; each fades to its mean before it could shimmer.
  float over = vAt.y - FIRST;
  float slots = cover(over, perPixel.y) * cover(TOP - vAt.y, perPixel.y);
  float tray = cover(0.4 - abs(fract(over / TRAY) - 0.5), TRAY * perPixel.y);
  tray = mix(tray, 0.8, clamp(w.y / TRAY * 2.0 - 0.6, 0.0, 1.0));
  float column = cover(0.35 - abs(fract((vAt.x - u * PITCH) / RACK - 0.02) - 0.5), RACK * perPixel.x);
  float lit = mix(column, 0.7, clamp(w.x / RACK * 2.0 - 0.6, 0.0, 1.0)) * slots * vGain.z;
  vec3 c = vBody * (1.0 - vGain.z * (0.25 - 0.25 * lit + 0.2 * (1.0 - tray) * slots));
  lit *= 0.55 + 0.45 * tray;
  // Waiting is a state: its slots are slate, hatched. Outside the job there is one bare stroke an UltraServer.
  float period = mix(0.16, PITCH, idle.y);
  float hatch = cover(mix(0.21, 0.012, idle.y) - abs(fract((vAt.x + vAt.y) / period) - 0.5), period / (w.x + w.y));
  hatch = mix(hatch, 0.4, clamp((w.x + w.y) / 0.08 - 1.0, 0.0, 1.0) * idle.x);
  c = mix(c, uWaiting, idle.x * (0.18 + 0.42 * hatch) * lit);
  c = mix(c, uQuietEdge, idle.y * hatch * vGain.z * 0.5);
  float level = clamp(over / (TOP - FIRST), 0.0, 1.0), perLevel = 1.62 * min(perPixel.y, 50.0);
  float light = filled(fill, level, perLevel) * lit;
  #ifndef LOW
  light += 0.8 * frontLine(fill, level, perLevel) * slots * vGain.z;
  #endif
  c = shine(c, colour, light * vGain.x + vGain.y);
  outColour = finish(finished(c, colour, idle, perPixel), uAlpha);
}`;
