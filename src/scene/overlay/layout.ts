/** Placing words so that they never overlap; pure, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A leader, from its point to its words. */
export type Leader = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** What words have to do with: boxes they never touch, bodies they would rather not cover, leaders already drawn. */
export interface Around {
  readonly taken: readonly Box[];
  readonly covered: readonly Box[];
  readonly leaders: readonly Leader[];
}

/** Words where they may stand, and which of the places it is, so that they can stay there. */
export interface Placed {
  readonly box: Box;
  readonly side: number;
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

/** Where the leader of words in this box ends. */
export function leaderTo(px: number, py: number, box: Box): Leader {
  return [px, py, box.left > px ? box.left - GAP : box.left + box.width + GAP, box.top + 10];
}

/** How far words may stand aside of their point, and below it: besides where they would rather. */
const ASIDE = [30, 56, 90, 130, 180];
const BELOW = [-190, -140, -100, -65, -35, -8, 25, 60, 100, 140, 190];
/** Place 0 is where words would rather stand, 1 its mirror image; the others follow, one side after the other. */
const PLACES = 2 + 2 * ASIDE.length * BELOW.length;

/** What makes a place worse, in pixels of a longer leader: the other side, covering a body, crossing a leader or words. */
const MIRRORED = 70;
const COVERING = 320;
const CROSSING = 260;

/**
 * The best free place for words of this size near (px, py): near where they would rather stand (`toward`), on a short
 * leader, off bodies and other leaders. Words that stood at place `before` stay there while it is free; −1 asks anew.
 * `oneSided` words never change from left to right of their point. Null where nothing is free.
 */
export function placeWords(
  px: number,
  py: number,
  size: { width: number; height: number },
  toward: readonly [number, number],
  before: number,
  around: Around,
  canvas: { width: number; height: number },
  oneSided = false,
): Placed | null {
  const boxAt = (side: number): Box | null => {
    const [dx, dy] = offset(side, toward);
    if (oneSided && dx * toward[0] < 0) return null;
    const left = dx >= 0 ? px + dx : px + dx - size.width;
    const box = { left, top: py + dy - 10, width: size.width, height: size.height };
    const free =
      inside(box, canvas.width, canvas.height) && !around.taken.some((other) => overlaps(box, other));
    return free ? box : null;
  };
  const kept = before >= 0 ? boxAt(before) : null;
  if (kept) return { box: kept, side: before };
  let best: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let side = 0; side < PLACES; side++) {
    const box = boxAt(side);
    if (!box) continue;
    const [dx, dy] = offset(side, toward);
    const near = 0.4 * Math.hypot(dx, dy) + 0.6 * Math.hypot(dx - toward[0], dy - toward[1]);
    const cost = near + (dx * toward[0] < 0 ? MIRRORED : 0) + spoils(px, py, box, around);
    if (cost >= least) continue;
    least = cost;
    best = { box, side };
  }
  return best;
}

function offset(side: number, toward: readonly [number, number]): readonly [number, number] {
  if (side < 2) return [side === 0 ? toward[0] : -toward[0], toward[1]];
  const at = side - 2;
  const dx = ASIDE[Math.floor(at / 2) % ASIDE.length];
  return [at % 2 === 0 ? dx : -dx, BELOW[Math.floor(at / (2 * ASIDE.length))]];
}

/** What words in this box would spoil, as pixels of a longer leader. */
function spoils(px: number, py: number, box: Box, { taken, covered, leaders }: Around): number {
  const leader = leaderTo(px, py, box);
  let cost = COVERING * coveringOf(box, covered);
  for (const other of leaders) if (crosses(leader, other) || passes(other, box)) cost += CROSSING;
  for (const other of taken) if (passes(leader, other)) cost += CROSSING;
  return cost;
}

/** Share of a box that lies over bodies, 0 … 1. */
export function coveringOf(box: Box, bodies: readonly Box[]): number {
  let area = 0;
  for (const body of bodies) area += common(box, body);
  return Math.min(1, area / (box.width * box.height));
}

/** Area that two boxes share. */
function common(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function crosses([ax, ay, bx, by]: Leader, [cx, cy, dx, dy]: Leader): boolean {
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number =>
    (qx - px) * (y - py) - (qy - py) * (x - px);
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}

/** Whether a leader runs through a box. */
export function passes([ax, ay, bx, by]: Leader, { left, top, width, height }: Box): boolean {
  let from = 0;
  let to = 1;
  for (const [start, step, low, high] of [
    [ax, bx - ax, left, left + width],
    [ay, by - ay, top, top + height],
  ]) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [p, q] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(p, q));
    to = Math.min(to, Math.max(p, q));
  }
  return from < to;
}
