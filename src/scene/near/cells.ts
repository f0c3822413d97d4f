import { Float32BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';

/** A field of cells that fills with the phase of its chip: a chip window of a tray's face, a tensor array. */
export interface CellField {
  /** Middle, metres. */
  readonly at: readonly [x: number, y: number, z: number];
  readonly width: number;
  readonly height: number;
  /** `front`: stands upright facing +z, fills upwards. `top`: lies flat, fills from the front (+z) backwards. */
  readonly facing: 'front' | 'top';
  /** Chip of the UltraServer, 0–63. */
  readonly chip: number;
  readonly columns: number;
  readonly rows: number;
  /** Few large cells are arched windows (upside down in backward); many small ones are square. */
  readonly arched: boolean;
  /** `memory`: a stack of memory, seen on the layer of memory alone; `beside`: there it goes dark. */
  readonly memory?: 'memory' | 'beside';
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
  const frame = new Float32Array(fields.length * 4);
  const grid = new Float32Array(fields.length * 4);
  fields.forEach((field, i) => {
    at.set(field.at, i * 3);
    frame.set([field.width, field.height, field.facing === 'top' ? 1 : 0, field.slot ?? -1], i * 4);
    const kind = field.memory === 'memory' ? 2 : field.memory === 'beside' ? 3 : field.arched ? 1 : 0;
    grid.set([field.columns, field.rows, kind, field.chip], i * 4);
  });
  geometry.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  geometry.setAttribute('aFrame', new InstancedBufferAttribute(frame, 4));
  geometry.setAttribute('aGrid', new InstancedBufferAttribute(grid, 4));
  geometry.instanceCount = fields.length;
  return geometry;
}
