import type { Vector3 } from 'three';
import type { Address } from '../cluster/address.ts';
import { insideUltraServer, type Point } from '../cluster/locate.ts';
import { METRES as M } from '../cluster/metres.ts';
import { type Place, placeOf } from '../cluster/places.ts';
import { CHIPS_PER_ULTRASERVER, chipAddress, ultraServerIndex } from '../cluster/site.ts';
import type { SiteLayout } from '../scenario/scenario.ts';
import { depthAt } from './camera/homes.ts';
import type { Journey } from './journey.ts';
import type { Shared } from './shared.ts';
import { chipUnder } from './ultraserver/cube.ts';

/** From the eye towards a point, campus frame; `direction` need not be of length 1. */
export interface Ray {
  readonly origin: Point;
  readonly direction: Point;
}

export interface Hit {
  readonly address: Address;
  readonly point: Point;
  /** In lengths of the ray's direction. */
  readonly t: number;
}

/**
 * The nearest place under a ray, `depth` numbers deep (1 a building … 8 a core), by arithmetic: boxes of buildings,
 * then of halls, then of rows; positions, servers, trays, chips and cores follow from the point that was hit. From the
 * chip inwards only the tray drawn out at `focus` counts. Rows that do not stand (sunk out of the view) are passed.
 */
export function pick(
  site: SiteLayout,
  ray: Ray,
  depth: number,
  focus: Address,
  stands: (row: Address) => boolean = () => true,
): Hit | null {
  if (depth >= 7) return pickInTray(site, ray, depth, focus);
  if (depth === 1) {
    return nearest(
      site.buildings,
      (b) => boxHit(placeOf(site, [b]), ray),
      (b) => [b],
    );
  }
  const building = focus[0] ?? 1;
  if (depth === 2) {
    const height = M.row.height;
    return nearest(
      site.halls,
      (h) => boxHit(placeOf(site, [building, h]), ray, height),
      (h) => [building, h],
    );
  }
  const rows = site.halls * site.rows;
  const address = (i: number): number[] => [building, Math.ceil(i / site.rows), ((i - 1) % site.rows) + 1];
  const row = nearest(
    rows,
    (i) => (stands(address(i)) ? boxHit(placeOf(site, address(i)), ray) : null),
    address,
  );
  if (!row || depth === 3) return row;
  const place = placeOf(site, row.address);
  const local = toLocal(place, row.point);
  const south = row.address[2] % 2 === 1 ? local.x : -local.x;
  const u = Math.floor(south / M.ultraserver.pitch + site.positions / 2) + 1;
  if (u < 1 || u > site.filled) return { ...row };
  const at = [...row.address, u];
  if (depth === 4) return { ...row, address: at };
  // Top and back of a rack stand for the whole UltraServer.
  const front = Math.abs(local.z - M.row.depth / 2) < 1e-3;
  if (!front) return { ...row, address: at };
  const inside = toLocal(placeOf(site, at), row.point);
  return { ...row, address: [...at, ...insideUltraServer(inside.x, inside.y, inside.z, depth)] };
}

function pickInTray(site: SiteLayout, ray: Ray, depth: number, focus: Address): Hit | null {
  if (focus.length < 6) return null;
  const tray = focus.slice(0, 6);
  if (tray[5] === 1) return null;
  const chip = nearest(
    2,
    (c) => boxHit(placeOf(site, [...tray, c]), ray),
    (c) => [...tray, c],
  );
  if (!chip || depth === 7) return chip;
  const local = toLocal(placeOf(site, chip.address), chip.point);
  const x = local.x + (chip.address[6] === 1 ? -M.chip.x : M.chip.x);
  // The core of a point is found in the frame of a tray's middle; only signs matter beyond the chip.
  const [, , , core] = insideUltraServer(
    x + M.rack.pitch / 2,
    M.rack.firstTray,
    local.z + M.tray.pull + M.chip.z,
    8,
  );
  return { ...chip, address: [...chip.address, core] };
}

/** The chip of the unfolded torus of the UltraServer at `focus` that lies under a ray. */
export function pickInCube(site: SiteLayout, ray: Ray, focus: Address): Hit | null {
  const ultraserver = focus.slice(0, 4);
  const place = placeOf(site, ultraserver);
  const o = toLocal(place, ray.origin);
  const tip = toLocal(place, along(ray, 1));
  const under = chipUnder([o.x, o.y, o.z], [tip.x - o.x, tip.y - o.y, tip.z - o.z]);
  if (!under) return null;
  const first = ultraServerIndex(site, ultraserver) * CHIPS_PER_ULTRASERVER;
  return { address: chipAddress(site, first + under.chip), point: along(ray, under.t), t: under.t };
}

/** The nearest of `count` places, numbered from 1. */
function nearest(
  count: number,
  test: (i: number) => { t: number; point: Point } | null,
  address: (i: number) => number[],
): Hit | null {
  let best: Hit | null = null;
  for (let i = 1; i <= count; i++) {
    const hit = test(i);
    if (hit && (!best || hit.t < best.t)) best = { ...hit, address: address(i) };
  }
  return best;
}

/** Where a ray enters a place's box; null where it misses or begins inside. */
function boxHit(place: Place, ray: Ray, height = place.size[1]): { t: number; point: Point } | null {
  const origin = toLocal(place, ray.origin);
  const tip = toLocal(place, {
    x: ray.origin.x + ray.direction.x,
    y: ray.origin.y + ray.direction.y,
    z: ray.origin.z + ray.direction.z,
  });
  const body = place.size[2] === M.ultraserver.depth ? -place.size[2] / 2 : 0;
  const half = [place.size[0] / 2, height / 2, place.size[2] / 2];
  const middle = [0, height / 2, body];
  const o = [origin.x, origin.y, origin.z];
  const d = [tip.x - origin.x, tip.y - origin.y, tip.z - origin.z];
  let enter = 0;
  let leave = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const a = (middle[i] - half[i] - o[i]) / d[i];
    const b = (middle[i] + half[i] - o[i]) / d[i];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  if (enter <= 0 || enter > leave) return null;
  return { t: enter, point: along(ray, enter) };
}

function along({ origin, direction }: Ray, t: number): Point {
  return { x: origin.x + direction.x * t, y: origin.y + direction.y * t, z: origin.z + direction.z * t };
}

/** A point of the campus frame in a place's own frame. */
export function toLocal(place: Place, point: Point): Point {
  const s = Math.sin(place.yaw);
  const c = Math.cos(place.yaw);
  const x = point.x - place.x;
  const z = point.z - place.z;
  return { x: x * c - z * s, y: point.y - place.y, z: x * s + z * c };
}

/** The ray through a pixel of the canvas (CSS pixels from its top left), from the journey's camera. */
export function rayThrough(journey: Journey, px: number, py: number): Ray {
  const { eye, target, width, height, fov, column, head } = journey;
  const tan = Math.tan((fov * Math.PI) / 360);
  const right = ((2 * px - column) / width - 1) * tan * (width / height);
  const up = (1 - (2 * py - head) / height) * tan;
  const fx = target.x - eye.x;
  const fy = target.y - eye.y;
  const fz = target.z - eye.z;
  const length = Math.hypot(fx, fy, fz) || 1;
  const f = [fx / length, fy / length, fz / length];
  const flat = Math.hypot(f[0], f[2]) || 1e-9;
  const r = [-f[2] / flat, 0, f[0] / flat];
  const u = [(-f[0] * f[1]) / flat, flat, (-f[1] * f[2]) / flat];
  return {
    origin: { x: eye.x, y: eye.y, z: eye.z },
    direction: {
      x: f[0] + r[0] * right + u[0] * up,
      y: f[1] + u[1] * up,
      z: f[2] + r[2] * right + u[2] * up,
    },
  };
}

/** What a click at a pixel means: the place one level inside the one looked at. */
export function pickAt(shared: Shared, px: number, py: number): Hit | null {
  const { journey, session } = shared;
  const { site } = session.store.getState();
  if (!site) return null;
  const here = depthAt(journey.reach);
  const depth = here === 4 ? 6 : here === 0 ? 1 : Math.min(8, here + 1);
  if (here === 4 && shared.unfolded > 0.5)
    return pickInCube(site, rayThrough(journey, px, py), journey.focus);
  const cut = shared.uniforms.uCut.value as Vector3;
  const stands = (row: Address): boolean => {
    const x = placeOf(site, row).x - placeOf(site, row.slice(0, 1)).x;
    return cut.z < 0.5 || (x - cut.x) * cut.y < 1.1;
  };
  return pick(site, rayThrough(journey, px, py), depth, journey.focus, stands);
}

/** The solid point under a pixel: a place's surface, else the ground, else the plane of the looked-at point. */
export function pointUnder(shared: Shared, px: number, py: number): Point {
  const { journey } = shared;
  const ray = rayThrough(journey, px, py);
  const hit = pickAt(shared, px, py);
  if (hit) return hit.point;
  const { target } = journey;
  // Below the row the floor is not what one zooms into.
  const floor = -ray.origin.y / ray.direction.y;
  if (journey.reach > 8.2 && floor > 0 && floor < 6 * journey.distance) return along(ray, floor);
  const { direction: d, origin: o } = ray;
  const n = { x: target.x - o.x, y: target.y - o.y, z: target.z - o.z };
  const t = (n.x * n.x + n.y * n.y + n.z * n.z) / (n.x * d.x + n.y * d.y + n.z * d.z);
  return along(ray, t);
}
