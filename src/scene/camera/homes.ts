import type { Address, Level } from '../../cluster/address.ts';
import { centreOf, type Place, placeOf } from '../../cluster/places.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { spread } from './spread.ts';

/** Where the camera stands: azimuth (0 looks north from the south, 90 stands in the east) and elevation in degrees,
 *  target in the campus frame and distance in metres. */
export interface Pose {
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
  readonly target: readonly [x: number, y: number, z: number];
}

/** A level's composition. Azimuths of places with a front are given from that front; neighbouring levels differ
 *  little, so that the dive is nearly straight. */
interface Home {
  readonly azimuth: number;
  readonly ofFront: boolean;
  readonly elevation: number;
  /** Metres, in a window of 16:9. */
  readonly distance: number;
  /** Target in the place's own frame, metres from its origin on the floor. */
  readonly target: readonly [x: number, y: number, z: number];
  /** Width over height of the subject on screen: narrower windows step back. */
  readonly wide: number;
}

const HOMES: Readonly<Record<Level | 'server' | 'cube', Home>> = {
  campus: { azimuth: -27, ofFront: false, elevation: 32, distance: 1310, target: [-14, 0, -36], wide: 1.25 },
  building: { azimuth: -48, ofFront: false, elevation: 37, distance: 385, target: [0, 0, 0], wide: 1.3 },
  // From the west: rows lie across the picture, their faces one above the other.
  hall: { azimuth: -54, ofFront: false, elevation: 38, distance: 90, target: [0, 0.6, 1.2], wide: 1.32 },
  row: { azimuth: 25, ofFront: true, elevation: 15, distance: 8.8, target: [0.1, 1.38, 0.5], wide: 1.1 },
  ultraserver: {
    azimuth: 22,
    ofFront: true,
    elevation: 9,
    distance: 6.1,
    target: [0.06, 1.1, -0.3],
    wide: 0.86,
  },
  /** The UltraServer's torus pulled apart (ultraserver/cube.ts). */
  cube: { azimuth: 29, ofFront: true, elevation: 22, distance: 6.9, target: [0.04, 1.13, 0.7], wide: 1.15 },
  server: { azimuth: 20, ofFront: true, elevation: 10, distance: 3.4, target: [0, 0.4, -0.1], wide: 0.8 },
  tray: {
    azimuth: -14,
    ofFront: true,
    elevation: 42,
    distance: 1.44,
    target: [0.014, 0.002, -0.2],
    wide: 1.36,
  },
  chip: {
    azimuth: -13,
    ofFront: true,
    elevation: 48,
    distance: 0.222,
    target: [0.0026, 0, 0.0022],
    wide: 1.45,
  },
  core: {
    azimuth: -14,
    ofFront: true,
    elevation: 47,
    distance: 0.034,
    target: [0, 0.0003, 0.0002],
    wide: 1.9,
  },
};

/** The campus view is composed for so many buildings, on this ground, metres; more of them are fitted into it. */
const COMPOSED = 7;
const CAMPUS_WIDTH = 870;
const CAMPUS_DEPTH = 570;
/** In a wide window the empty plots in the east have their part; a narrow one looks at the buildings, whose middle is
 *  that many metres further left. */
const ASIDE = 66;

const KEYS = ['campus', 'building', 'hall', 'row', 'ultraserver', 'server', 'tray', 'chip', 'core'] as const;

/** The composed view of a place in a window of this aspect (width over height); of an UltraServer also `unfolded`. */
export function homeOf(site: SiteLayout | null, address: Address, aspect: number, unfolded = false): Pose {
  const home = HOMES[unfolded && address.length === 4 ? 'cube' : KEYS[address.length]];
  if (!site) return { ...home, target: [0, 0, 0] };
  const place = placeOf(site, address);
  const [width, , depth] = place.size;
  const scale = address.length === 0 ? Math.max(0.35, width / CAMPUS_WIDTH, depth / CAMPUS_DEPTH) : 1;
  const aside = address.length === 0 ? ASIDE * Math.min(1, Math.max(0, (1.1 - aspect) / 0.45)) : 0;
  const turned = (home.azimuth * Math.PI) / 180;
  const azimuth = home.azimuth + (home.ofFront ? (place.yaw * 180) / Math.PI : 0);
  const pose: Pose = {
    azimuth,
    elevation: home.elevation,
    distance: home.distance * scale * stepBack(home.wide, aspect),
    target: toCampus(
      place,
      (home.target[0] - Math.cos(turned) * aside) * scale,
      home.target[1],
      (home.target[2] + Math.sin(turned) * aside) * scale,
    ),
  };
  if (address.length > 0 || site.buildings <= COMPOSED) return pose;
  const halfWidth = (distance: number): number =>
    Math.tan((fovAt(reachOf(distance, aspect)) * Math.PI) / 360) * aspect;
  return spread(pose, site.buildings, halfWidth);
}

/** A point of a place's own frame in the campus frame. */
export function toCampus(place: Place, x: number, y: number, z: number): [number, number, number] {
  const s = Math.sin(place.yaw);
  const c = Math.cos(place.yaw);
  return [place.x + x * c + z * s, place.y + y, place.z - x * s + z * c];
}

export function stepBack(wide: number, aspect: number): number {
  return Math.max(1, wide / aspect);
}

/** Rounds that find a reach to a thousandth. */
const ROUNDS = 20;

/** Distance as if the window were wide. The composition's width changes with the level, so it is found in rounds.
 *  `unfolded`: how far the torus of the UltraServer at hand is a cube, 0 … 1: narrow windows step back further for it. */
export function reachOf(distance: number, aspect: number, unfolded = 0): number {
  let reach = distance;
  for (let i = 0; i < ROUNDS; i++) reach = distance / stepBack(wideAt(reach), aspect);
  const cube = stepBack(HOMES.cube.wide, aspect) / stepBack(HOMES.ultraserver.wide, aspect);
  return reach / (1 + unfolded * (cube - 1));
}

function wideAt(reach: number): number {
  return table(reach, WIDE);
}

/** Vertical field of view, degrees: wide outside, nearly axonometric inside a tray. */
export function fovAt(reach: number): number {
  return table(reach, FOV);
}

const WIDE: readonly (readonly [reach: number, wide: number])[] = [
  [0.034, 1.9],
  [0.222, 1.45],
  [1.44, 1.36],
  [3, 0.86],
  [6.95, 0.86],
  ...(['row', 'hall', 'building', 'campus'] as const).map(
    (level) => [HOMES[level].distance, HOMES[level].wide] as const,
  ),
];

const FOV: readonly (readonly [reach: number, fov: number])[] = [
  [1.43, 18],
  [6.62, 24],
  [345, 25],
  [1290, 27],
];

/** Value at `reach`, straight in its logarithm between the entries. */
function table(reach: number, entries: readonly (readonly [number, number])[]): number {
  const last = entries.length - 1;
  if (reach <= entries[0][0]) return entries[0][1];
  for (let i = 0; i < last; i++) {
    const [a, from] = entries[i];
    const [b, to] = entries[i + 1];
    if (reach < b) return from + (to - from) * (Math.log(reach / a) / Math.log(b / a));
  }
  return entries[last][1];
}

/** Reach, metres, below which the camera is inside the next level: building, hall, row, UltraServer, tray, chip, core. */
const THRESHOLDS: readonly (readonly [reach: number, depth: number])[] = [
  [0.075, 8],
  [0.5, 7],
  [2.4, 6],
  [8.2, 4],
  [28, 3],
  [170, 2],
  [620, 1],
];

/** How many numbers deep (cluster/address.ts) the address of a free camera is. */
export function depthAt(reach: number): number {
  for (const [below, depth] of THRESHOLDS) if (reach < below) return depth;
  return 0;
}

/** Middle that `CameraPose.shift` is counted from. */
export function pivotOf(site: SiteLayout | null, address: Address): [number, number, number] {
  return site ? centreOf(placeOf(site, address)) : [0, 0, 0];
}
