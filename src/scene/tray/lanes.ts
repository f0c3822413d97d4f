import { torusLinks, trayOf } from '../../cluster/links.ts';
import { type Point, spline, thin } from '../near/curve.ts';
import { type Marker, ridersOf } from '../near/markers.ts';
import { Family, type Tube } from '../near/tubes.ts';
import { MEASURES } from '../ultraserver/measures.ts';
import { PORTS, type Port } from '../ultraserver/ports.ts';
import { chipInTray, chipOfTray, TRAY } from './bodies.ts';

export interface TrayLanes {
  readonly tubes: readonly Tube[];
  readonly signs: readonly Marker[];
}

/** All that carries bytes on tray t (2–9) of server s: the bridge between its chips, board lanes from each chip to its
 *  five ports, the five cables that leave there, and the EFA cables that rise from the network cards. */
export function trayLanes(server: number, tray: number): TrayLanes {
  const tubes: Tube[] = [];
  const signs: Marker[] = [];
  const bridge = bridgeTubes(server, tray);
  tubes.push(...bridge);
  bridge.forEach((tube, i) => {
    if (i % 3 === 1) signs.push(...ridersOf(tube, 0.011, 'dart'));
  });
  for (const side of [0, 1]) {
    const chip = chipOfTray(server, tray, side);
    for (const port of PORTS) {
      const { cable, lanes } = portTubes(chip, side, port);
      tubes.push(...lanes, cable);
      signs.push(...ridersOf(cable, 0.015, 'dart'));
    }
    const { lanes, riser } = efaTubes(chip, side);
    tubes.push(...lanes, riser);
    for (const fixed of [0.16, 0.32, 0.48]) {
      for (const sign of ridersOf(riser, 0.022, 'chevron')) signs.push({ ...sign, fixed });
    }
    signs.push(...ridersOf(lanes[1], 0.009, 'chevron'));
  }
  return { tubes, signs };
}

/** The link that never leaves the tray: eight lanes on the board, in ring direction. */
function bridgeTubes(server: number, tray: number): Tube[] {
  const link = torusLinks().find((l) => {
    const at = trayOf(l.from);
    return l.inTray && at.server === server && at.tray === tray;
  })!;
  const from = chipInTray(trayOf(link.from).side);
  const to = chipInTray(trayOf(link.to).side);
  const across = Math.sign(to[0] - from[0]);
  const edge = TRAY.carrier.width / 2;
  return Array.from({ length: 8 }, (_, i) => {
    const z = from[2] + (i - 3.5) * 0.0042;
    const points: Point[] = spline(
      [
        [from[0] + across * (edge - 0.001), from[1] - 0.003, z],
        [from[0] + across * (edge + 0.006), TRAY.board + 0.0035, z],
        [to[0] - across * (edge + 0.006), TRAY.board + 0.0035, z],
        [to[0] - across * (edge - 0.001), to[1] - 0.003, z],
      ],
      4,
    );
    // Half the lanes carry each way.
    const on = i < 4;
    return {
      points: on ? points : points.reverse(),
      way: on ? 'on' : 'back',
      radius: 0.0012,
      family: Family.x,
      chip: link.from,
      offset: ((i * 3) % 8) / 60,
    };
  });
}

function familyOf(port: Port): Family {
  return port === 'x' ? Family.x : port === 'yIn' || port === 'yOut' ? Family.y : Family.z;
}

/** Board lanes from under a chip to one of its ports, and the cable out of it; both in the direction of sending. */
function portTubes(chip: number, side: number, port: Port): { lanes: Tube[]; cable: Tube } {
  const [cx, , cz] = chipInTray(side);
  const sign = side === 0 ? -1 : 1;
  const index = PORTS.indexOf(port);
  const x = sign * (MEASURES.port.outermost - MEASURES.port.pitch * index);
  const family = familyOf(port);
  const incoming = port === 'zIn' || port === 'yIn' || (port === 'x' && !sendsOverCable(chip));
  const sender = incoming
    ? (torusLinks().find((l) => l.to === chip && Family[l.axis] === family && !l.inTray)?.from ?? chip)
    : chip;
  const count = family === Family.z ? 4 : 8;
  const start = cx + sign * (0.044 - index * 0.0215);
  const edge = cz + TRAY.carrier.depth / 2;
  const lanes = Array.from({ length: count }, (_, i): Tube => {
    const middle = (i - (count - 1) / 2) * 0.0013;
    const points = spline(
      [
        [start + middle, TRAY.board + 0.002, edge - 0.004],
        [start + middle, TRAY.board + 0.001, edge + 0.018],
        [x + middle * 0.7, TRAY.board + 0.001, -0.05],
        [x + middle * 0.7, TRAY.board + 0.001, -0.004],
      ],
      6,
    );
    // Half of them carry each way: `sends` away from the chip.
    const sends = i < count / 2;
    return {
      points: sends ? points : points.reverse(),
      way: sends === incoming ? 'back' : 'on',
      radius: 0.00055,
      family,
      chip: sender,
      offset: ((i * 3) % 8) / 60 + index * 0.04,
    };
  });
  const reach = 0.07 + 0.006 * index;
  const spread = (2 - index) * 0.006;
  const cable = thin(
    spline(
      [
        [x, 0.017, 0.012],
        [x, 0.017, 0.03],
        [x + sign * spread * 0.3, 0.006, reach],
        [x + sign * spread, -0.06, reach + 0.04],
        [x + sign * spread * 1.3, -0.17, reach + 0.055],
        [x + sign * spread * 1.4, -0.3, reach + 0.06],
      ],
      6,
    ),
    0.0006,
    0.02,
  );
  return {
    lanes,
    cable: {
      points: incoming ? cable.reverse() : cable,
      radius: family === Family.z ? 0.0034 : 0.0044,
      family,
      chip: sender,
      offset: index * 0.07,
      // Beyond the length of a hand they fade: what they carry is told by what happens at their ports.
      fadeEnd: incoming ? -0.72 : 0.72,
    },
  };
}

/** Of a chip's two X links one is on the tray; whether the other, over the cable, is the one it sends into. */
function sendsOverCable(chip: number): boolean {
  return torusLinks().some((link) => link.axis === 'x' && link.from === chip && !link.inTray);
}

function efaTubes(chip: number, side: number): { lanes: Tube[]; riser: Tube } {
  const [cx, , cz] = chipInTray(side);
  const sign = side === 0 ? -1 : 1;
  const x = sign * TRAY.card.x;
  const socket = TRAY.card.z + 0.036;
  const back = cz - TRAY.carrier.depth / 2;
  const lanes = Array.from({ length: 4 }, (_, i): Tube => {
    const middle = (i - 1.5) * 0.0034;
    return {
      points: spline(
        [
          [cx - sign * 0.012 + middle, TRAY.board + 0.004, back + 0.003],
          [cx - sign * 0.012 + middle, TRAY.board + 0.003, back - 0.045],
          [x + middle, TRAY.card.top + 0.002, socket + 0.05],
          [x + middle, TRAY.card.top + 0.006, socket + 0.008],
        ],
        5,
      ),
      radius: 0.0011,
      family: Family.efa,
      chip,
      offset: i * 0.03,
    };
  });
  const top = TRAY.card.top + 0.012;
  const riser: Tube = {
    points: thin(
      spline(
        [
          [x, top, socket],
          [x, top + 0.03, socket + 0.004],
          [x + sign * 0.004, top + 0.14, socket - 0.012],
          [x + sign * 0.002, top + 0.3, socket - 0.03],
          [x, top + 0.5, socket - 0.04],
        ],
        6,
      ),
      0.0006,
      0.04,
    ),
    radius: 0.0042,
    family: Family.efa,
    chip,
    fadeEnd: 0.3,
  };
  return { lanes, riser };
}
