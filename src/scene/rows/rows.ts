import {
  type BufferAttribute,
  type BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  PlaneGeometry,
  type RawShaderMaterial,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { unitBox } from '../bodies.ts';
import { createMaterial, type MaterialOptions } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { unrolled } from '../unrolled.ts';
import { FRAGMENT, LID, VERTEX } from './facade.ts';

/** A row, or a part of one, in its group's frame. */
export interface RowBox {
  /** Middle of the whole row, metres. */
  readonly x: number;
  readonly z: number;
  /** Line of the class map: hall × rows + row, from 0. */
  readonly line: number;
  /** −1 looks west, 1 east. */
  readonly facing: -1 | 1;
  /** Positions from … to, from 0. */
  readonly from: number;
  readonly to: number;
  /** Building from 1, to be hidden as a whole; 0 where that never happens. */
  readonly owner: number;
}

export interface RowUniforms {
  /** Vertical scale: rows stand taller while roofs are on, so that they can be seen from outside. */
  readonly uTall: IUniform<number>;
  readonly uShow: IUniform<number>;
  readonly uAlpha: IUniform<number>;
  readonly uWithout: IUniform<number>;
  readonly uJitter: IUniform<number>;
  /** Line of the row whose front is drawn by `fronts`, all of it; −1 none. */
  readonly uFronted: IUniform<number>;
  /** 1 where rows show the state of the line that `sort` gave them instead of their own. */
  readonly uSorted: IUniform<number>;
}

export interface Rows {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial[]>;
  readonly uniforms: RowUniforms;
  /** Writes the boxes anew; at most as many as it was made for. */
  set(boxes: readonly RowBox[]): void;
  /** A line for each box, in the order they were set (with `sorted` alone). */
  sort(lines: ArrayLike<number>): void;
  dispose(): void;
}

export interface RowOptions {
  readonly capacity: number;
  readonly positions: number;
  readonly filled: number;
  /** Rows hold chips of more than one class, so that each pixel must look its own up. */
  readonly uneven: boolean;
  /** Fragment shader of the fronts alone, instead of whole boxes (front.ts). */
  readonly fronts?: string;
  readonly transparent?: boolean;
  /** Rows may show the states of other lines of their hall (order.ts). */
  readonly sorted?: boolean;
}

const glsl = (metres: number): string => metres.toFixed(5);

/** Rows of racks: a draw of all faces, and one of all tops and ends. */
export function createRows(shared: Shared, options: RowOptions): Rows {
  const { capacity, positions, filled, uneven, fronts, transparent = false, sorted = false } = options;
  const template = new InstancedBufferGeometry();
  if (fronts) front(template);
  else unitBox(template);
  template.setAttribute('aRow', new InstancedBufferAttribute(new Float32Array(capacity * 4), 4));
  template.setAttribute('aSpan', new InstancedBufferAttribute(new Float32Array(capacity * 3), 3));
  if (sorted) template.setAttribute('aSorted', new InstancedBufferAttribute(new Float32Array(capacity), 1));
  template.instanceCount = capacity;
  const vertices = template.getAttribute('position').count;
  const geometry = unrolled(template);
  const [faces, lids] = fronts ? [geometry.getIndex()?.count ?? 0, 0] : facesFirst(geometry);
  const row = (geometry.getAttribute('aRow') as BufferAttribute).setUsage(DynamicDrawUsage);
  const span = (geometry.getAttribute('aSpan') as BufferAttribute).setUsage(DynamicDrawUsage);
  const order = geometry.getAttribute('aSorted') as BufferAttribute | undefined;
  order?.setUsage(DynamicDrawUsage);
  const uniforms: RowUniforms = {
    uTall: { value: 1 },
    uShow: { value: 1 },
    uAlpha: { value: 1 },
    uWithout: { value: 0 },
    uJitter: { value: 0 },
    uFronted: { value: -1 },
    uSorted: { value: 0 },
  };
  const optionsOf = (name: string, fragment: string): MaterialOptions => ({
    name,
    vertex: VERTEX,
    fragment,
    transparent,
    // Either face of the plane: rows look east or west.
    side: fronts ? 2 : 0,
    uniforms: {
      ...uniforms,
      uPositions: { value: positions },
      uFilled: { value: filled },
      uRowEnds: { value: filled * M.ultraserver.pitch },
    },
    defines: {
      PITCH: glsl(M.ultraserver.pitch),
      HEIGHT: glsl(M.row.height),
      DEPTH: glsl(M.row.depth),
      RACK: glsl(M.rack.pitch),
      FIRST: glsl(M.rack.firstTray),
      GAP: glsl(M.rack.serverGap),
      TRAY: glsl(M.tray.pitch),
      WINDOW_X: glsl(M.window.x),
      WINDOW_W: glsl(M.window.width),
      WINDOW_H: glsl(M.window.height),
      ...(uneven ? { UNEVEN: 1 } : {}),
      ...(sorted ? { SORTED: 1 } : {}),
      ...(fronts ? { FRONTS: 1 } : {}),
    },
  });
  const materials = (
    fronts
      ? [optionsOf('row fronts', fronts)]
      : [optionsOf('row faces', FRAGMENT), optionsOf('row lids', LID)]
  ).map((one) => createMaterial(shared, one));
  const mesh = new Mesh(geometry, materials);
  mesh.frustumCulled = false;
  return {
    mesh,
    uniforms,
    set(boxes) {
      boxes.forEach((b, i) => {
        for (let v = i * vertices; v < (i + 1) * vertices; v++) {
          row.setXYZW(v, b.x, b.z, b.line, b.facing);
          span.setXYZ(v, b.from, b.to, b.owner);
        }
      });
      row.needsUpdate = true;
      span.needsUpdate = true;
      geometry.clearGroups();
      geometry.addGroup(0, (boxes.length * faces) / capacity, 0);
      if (lids > 0) geometry.addGroup(faces, (boxes.length * lids) / capacity, 1);
    },
    sort(lines) {
      if (!order) return;
      const values = order.array as Float32Array;
      for (let i = 0; i < lines.length; i++) values.fill(lines[i], i * vertices, (i + 1) * vertices);
      order.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      for (const material of materials) material.dispose();
    },
  };
}

/** The face of the unit box that looks out of the row, 2 mm before it; `position.x` is turned by the row's facing. */
function front(geometry: InstancedBufferGeometry): void {
  const plane = new PlaneGeometry(1, 1, 1, 24).rotateY(Math.PI / 2).translate(0.502, 0.5, 0);
  geometry.setAttribute('position', plane.getAttribute('position'));
  geometry.setAttribute('normal', plane.getAttribute('normal'));
  geometry.setIndex(plane.getIndex());
  plane.dispose();
}

/** Sorts the indices of unit boxes: of all their west and east faces, then of all tops and ends; returns how
 *  many there are of each. */
function facesFirst(geometry: BufferGeometry): [faces: number, lids: number] {
  const normal = geometry.getAttribute('normal');
  const index = geometry.getIndex();
  if (!index) throw new Error('boxes have an index');
  const all = Array.from(index.array);
  const isFace = (vertex: number): boolean => Math.abs(normal.getX(vertex)) > 0.5;
  const faces = all.filter(isFace);
  const lids = all.filter((vertex) => !isFace(vertex));
  index.copyArray([...faces, ...lids]);
  return [faces.length, lids.length];
}
