import { type Link, torusLinks } from '../../cluster/links.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { type Point, spline } from '../near/curve.ts';
import { type Marker, ridersOf } from '../near/markers.ts';
import { Family, type Tube } from '../near/tubes.ts';
import { DIE_TOP, hbmStacks, INTERPOSER_TOP, PLAN } from './plan.ts';

const LANE = { pitch: 0.00086, radius: 0.0002, link: 0.00019, linkPitch: 0.00062 } as const;
/** A dart lies on every third lane: on each they would merge into a zigzag. */
const DART_EVERY = 3;

/** Flows of one chip, in its frame. */
export interface Lanes {
  readonly tubes: readonly Tube[];
  readonly darts: readonly Marker[];
}

/** Memory to die, die to die, and the six NeuronLink ports of chip `chip` of the UltraServer (0–63). */
export function chipLanes(chip: number): Lanes {
  const memory = [...memoryLanes(chip), ...dieLanes(chip)];
  const links = linkLanes(chip);
  const dart = (tube: Tube, i: number, size: number): Marker[] =>
    i % DART_EVERY === 1 ? ridersOf(tube, size, 'dart') : [];
  return {
    tubes: [...memory, ...links],
    darts: [
      ...memory.flatMap((tube, i) => dart(tube, i, 0.0013)),
      ...links.flatMap((tube, i) => dart(tube, i, 0.0021)),
    ],
  };
}

/** Lanes from each HBM stack to the die beside it. */
function memoryLanes(chip: number): Tube[] {
  const y = INTERPOSER_TOP + 0.0003;
  return hbmStacks().flatMap(([x, z]) => {
    const side = Math.sign(x);
    const stack = side * (PLAN.hbm.x - PLAN.hbm.width / 2);
    const die = side * (M.die.x + M.die.width / 2);
    return Array.from({ length: 14 }, (_, i): Tube => {
      const at = z + (i - 6.5) * LANE.pitch;
      // Reads outnumber writes: every fourth lane goes back to memory.
      const writes = i % 4 === 3;
      const points: Point[] = [
        [stack, y, at],
        [die, y, at],
      ];
      return {
        points: writes ? points.reverse() : points,
        way: writes ? 'back' : 'on',
        radius: LANE.radius,
        family: Family.memory,
        chip,
        offset: rank(i, 14),
      };
    });
  });
}

/** Lanes between the two dies, every other one each way. */
function dieLanes(chip: number): Tube[] {
  const gap = M.die.x - M.die.width / 2;
  const y = INTERPOSER_TOP + 0.0005;
  return Array.from({ length: 36 }, (_, i): Tube => {
    const z = (i - 17.5) * LANE.pitch * 1.15;
    const to = i % 6 < 3 ? 1 : -1;
    return {
      points: [
        [-to * gap, y, z],
        [to * gap, y, z],
      ],
      radius: LANE.radius,
      family: Family.memory,
      chip,
      offset: rank(i, 36),
    };
  });
}

/** Spreads which lanes light first. */
function rank(i: number, n: number): number {
  return ((i * 5) % n) / n;
}

interface Port {
  readonly link: Link;
  /** Middle of the port at the package's edge. */
  readonly x: number;
  readonly end: -1 | 1;
  readonly lanes: number;
}

/** Six ports: X and Y at the front, Z at the back; in on the left, out on the right. */
export function chipPorts(chip: number): Port[] {
  const links = torusLinks();
  return (['x', 'y', 'z'] as const).flatMap((axis): Port[] => {
    const incoming = links.find((link) => link.axis === axis && link.to === chip)!;
    const outgoing = links.find((link) => link.axis === axis && link.from === chip)!;
    const x = axis === 'x' ? 0.0165 : axis === 'y' ? 0.0062 : 0.0092;
    const end = axis === 'z' ? -1 : 1;
    const lanes = axis === 'z' ? 4 : 8;
    return [
      { link: incoming, x: -x, end, lanes },
      { link: outgoing, x, end, lanes },
    ];
  });
}

function linkLanes(chip: number): Tube[] {
  return chipPorts(chip).flatMap((port, p) =>
    Array.from({ length: port.lanes }, (_, i): Tube => {
      const middle = i - (port.lanes - 1) / 2;
      // Half the lanes of a port carry each way.
      const sends = i < port.lanes / 2;
      const points = portPath(port, middle);
      return {
        points: sends ? points : points.reverse(),
        way: sends === (port.link.from === chip) ? 'on' : 'back',
        radius: LANE.link,
        family: Family[port.link.axis],
        chip: port.link.from,
        // Heads lie a few hundredths apart, and ports a little more.
        offset: (((i * 3) % 8) / 8) * 0.1 + p * 0.02,
        fadeEnd: sends ? 0.25 : -0.25,
      };
    }),
  );
}

/** From the die's edge down to the interposer, fanning out, under the rim, and away over the carrier. */
function portPath(port: Port, middle: number): Point[] {
  const { end, x } = port;
  const near = Math.sign(x) * Math.min(Math.abs(x), M.die.x + 0.0045) + middle * LANE.linkPitch * 0.72;
  const far = x * 1.15 + middle * LANE.linkPitch * 1.15;
  const board = PLAN.substrate.height + 0.0004;
  const edge = M.chip.depth / 2;
  return spline(
    [
      [near, DIE_TOP - 0.0002, end * (M.die.depth / 2)],
      [near, INTERPOSER_TOP + 0.0003, end * (M.die.depth / 2 + 0.001)],
      [near + (far - near) * 0.15, INTERPOSER_TOP + 0.0003, end * (PLAN.interposer.depth / 2 - 0.0008)],
      [far, board, end * (edge - 0.0045)],
      [far, board, end * (edge - 0.001)],
      [far * 1.03, 0.0007, end * (edge + 0.004)],
      [far * 1.12, 0.0007, end * (edge + 0.018)],
      [far * 1.16, 0.0007, end * (edge + 0.03)],
    ],
    5,
  );
}
