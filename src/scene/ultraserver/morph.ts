import { BufferGeometry, Float32BufferAttribute } from 'three';
import { arcLengths, distance, type Point } from '../near/curve.ts';
import { WAYS_CARRIED } from '../near/tubes.ts';
import type { Cable } from './cables.ts';
import { cubeLink } from './cube.ts';

/** The same link in the racks and in the cube, point by point. */
export interface Way {
  readonly cable: Cable;
  readonly racks: readonly Point[];
  readonly cube: readonly Point[];
  /** Share of its length at each point in the cube, 0 … 1. */
  readonly along: readonly number[];
}

/** Both forms of every link, with a point in both wherever one of them bends. */
export function ways(cables: readonly Cable[]): Way[] {
  return cables.map((cable) => {
    const racks = cable.points;
    const cube = cubeLink(cable.link);
    const shares = [...sharesOf(racks), ...sharesOf(cube)].sort((a, b) => a - b);
    const along = shares.filter((share, i) => i === 0 || share - shares[i - 1] > 1e-6);
    return { cable, along, racks: along.map((s) => at(racks, s)), cube: along.map((s) => at(cube, s)) };
  });
}

function sharesOf(points: readonly Point[]): number[] {
  const lengths = arcLengths(points);
  return lengths.map((length) => length / lengths[lengths.length - 1]);
}

/** The point at a share of a line's length. */
function at(points: readonly Point[], share: number): Point {
  const lengths = arcLengths(points);
  const s = share * lengths[lengths.length - 1];
  let k = 0;
  while (k < points.length - 2 && lengths[k + 1] < s) k++;
  const t = Math.min(1, Math.max(0, (s - lengths[k]) / (lengths[k + 1] - lengths[k] || 1e-9)));
  const [a, b] = [points[k], points[k + 1]];
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Bands along every link in both forms (linkMaterial.ts): two vertices a point. */
export function morphGeometry(all: readonly Way[]): BufferGeometry {
  const racks: number[] = [];
  const cube: number[] = [];
  const racksWay: number[] = [];
  const cubeWay: number[] = [];
  const shape: number[] = [];
  const flow: number[] = [];
  const order: number[] = [];
  const index: number[] = [];
  for (const way of all) {
    const { link, radius, chip, family, offset = 0 } = way.cable;
    const lengths = arcLengths(way.cube);
    way.racks.forEach((point, i) => {
      const first = racks.length / 3;
      if (i + 1 < way.racks.length) index.push(first, first + 1, first + 3, first, first + 3, first + 2);
      const server =
        Math.floor(link.from / 16) * (1 - way.along[i]) + Math.floor(link.to / 16) * way.along[i];
      for (const side of [-1, 1]) {
        racks.push(...point);
        cube.push(...way.cube[i]);
        racksWay.push(...tangent(way.racks, i));
        cubeWay.push(...tangent(way.cube, i));
        shape.push(way.along[i], radius, offset, lengths[i]);
        flow.push(chip, family, side, WAYS_CARRIED.indexOf('both'));
        order.push(server, link.wraps ? 1 : 0);
      }
    });
  }
  const geometry = new BufferGeometry();
  const put = (name: string, values: number[], size: number): void => {
    geometry.setAttribute(name, new Float32BufferAttribute(values, size));
  };
  put('position', racks, 3);
  put('aCube', cube, 3);
  put('aTangent', racksWay, 3);
  put('aCubeTangent', cubeWay, 3);
  put('aShape', shape, 4);
  put('aFlow', flow, 4);
  put('aOrder', order, 2);
  geometry.setIndex(index);
  return geometry;
}

function tangent(points: readonly Point[], i: number): Point {
  const a = points[Math.max(0, i - 1)];
  const b = points[Math.min(points.length - 1, i + 1)];
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length, (b[2] - a[2]) / length];
}
