import { blockNamed } from '../chip/plan.ts';
import { type Point, spline } from '../near/curve.ts';
import { type Marker, ridersOf } from '../near/markers.ts';
import { Family, type Tube } from '../near/tubes.ts';

const RADIUS = 0.000022;
/** Height of the roads over the core's floor, metres. */
const Y = 0.00014;
/** Length of an arrow, metres. */
const DART = 0.00052;

export interface Roads {
  readonly tubes: readonly Tube[];
  readonly darts: readonly Marker[];
}

type Side = { readonly x: number; readonly z: number; readonly width: number; readonly depth: number };
const right = (b: Side): number => b.x + b.width / 2;
const left = (b: Side): number => b.x - b.width / 2;
const front = (b: Side): number => b.z + b.depth / 2;
const back = (b: Side): number => b.z - b.depth / 2;

/**
 * The loop of a NeuronCore: DMA → SBUF → tensor engine, row by row; its sums → PSUM, column by column; PSUM → vector and
 * scalar engine → SBUF; and SBUF → DMA. Which side is schematic.
 */
export function coreRoads(chip: number): Roads {
  const tubes: Tube[] = [];
  const darts: Marker[] = [];
  /** Lanes side by side; every `each`-th carries an arrow. */
  const road = (family: Family, paths: readonly (readonly Point[])[], each: number, size = DART): void => {
    paths.forEach((points, i) => {
      const tube: Tube = { points, way: 'on', radius: RADIUS, family, chip, offset: ((i * 5) % 16) / 16 };
      tubes.push(tube);
      if (i % each === each >> 1) darts.push(...ridersOf(tube, size, 'dart'));
    });
  };
  const across = (n: number, from: number, to: number, at: (i: number) => number): Point[][] =>
    Array.from({ length: n }, (_, i): Point[] => [
      [from, Y, at(i)],
      [to, Y, at(i)],
    ]);
  const along = (n: number, from: number, to: number, at: (i: number) => number): Point[][] =>
    Array.from({ length: n }, (_, i): Point[] => [
      [at(i), Y, from],
      [at(i), Y, to],
    ]);
  const spread = (b: number, length: number, n: number) => (i: number) =>
    b + ((i + 0.5) / n - 0.5) * length * 0.94;

  const dma = blockNamed('dma');
  const sbuf = blockNamed('sbuf');
  const tensor = blockNamed('tensor');
  const psum = blockNamed('psum');
  const vector = blockNamed('vector');
  const scalar = blockNamed('scalar');

  // Of sixteen queues twelve bring in and four take away, as boxes have it (unitMaterial.ts).
  const queue = spread(dma.z, dma.depth, 16);
  road(
    Family.load,
    across(12, right(dma), left(sbuf), (i) => queue(i)),
    3,
  );
  road(
    Family.store,
    across(4, left(sbuf), right(dma), (i) => queue(12 + i)),
    4,
  );
  road(Family.feed, across(32, right(sbuf), left(tensor), spread(tensor.z, tensor.depth, 32)), 8);
  road(Family.feed, along(32, front(tensor), back(psum), spread(tensor.x, tensor.width, 32)), 8);
  road(Family.drain, across(8, left(psum), right(vector), spread(vector.z, vector.depth, 8)), 4);
  road(Family.drain, across(8, left(vector), right(scalar), spread(scalar.z, scalar.depth, 8)), 4);
  road(Family.drain, along(8, back(scalar), front(sbuf), spread(scalar.x, scalar.width, 8)), 4);
  // What is no matrix product goes from SBUF to the vector engine, and the same way back by the scalar engine.
  road(
    Family.side,
    Array.from({ length: 6 }, (_, i): Point[] => {
      const x = vector.x + (i - 2.5) * 0.0002;
      const from = right(sbuf) - 0.0003 - (5 - i) * 0.0001;
      return spline(
        [
          [from, Y, front(sbuf) - 0.0002],
          [from, Y, front(sbuf) + 0.0003],
          [x, Y, back(vector) - 0.0003],
          [x, Y, back(vector) + 0.0001],
        ],
        4,
      );
    }),
    3,
  );
  road(Family.side, along(6, back(scalar), front(sbuf), spread(scalar.x, scalar.width * 0.6, 6)), 3);
  road(Family.side, across(6, left(vector), right(scalar), spread(scalar.z, scalar.depth, 6)), 3);
  return { tubes, darts };
}
