import { Float32BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';

/** A field of cells that fills with the phase of its chip: a chip window of a tray's face. */
export interface CellField {
  /** Middle, metres. */
  readonly at: readonly [x: number, y: number, z: number];
  readonly width: number;
  readonly height: number;
  /** Chip of the UltraServer, 0–63. */
  readonly chip: number;
  readonly columns: number;
  readonly rows: number;
  readonly slot?: number;
}

export const CELL_TRIANGLES = 2;

export function cellGeometry(fields: readonly CellField[]): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new Float32BufferAttribute([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const at = new Float32Array(fields.length * 3);
  const frame = new Float32Array(fields.length * 3);
  const grid = new Float32Array(fields.length * 3);
  fields.forEach((field, i) => {
    at.set(field.at, i * 3);
    frame.set([field.width, field.height, field.slot ?? -1], i * 3);
    grid.set([field.columns, field.rows, field.chip], i * 3);
  });
  geometry.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  geometry.setAttribute('aFrame', new InstancedBufferAttribute(frame, 3));
  geometry.setAttribute('aGrid', new InstancedBufferAttribute(grid, 3));
  geometry.instanceCount = fields.length;
  return geometry;
}
