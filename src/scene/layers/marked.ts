/**
 * A paint's fourth number up to 1 is a share. From here on it is a mark: this plus the number of a mate
 * (cluster/mates.ts), which pictures draw as a pattern of its own.
 */
export const MARK = 2;

/**
 * Share of light of a mark at p, 0 … 1 across and up a window of 4 × 2 cells: patterns as in the legend (panels/Swatch.tsx),
 * so that groups differ without colour. Context every other column, experts a chequer, data below, pipeline above.
 */
export const MARKED = /* glsl */ `
float marked(float mark, vec2 p) {
  vec2 q = floor(p * vec2(4.0, 2.0));
  float odd = mod(q.x, 2.0), up = step(0.5, p.y);
  float context = step(4.5, mark) * step(mark, 5.5), expert = step(5.5, mark) * step(mark, 6.5);
  float data = step(6.5, mark) * step(mark, 7.5), pipeline = step(7.5, mark);
  return 1.0 - context * odd - expert * abs(odd - up) - data * up - pipeline * (1.0 - up);
}`;
