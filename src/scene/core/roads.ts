import { type Point, spline } from '../near/curve.ts';
import { type Marker, ridersOf } from '../near/markers.ts';
import { Family, type Tube } from '../near/tubes.ts';
import { blockNamed } from './bodies.ts';

const RADIUS = 0.00002;
const Y = 0.00012;

export interface Roads {
  readonly tubes: readonly Tube[];
  readonly darts: readonly Marker[];
}

/**
 * The loop of a NeuronCore: DMA → SBUF → tensor engine (down the left side, into its rows) → PSUM → vector and scalar
 * engine (up the right side) → SBUF (back down, nearer in). Which side is schematic.
 */
export function coreRoads(chip: number): Roads {
  const tubes: Tube[] = [];
  const darts: Marker[] = [];
  const road = (family: Family, paths: readonly Point[][], size: number): void => {
    paths.forEach((points, i) => {
      const tube: Tube = { points, way: 'on', radius: RADIUS, family, chip, offset: ((i * 5) % 16) / 16 };
      tubes.push(tube);
      if (i % 4 === 1) darts.push(...ridersOf(tube, size, 'dart'));
    });
  };
  const tensor = blockNamed('tensor');
  const sbuf = blockNamed('sbuf');
  const psum = blockNamed('psum');
  const dma = blockNamed('dma');
  const vector = blockNamed('vector');
  const scalar = blockNamed('scalar');
  const left = -tensor.width / 2;
  const front = (b: { z: number; depth: number }): number => b.z + b.depth / 2;
  const back = (b: { z: number; depth: number }): number => b.z - b.depth / 2;

  road(
    Family.memory,
    Array.from({ length: 16 }, (_, i): Point[] => {
      const x = (i - 7.5) * 0.00031;
      return [
        [x, Y * 1.6, dma.z - dma.depth / 2 + 0.0001],
        [x, Y * 1.6, front(sbuf) - 0.0001],
      ];
    }),
    0.0003,
  );
  road(
    Family.work,
    Array.from({ length: 12 }, (_, i): Point[] => {
      const row = tensor.z + (5.5 - i) * (tensor.depth / 13);
      const lane = left - 0.00014 - i * 0.00004;
      return spline(
        [
          [left + 0.0002, Y, sbuf.z + (i - 5.5) * 0.0002],
          [lane, Y, sbuf.z + (i - 5.5) * 0.0002 - 0.0001],
          [lane, Y, psum.z],
          [lane, Y, row + 0.0002],
          [left + 0.0001, Y, row],
        ],
        4,
      );
    }),
    0.0004,
  );
  road(
    Family.work,
    Array.from({ length: 16 }, (_, i): Point[] => {
      const x = tensor.x + (i - 7.5) * 0.00031;
      return [
        [x, Y * 2.5, front(tensor) - 0.0001],
        [x, Y * 2.5, back(psum) + 0.0001],
      ];
    }),
    0.00028,
  );
  const right = -left;
  road(
    Family.work,
    Array.from({ length: 6 }, (_, i): Point[] => {
      const lane = right + 0.00036 + i * 0.00005;
      const to = i < 3 ? vector : scalar;
      const high = blockNamed('gpsimd').height + 0.0002;
      return spline(
        [
          [right - 0.0001, Y, psum.z + (i - 2.5) * 0.00007],
          [lane, Y, psum.z - 0.0001],
          [lane, Y, back(tensor) + 0.0003],
          [lane - 0.0001, high, back(tensor) - 0.0004],
          [to.x + to.width / 2 - 0.0001, high, to.z + (i % 3) * 0.0002 - 0.0002],
        ],
        5,
      );
    }),
    0.0004,
  );
  road(
    Family.work,
    Array.from({ length: 6 }, (_, i): Point[] => {
      const lane = right + 0.00012 + i * 0.00003;
      return spline(
        [
          [scalar.x + (i - 2.5) * 0.0002, Y, front(scalar) - 0.0001],
          [scalar.x + 0.0006, Y, front(scalar) + 0.00016],
          [lane, Y, back(tensor) + 0.0001],
          [lane, Y, psum.z],
          [lane, Y, sbuf.z - 0.0008],
          [right - 0.0002, Y, sbuf.z - 0.0006 + i * 0.0001],
        ],
        4,
      );
    }),
    0.0004,
  );
  return { tubes, darts };
}
