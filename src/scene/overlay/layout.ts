/** Placing words so that they never overlap; pure, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Space kept free around words. */
const GAP = 6;

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width + GAP &&
    b.left < a.left + a.width + GAP &&
    a.top < b.top + b.height + GAP &&
    b.top < a.top + a.height + GAP
  );
}

export function inside(a: Box, width: number, height: number): boolean {
  return a.left >= 8 && a.top >= 8 && a.left + a.width <= width - 8 && a.top + a.height <= height - 8;
}

/** Mirrored, nearer and farther variants of where words would rather stand, best first. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
  [0.5, 0.5],
  [-0.5, 0.5],
  [0.5, -0.6],
  [-0.5, -0.6],
  [1.7, 1.3],
  [-1.7, 1.3],
  [1.7, -1.3],
  [-1.7, -1.3],
  [0.3, 2],
  [-0.3, 2],
  [0.3, -2],
  [-0.3, -2],
];

/**
 * A free place for words of this size near (px, py); tries `side` (index of a variant) first, then the others.
 * `oneSided` words never change from left to right of their point. Null where every variant would overlap a taken box or leave the canvas.
 */
export function placeWords(
  px: number,
  py: number,
  size: { width: number; height: number },
  toward: readonly [number, number],
  side: number,
  taken: readonly Box[],
  canvas: { width: number; height: number },
  oneSided = false,
): { box: Box; side: number } | null {
  for (let k = -1; k < SIDES.length; k++) {
    const tried = k < 0 ? side : k;
    const [sx, sy] = SIDES[tried];
    if (oneSided && sx < 0) continue;
    const [dx, dy] = [toward[0] * sx, toward[1] * sy];
    const box = {
      left: dx >= 0 ? px + dx : px + dx - size.width,
      top: py + dy - 10,
      width: size.width,
      height: size.height,
    };
    if (inside(box, canvas.width, canvas.height) && !taken.some((other) => overlaps(box, other)))
      return { box, side: tried };
  }
  return null;
}
