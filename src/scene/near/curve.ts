/** Lines through space, as points in metres. */
export type Point = readonly [x: number, y: number, z: number];

function add(a: Point, b: Point, k: number): Point {
  return [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Cubic Bézier from `a` to `d`, `segments` pieces. */
export function bezier(a: Point, b: Point, c: Point, d: Point, segments: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= segments; i++) {
    const t = i / segments;
    const s = 1 - t;
    const w = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    points.push([
      w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
      w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
      w[0] * a[2] + w[1] * b[2] + w[2] * c[2] + w[3] * d[2],
    ]);
  }
  return points;
}

/** Centripetal Catmull-Rom through all `knots`, `segments` pieces between two; never loops or overshoots. */
export function spline(knots: readonly Point[], segments: number): Point[] {
  const first = add(knots[0], add(knots[1], knots[0], -1), -1);
  const last = add(knots[knots.length - 1], add(knots[knots.length - 2], knots[knots.length - 1], -1), -1);
  const all = [first, ...knots, last];
  const points: Point[] = [knots[0]];
  for (let k = 1; k + 2 < all.length; k++) {
    const [p0, p1, p2, p3] = [all[k - 1], all[k], all[k + 1], all[k + 2]];
    const t1 = Math.sqrt(distance(p0, p1)) || 1e-6;
    const t2 = t1 + (Math.sqrt(distance(p1, p2)) || 1e-6);
    const t3 = t2 + (Math.sqrt(distance(p2, p3)) || 1e-6);
    for (let i = 1; i <= segments; i++) {
      const t = t1 + ((t2 - t1) * i) / segments;
      const a1 = mix(p0, p1, t / t1);
      const a2 = mix(p1, p2, (t - t1) / (t2 - t1));
      const a3 = mix(p2, p3, (t - t2) / (t3 - t2));
      const b1 = mix(a1, a2, t / t2);
      const b2 = mix(a2, a3, (t - t1) / (t3 - t1));
      points.push(mix(b1, b2, (t - t1) / (t2 - t1)));
    }
  }
  return points;
}

function mix(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Leaves out points that lie within `tolerance` of the straight line, but never more than `reach` apart. */
export function thin(points: readonly Point[], tolerance: number, reach: number): Point[] {
  const kept: Point[] = [points[0]];
  let from = 0;
  while (from < points.length - 1) {
    let to = from + 1;
    while (to + 1 < points.length && distance(points[from], points[to + 1]) <= reach) {
      if (!straight(points, from, to + 1, tolerance)) break;
      to++;
    }
    kept.push(points[to]);
    from = to;
  }
  return kept;
}

function straight(points: readonly Point[], from: number, to: number, tolerance: number): boolean {
  const a = points[from];
  const length = distance(a, points[to]) || 1e-9;
  for (let i = from + 1; i < to; i++) {
    const t =
      ((points[i][0] - a[0]) * (points[to][0] - a[0]) +
        (points[i][1] - a[1]) * (points[to][1] - a[1]) +
        (points[i][2] - a[2]) * (points[to][2] - a[2])) /
      (length * length);
    if (distance(points[i], mix(a, points[to], t)) > tolerance) return false;
  }
  return true;
}

/** `count` points at equal distances along the line, both ends included. */
export function resample(points: readonly Point[], count: number): Point[] {
  const lengths = arcLengths(points);
  const total = lengths[lengths.length - 1];
  const out: Point[] = [];
  let k = 0;
  for (let i = 0; i < count; i++) {
    const s = (total * i) / (count - 1);
    while (k < points.length - 2 && lengths[k + 1] < s) k++;
    const span = lengths[k + 1] - lengths[k] || 1e-9;
    out.push(mix(points[k], points[k + 1], Math.min(1, Math.max(0, (s - lengths[k]) / span))));
  }
  return out;
}

/** Distance from the first point along the line, for each point. */
export function arcLengths(points: readonly Point[]): number[] {
  const lengths = [0];
  for (let i = 1; i < points.length; i++) lengths.push(lengths[i - 1] + distance(points[i - 1], points[i]));
  return lengths;
}
