/**
 * Rows of racks as boxes whose fragment shader draws what stands in them: UltraServers, racks, trays, chip windows,
 * each chip's state. The numbers are those of cluster/metres.ts; a test compares them with cluster/places.ts.
 */
export const VERTEX = /* glsl */ `
in vec3 position, normal;
// Middle of the row (x, z) in the group's frame, line of the class map, facing: -1 west, 1 east.
in vec4 aRow;
// Positions from … to (from 0) that this box spans; building that it belongs to (from 1).
in vec3 aSpan;
uniform float uTall, uWithout, uPositions;
// Along: metres from the row's north end; up; out: metres behind the front.
out vec3 vAt;
out float vFar;
flat out int vSide, vLine;
flat out float vFacing;
flat out vec2 vEnds;
void main() {
  float from = aSpan.x * PITCH, to = aSpan.y * PITCH;
  vAt = vec3(mix(from, to, position.z + 0.5), position.y * HEIGHT, (0.5 - position.x * aRow.w) * DEPTH);
  vec3 p = vec3(aRow.x + position.x * DEPTH, vAt.y * uTall * uncut(aRow.x), aRow.y + vAt.x - 0.5 * uPositions * PITCH);
  vec4 eye = modelViewMatrix * vec4(p, 1.0);
  vFar = length(eye.xyz);
  bool gone = aSpan.z > 0.5 && abs(aSpan.z - uWithout) < 0.5 || aSpan.y <= aSpan.x || uncut(aRow.x) < 0.004;
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * eye;
  float out_ = normal.x * aRow.w;
  vSide = normal.y > 0.5 ? 2 : out_ > 0.5 ? 0 : out_ < -0.5 ? 1 : 3;
  vLine = int(aRow.z + 0.5);
  vFacing = aRow.w;
  vEnds = vec2(from, to);
}`;

/** Without NEAR: racks and trays as patterns. With NEAR: drawers, grilles, windows and cells too. */
export const FRAGMENT = /* glsl */ `
in vec3 vAt;
in float vFar;
flat in int vSide, vLine;
flat in float vFacing;
flat in vec2 vEnds;
uniform float uTall, uShow, uAlpha, uJitter, uFilled, uRowEnds, uPointed;
uniform sampler2D uNumbers;

#ifdef NEAR
// Chip (0 … 63) of the tray at slot 0 … 17 of the left or right rack, side 0 left or 1 right; -1 a head tray.
int chipAt(bool right, int slot, bool rightChip) {
  bool upper = slot > 8;
  int tray = upper ? slot - 9 : slot - 1;
  if (tray < 0 || tray > 7) return -1;
  int server = right ? (upper ? 2 : 3) : (upper ? 1 : 0);
  int pair = (tray / 2) * 4;
  int number = tray % 2 == 0 ? (rightChip ? 3 : 0) : (rightChip ? 2 : 1);
  return server * 16 + pair + number;
}
#endif

void main() {
  float along = vAt.x / PITCH;
  float u = clamp(floor(along), 0.0, uFilled - 1.0);
  vec2 step_ = vec2(width(vAt.x), width(vAt.y));
  float left = vFacing < 0.0 ? 1.0 : -1.0;
  float lx = (along - u - 0.5) * PITCH * left;
  float y = vAt.y;
  bool upper = y > FIRST + 9.0 * TRAY + 0.5 * GAP;
  float over = y - FIRST - (upper ? GAP : 0.0);
  int chip = 0;
  #ifdef NEAR
  int slot = clamp(int(floor(over / TRAY)), 0, 17);
  float rx = lx - sign(lx) * 0.5 * RACK;
  bool windows = vSide == 0 && step_.x < 0.05;
  if (windows) chip = max(0, chipAt(lx > 0.0, slot, rx > 0.0));
  #endif
  uint class_ = classAt(int(u) * 64 + chip, vLine);
  vec4 phase = phaseOf(class_);
  float kind = phase.x;
  float jitter = fract(sin(u * 12.9898 + float(vLine) * 78.233) * 43758.5453) - 0.5;
  float progress = phase.w > 0.0 ? clamp(phase.y + jitter * uJitter, 0.0, 1.0) : 0.0;
  vec3 colour = phaseColour(kind);
  bool works = phase.w > 0.0;
  bool outside = kind < -0.5;
  float level = clamp((y - FIRST) / (18.0 * TRAY + GAP), 0.0, 1.0);

  vec3 c;
  float rim;
  // Racks, seen along the row.
  float gaps = 1.0 - train((lx + 0.5 * PITCH) / RACK - 0.0345, 0.91, step_.x / RACK) * step(abs(lx), 0.635);
  if (vSide == 2) {
    c = uTop * (outside ? 0.62 : 1.0);
    c *= 1.0 - 0.35 * gaps * clamp(1.5 - step_.x * 8.0, 0.0, 1.0);
    float high = clamp(uTall - 1.0, 0.0, 1.0);
    if (works) c = shine(c, colour, mix(0.02 + 0.10 * progress, 0.24 + 0.34 * progress, high));
    rim = min(vAt.z, DEPTH - vAt.z);
  } else if (vSide == 3) {
    c = uSide * mix(0.62, 1.0, clamp(y / 1.6, 0.0, 1.0));
    if (works) c = shine(c, colour, 0.05);
    rim = min(vAt.z, DEPTH - vAt.z);
  } else {
    c = (vSide == 0 ? uSide : uDeep) * mix(0.62, 1.0, clamp(y / 1.5, 0.0, 1.0));
    float trays = train(over / TRAY, 0.8, step_.y / TRAY);
    float inTrays = clamp((y - FIRST) / step_.y + 0.5, 0.0, 1.0) * clamp((FIRST + 18.0 * TRAY + GAP - y) / step_.y + 0.5, 0.0, 1.0);
    float light = works ? fillOf(kind, progress, level, step_.y / 1.62) : 0.0;
    // Far: racks as columns, trays as lines. The back shows the same through its grille, dimmer.
    float columns = train((lx + 0.5 * PITCH) / RACK - 0.11, 0.70, step_.x / RACK);
    float far = columns * mix(0.55, 1.0, trays) * inTrays;
    c *= 1.0 - 0.22 * (1.0 - trays) * inTrays - 0.4 * gaps;
    if (outside) {
      // Not in this job: crossed, and never lit.
      float cross_ = max(line(fract((along + y / PITCH) * 1.0) - 0.5, 0.012, step_.x / PITCH + step_.y / PITCH), line(fract((along - y / PITCH) * 1.0) - 0.5, 0.012, step_.x / PITCH + step_.y / PITCH));
      c = mix(c * 0.75, uQuietEdge, 0.55 * cross_);
    } else if (!works) {
      // Waiting is a state: its slots are slate, hatched.
      float hatch = train((vAt.x + y) / 0.16, 0.42, (step_.x + step_.y) / 0.16);
      c = mix(c, uWaiting, (0.18 + 0.42 * hatch) * far);
    }
    float near = 0.0;
    #ifdef NEAR
    near = windows ? clamp(1.6 - step_.x / 0.022, 0.0, 1.0) : 0.0;
    if (near > 0.0) {
      float ty = over - float(slot) * TRAY;
      bool head = slot == 0 || slot == 17;
      float drawer = clamp((0.225 - abs(rx)) / step_.x + 0.5, 0.0, 1.0) * inTrays;
      vec3 face = mix(uSide, uTop, 0.32);
      float lip = line(ty - TRAY * 0.92, TRAY * 0.035, step_.y);
      float shade = line(ty, TRAY * 0.07, step_.y);
      face = face * (1.0 + 0.55 * lip) * (1.0 - 0.6 * shade) * mix(0.68, 1.0, clamp(y / 1.2, 0.0, 1.0));
      float vent = train(rx / 0.008, 0.45, step_.x / 0.008) * step(abs(abs(rx) - 0.19), 0.03);
      face *= 1.0 - 0.35 * vent;
      vec3 rack = mix(uDeep, uSide, 0.5) * mix(0.62, 1.0, clamp(y / 1.5, 0.0, 1.0));
      vec3 n = mix(rack, face, drawer);
      // Windows: 8 cells each, 4 × 2; an arch up for forward, down for backward.
      vec2 w = vec2(abs(rx) - WINDOW_X, ty - 0.5 * TRAY);
      float open = clamp((0.5 * WINDOW_W - abs(w.x)) / step_.x + 0.5, 0.0, 1.0) * clamp((0.5 * WINDOW_H - abs(w.y)) / step_.y + 0.5, 0.0, 1.0);
      if (head) open = 0.0;
      n = mix(n, uDeep * 0.45, open * 0.9 * (uGlow > 0.5 ? 1.0 : 0.35));
      vec2 cellUv = vec2(w.x / WINDOW_W * 4.0, w.y / WINDOW_H * 2.0);
      float cells = train(cellUv.x + 0.1, 0.78, step_.x * 4.0 / WINDOW_W) * train(cellUv.y + 0.12, 0.74, step_.y * 2.0 / WINDOW_H);
      n = works ? shine(n, colour, open * cells * light * 1.5) : mix(n, outside ? uDeep : uWaiting, open * cells * (outside ? 0.3 : 0.8));
      // Spill of the window on its own drawer.
      if (works) n = shine(n, colour, drawer * (1.0 - open) * light * 0.16 * exp(-length(max(abs(w) - 0.5 * vec2(WINDOW_W, WINDOW_H), 0.0)) / 0.022));
      // The link that the tray keeps inside, as a quiet blue bar.
      n = mix(n, uLink, 0.5 * line(w.y + 0.036, 0.0016, step_.y) * clamp((0.1 - abs(rx)) / step_.x, 0.0, 1.0) * (head ? 0.0 : 1.0));
      // Painted number over the left rack.
      vec2 at = vec2((lx + 0.55) / 0.22, (y - 1.93) / 0.16);
      if (at.x > 0.0 && at.x < 1.0 && at.y > 0.0 && at.y < 1.0) {
        float number = u + 1.0;
        vec2 cell = vec2(mod(number, 8.0), 4.0 - floor(number / 8.0));
        n = mix(n, uEdge, 0.85 * texture(uNumbers, (cell + at) / vec2(8.0, 5.0)).r);
      }
      float post = line(abs(rx) - 0.288, 0.006, step_.x);
      n = mix(n, uEdge, 0.4 * post);
      c = mix(c, n, near);
    }
    #endif
    if (works) {
      float a = light * far * (1.0 - near) * (vSide == 0 ? 1.0 : 0.62) * mix(1.0, 1.3, clamp(uTall - 1.0, 0.0, 1.0));
      c = shine(c, colour, a);
    }
    rim = HEIGHT - y;
  }
  // Rims carry the state: at a slant the rim is the largest thing to be read.
  float pixel = vSide == 2 || vSide == 3 ? width(vAt.z) : step_.y;
  float edge = line(rim, 0.0, pixel * 2.2) * 0.0 + clamp(1.2 - rim / pixel, 0.0, 1.0);
  float ends = clamp(1.2 - min(vAt.x, uRowEnds - vAt.x) / step_.x, 0.0, 1.0);
  if (vSide != 3) edge = max(edge, ends);
  vec3 rimColour = works ? mix(uEdge * 0.7, colour, 0.75) : uEdge * (uGlow > 0.5 ? 0.42 : 1.0);
  c = mix(c, rimColour, edge * 0.85);
  c = mix(c, uFocus, 0.12 * (abs(float(vLine) - uPointed) < 0.5 ? 1.0 : 0.0));
  c = mix(uGround, fogged(c, vFar), uShow);
  outColour = finish(c, uAlpha);
}`;
