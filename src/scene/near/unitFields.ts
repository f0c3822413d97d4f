import { Float32BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';

/**
 * What the cells on top of a block inside a chip tell, each of its own unit (near/units.ts):
 * `tensor` fills with the kernel; `vector` with the tile that vector or scalar engine works on; `incoming` and `leaving`
 * are the two halves of SBUF, one filled while the other is emptied into the engine; `bank` is one of eight of PSUM
 * (`index` 0 … 7; all at once without one), `queue` one of sixteen of DMA, `stack` the top of a stack of memory, and
 * `idle` what no record tells anything of.
 */
export const UNIT_SORTS = [
  'tensor',
  'vector',
  'incoming',
  'leaving',
  'bank',
  'queue',
  'stack',
  'idle',
] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];

/** Cells on a block, lying flat. */
export interface UnitField {
  readonly unit: UnitSort;
  /** Middle, metres. */
  readonly at: readonly [x: number, y: number, z: number];
  readonly width: number;
  readonly depth: number;
  readonly columns: number;
  readonly rows: number;
  /** Chip of the UltraServer, 0–63. */
  readonly chip: number;
  readonly index?: number;
  /** As a box's (boxes.ts). */
  readonly slot?: number;
}

export function unitGeometry(fields: readonly UnitField[]): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new Float32BufferAttribute([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const at = new Float32Array(fields.length * 3);
  const frame = new Float32Array(fields.length * 4);
  const grid = new Float32Array(fields.length * 4);
  fields.forEach(({ at: middle, width, depth, columns, rows, chip, unit, index = -1, slot = -1 }, i) => {
    at.set(middle, i * 3);
    frame.set([width, depth, index, slot], i * 4);
    grid.set([columns, rows, UNIT_SORTS.indexOf(unit), chip], i * 4);
  });
  geometry.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  geometry.setAttribute('aFrame', new InstancedBufferAttribute(frame, 4));
  geometry.setAttribute('aGrid', new InstancedBufferAttribute(grid, 4));
  geometry.instanceCount = fields.length;
  return geometry;
}
