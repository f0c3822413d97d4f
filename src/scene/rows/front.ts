import { STATE } from './facade.ts';

/** The fronts of a row as they look from a few metres: drawers, windows, cells, and each chip's own state. */
export const FRONT = /* glsl */ `${STATE}
#ifdef UNEVEN
// Chip (0 … 63) of the tray at slot 0 … 17 of the left or right rack; head trays count as their neighbours.
int chipAt(bool right, int slot, bool rightChip) {
  bool upper = slot > 8;
  int tray = clamp(upper ? slot - 9 : slot - 1, 0, 7);
  int server = right ? (upper ? 2 : 3) : (upper ? 1 : 0);
  return server * 16 + (tray >> 1) * 4 + ((tray & 1) == 0 ? (rightChip ? 3 : 0) : (rightChip ? 2 : 1));
}
#endif
flat in float vLink;
void main() {
  vec2 w = max(fwidth(vAt), vec2(1e-6));
  vec2 perPixel = 1.0 / w;
  float u = clamp(floor(vAt.x / PITCH), 0.0, uFilled - 1.0);
  float lx = (vAt.x - (u + 0.5) * PITCH) * -vFacing;
  float rx = abs(lx) - 0.5 * RACK;
  float ax = abs(rx);
  float over = vAt.y - FIRST - GAP * step(FIRST + 9.0 * TRAY + 0.5 * GAP, vAt.y);
  float slot = floor(over / TRAY);
  float ty = over - slot * TRAY;
  vec3 colour = vColour;
  vec4 fill = vFill;
  vec2 idle = vIdle;
  #ifdef UNEVEN
  Looks l = looksAt(int(u) * 64 + chipAt(lx > 0.0, int(slot), (lx > 0.0 ? rx : -rx) > 0.0), vLine);
  colour = l.colour;
  fill = l.fill;
  idle = l.idle;
  #endif
  #ifndef PAINTED
  fill.y += (fract(u * 0.618 + float(vLine) * 0.377) - 0.5) * uJitter;
  #endif
  // Each drawer: a light lip above, a dark gap below.
  float drawer = step(0.0, over) * step(slot, 17.5) * cover(0.225 - ax, perPixel.x);
  float chips = step(0.5, slot) * step(slot, 16.5);
  float lip = cover(TRAY * 0.035 - abs(ty - TRAY * 0.92), perPixel.y), gap = cover(TRAY * 0.05 - ty, perPixel.y);
  vec3 c = vBody * mix(0.86, NIGHT ? 1.85 + 1.7 * lip - 1.4 * gap : 1.06 - 0.12 * lip - 0.35 * gap, drawer);
  // Above the drawers blank panels, a slot between each two.
  float panel = step(18.0, slot) * cover(0.262 - ax, perPixel.x);
  float slotted = cover(0.006 - abs(mod(over - 18.0 * TRAY, 0.1) - 0.012), perPixel.y);
  c *= 1.0 + panel * (NIGHT ? 0.42 - 0.55 * slotted : -0.05 - 0.2 * slotted);
  // Windows of eight cells, 4 × 2.
  vec2 at = vec2(ax - WINDOW_X, ty - 0.5 * TRAY);
  vec2 d = 0.5 * vec2(WINDOW_W, WINDOW_H) - abs(at);
  vec2 opening = clamp(d * perPixel + 0.5, 0.0, 1.0);
  float open = chips * opening.x * opening.y;
  c = mix(c, uDeep * 0.45, open * (NIGHT ? 0.9 : 0.3));
  vec2 grid = vec2(4.0 / WINDOW_W, 2.0 / WINDOW_H);
  vec2 cell = clamp((vec2(0.40, 0.38) - abs(fract(at * grid) - 0.5)) / (w * grid) + 0.5, 0.0, 1.0);
  float cells = mix(0.6, cell.x * cell.y, clamp(1.5 - w.x * 60.0, 0.0, 1.0)) * open;
  float light = filled(fill, clamp(over / (18.0 * TRAY), 0.0, 1.0), 1.62 * min(perPixel.y, 50.0));
  #ifdef PAINTED
  cells *= marked(fill.y, at / vec2(WINDOW_W, WINDOW_H) + 0.5);
  #endif
  // Spill of the window on its own drawer.
  float halo = clamp(1.0 + min(d.x, d.y) * 15.0, 0.0, 1.0) * (1.0 - open) * drawer;
  c = shine(c, colour, chips * light * (cells * 1.7 + 0.26 * halo * halo));
  c = mix(c, uWaiting, cells * (idle.x * 0.8 + idle.y * 0.15));
  c = mix(c, uEdge, 0.5 * cover(0.006 - abs(ax - 0.288), perPixel.x));
  #ifndef LOW
  // NeuronLink hangs over the seam of the two racks, a cable a drawer: these two are one.
  float across = lx / 0.165;
  float sag = ty - TRAY * (0.8 - 0.62 * (1.0 - across * across));
  float cable = chips * step(abs(across), 1.0) * cover(0.0052 - abs(sag) * inversesqrt(1.0 + across * across), perPixel.y);
  cable *= clamp(2.2 - w.x * 260.0, 0.0, 1.0);
  c = mix(c, mix(uLink * 0.75, uLinkBusy, vLink), cable * (NIGHT ? 0.9 : 0.8));
  #endif
  outColour = finish(finished(c, colour, idle, perPixel), uAlpha);
}`;
