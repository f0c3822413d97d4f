import { type Link, torusLinks, torusPoint } from '../../cluster/links.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { traySlot } from '../../cluster/places.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { bezier, type Point, spline, thin } from '../near/curve.ts';
import { Family, type Tube } from '../near/tubes.ts';
import { MEASURES } from './measures.ts';
import { efaPortAt, portAt, sideOf, windowAt } from './ports.ts';

/** A drawn link: its tube and what it joins. */
export interface Cable extends Tube {
  readonly link: Link;
}

/** Curves lie within this of the drawn polyline, and no piece is longer than the reach. Metres. */
const TOLERANCE = 0.0009;
const REACH = 0.09;

/** All 192 links of the torus, each once: 160 cables and 32 bars of light on trays. */
export function neuronLinkCables(): Cable[] {
  return torusLinks().map((link) => {
    const radius = link.inTray ? MEASURES.radius.bar : MEASURES.radius[link.axis];
    const points = link.inTray ? bar(link) : thin(curve(link), TOLERANCE, REACH);
    return { link, points, radius, family: Family[link.axis], chip: link.from, offset: stagger(link) };
  });
}

/** Pulses of neighbouring cables are a few hundredths of a hop apart, so that a bundle does not blink as one. */
function stagger(link: Link): number {
  return ((link.ring * 7) % 16) / 16 / 9;
}

function curve(link: Link): Point[] {
  if (link.axis === 'x')
    return arch(portAt(link.from, 'x'), portAt(link.to, 'x'), link, MEASURES.bulge.x, 10);
  if (link.axis === 'y') {
    const bulge = link.wraps ? MEASURES.bulge.yWrap : MEASURES.bulge.y;
    return arch(portAt(link.from, 'yOut'), portAt(link.to, 'yIn'), link, bulge, link.wraps ? 18 : 12);
  }
  return zCable(link);
}

/** Link that stays on its tray: a bar of light under the two windows. */
function bar(link: Link): Point[] {
  const down = M.window.height / 2 + 0.006;
  const a = windowAt(link.from);
  const b = windowAt(link.to);
  return [
    [a[0], a[1] - down, 0.002],
    [b[0], b[1] - down, 0.002],
  ];
}

/** Short cable from tray to tray on one side: an arch out of the face, hanging a little, leaning outwards. */
function arch(a: Point, b: Point, link: Link, bulge: number, segments: number): Point[] {
  const out = sideOf(link.from) * (link.axis === 'x' ? 0.002 : 0.004 + 0.002 * (link.ring % 4));
  const sag = link.axis === 'x' ? 0.008 : 0.012;
  // A cubic reaches three quarters of its control points' height.
  const reach = bulge / 0.75;
  return bezier(
    a,
    [a[0] + out, a[1] - sag, a[2] + reach],
    [b[0] + out, b[1] - sag, b[2] + reach],
    b,
    segments,
  );
}

/** Place of a Z ring in its gutter lane: one slot a ring, the same in all four servers, so that a ring is a closed loop. */
export function laneOf(chip: number): { side: -1 | 1; across: number; front: number } {
  const { x, y } = torusPoint(chip);
  const slot = y * 2 + (x === 0 || x === 3 ? 0 : 1);
  const { columns, pitch, layer, front } = MEASURES.lane;
  return {
    side: sideOf(chip),
    across: ((slot % columns) - (columns - 1) / 2) * pitch,
    front: front + Math.floor(slot / columns) * layer,
  };
}

/** Port, forward, lane beside the trays, and back into the port; crossing hops swag over to the other rack's lane. */
function zCable(link: Link): Point[] {
  const a = portAt(link.from, 'zOut');
  const b = portAt(link.to, 'zIn');
  const lane = laneOf(link.from);
  const laneX = (port: Point): number => rackMiddle(port[0]) + lane.side * MEASURES.lane.z + lane.across;
  const wave = (y: number): number => 0.004 * Math.sin(y * 7 + lane.across * 400 + lane.front * 150);
  const inLane = (x: number, y: number): Point => [x + wave(y), y, lane.front];
  const enter = (port: Point, towards: number): Point[] => [
    port,
    [port[0], port[1], port[2] + 0.024],
    inLane(laneX(port), port[1] + towards * 0.045),
  ];
  const straight = (x: number, from: number, to: number): Point[] => {
    const steps = Math.max(0, Math.floor(Math.abs(to - from) / 0.11) - 1);
    return Array.from({ length: steps }, (_, i) => inLane(x, from + ((to - from) * (i + 1)) / (steps + 1)));
  };
  if (rackMiddle(a[0]) === rackMiddle(b[0])) {
    const towards = Math.sign(b[1] - a[1]);
    const first = enter(a, towards);
    const last = enter(b, -towards).reverse();
    return spline([...first, ...straight(laneX(a), first[2][1], last[0][1]), ...last], 5);
  }
  // Servers 2 and 3 cross over the top, 4 and 1 under the bottom, in front of the head trays that have no chips.
  const towards = link.wraps ? -1 : 1;
  const head = traySlot(link.wraps ? 1 : 2, 1).y + M.tray.height / 2;
  const level = head + towards * (0.012 + lane.across) - (link.wraps ? 0.01 : 0);
  const first = enter(a, towards);
  const last = enter(b, towards).reverse();
  const swag = crossing(laneX(a), laneX(b), level, lane.front);
  return spline(
    [
      ...first,
      ...straight(laneX(a), first[2][1], level - towards * 0.06),
      ...swag,
      ...straight(laneX(b), level - towards * 0.06, last[0][1]),
      ...last,
    ],
    5,
  );
}

/** Over to the same lane of the other rack, hanging in between. */
function crossing(fromX: number, toX: number, level: number, front: number): Point[] {
  const span = toX - fromX;
  const { sag, front: out } = MEASURES.swag;
  return [0.07, 0.28, 0.5, 0.72, 0.93].map((t): Point => {
    const hang = 4 * t * (1 - t);
    return [fromX + span * t, level + 0.012 - sag * hang, front + out * hang];
  });
}

function rackMiddle(x: number): number {
  return (x < 0 ? -1 : 1) * (M.rack.pitch / 2);
}

/** One EFA cable a chip: outside the blue lanes, up through the roof, bending back and up to the cable tray. */
export function efaCables(): Tube[] {
  const tubes: Tube[] = [];
  const counts = new Map<string, number>();
  for (let chip = 0; chip < CHIPS_PER_ULTRASERVER; chip++) {
    const port = efaPortAt(chip);
    const side = sideOf(chip);
    const key = `${rackMiddle(port[0])} ${side}`;
    const slot = counts.get(key) ?? 0;
    counts.set(key, slot + 1);
    const across = ((slot % 8) - 3.5) * 0.0052;
    const front = 0.012 + Math.floor(slot / 8) * 0.0054;
    const x = rackMiddle(port[0]) + side * MEASURES.lane.efa + across;
    const top = M.rack.height;
    const exit = rackMiddle(port[0]) + side * 0.245 + across * 1.3;
    const y = port[1] + 0.06;
    const steps = Math.max(1, Math.floor((top - 0.2 - y) / 0.3));
    const lane = Array.from({ length: steps }, (_, i): Point => {
      const h = y + ((top - 0.2 - y) * i) / steps;
      return [x + 0.003 * Math.sin(h * 9), h, front];
    });
    const points = spline(
      [
        port,
        [port[0] + side * 0.012, port[1] + 0.006, 0.026],
        ...lane,
        [x + (exit - x) * 0.25, top - 0.1, front + 0.004],
        [exit, top + 0.06, front - 0.012],
        [exit, top + 0.26, front - 0.075],
        [exit, top + 0.5, front - 0.1],
        [exit, MEASURES.efaTop, front - 0.11],
      ],
      4,
    );
    tubes.push({
      points: thin(points, 0.0012, 0.16),
      radius: MEASURES.radius.efa,
      family: Family.efa,
      chip,
      offset: slot / 64,
      fadeEnd: 0.14,
    });
  }
  return tubes;
}
