/** A floor mirrors only where it can be afforded, and where light is work. */
export const WHERE = /* glsl */ `
#if defined(HIGH) && !defined(PAINTED)
#define MIRROR
#endif
`;

/** What the floor mirrors, without a second pass: the way of light is followed to the next face of a row, by arithmetic,
 *  and that face is drawn again, the softer the farther. */
export const MIRROR = /* glsl */ `
in vec3 vRay;
flat in float vMiddle;
uniform float uFirst;
vec3 mirrored(vec2 p, float hall) {
  vec3 d = normalize(vRay);
  d.y = abs(d.y);
  float side = d.x < 0.0 ? -1.0 : 1.0;
  // Seen along the light, pairs stand a pitch apart; of each pair first an outer face, then an inner one.
  float v = p.x * side + 0.5 * (PAIRS - 1.0) * PAIR;
  float k = floor((v + OUTER) / PAIR);
  bool inner = v - k * PAIR < INNER;
  float pair = inner ? k : k + 1.0;
  float face = pair * PAIR + (inner ? INNER : -OUTER);
  float t = (face - v) / max(abs(d.x), 1e-3);
  float y = t * d.y, z = p.y + t * d.z;
  float row = 2.0 * (side > 0.0 ? pair : PAIRS - 1.0 - pair) + (inner == side > 0.0 ? 1.0 : 0.0);
  float there = step(y, HEIGHT) * step(abs(z), ROW_HALF) * step(-0.5, pair) * step(pair, PAIRS - 0.5) * step(row, ROWS - 0.5);
  vec4 phase = phaseOf(classAt(0, int(uFirst + hall * ROWS + clamp(row, 0.0, ROWS - 1.0) + 0.5)));
  float soft = 0.025 + 0.04 * t;
  float racks = train(z / RACK + 0.15, 0.7, soft / RACK);
  float trays = train(y / TRAY, 0.55, soft / TRAY);
  float light = fillOf(phase.x, phase.y, clamp((y - FIRST) / FILLED, 0.0, 1.0), soft) * step(FIRST, y) * step(y, FIRST + FILLED);
  float kept = uncut(vMiddle + side * (face - 0.5 * (PAIRS - 1.0) * PAIR));
  float grazing = (1.0 - d.y) * (1.0 - d.y);
  float gloss = 0.2 + 1.1 * grazing * grazing;
  return phaseColour(phase.x) * light * racks * trays * gloss * exp(-0.28 * t) * there * kept * (inner ? 0.6 : 1.0);
}
`;
