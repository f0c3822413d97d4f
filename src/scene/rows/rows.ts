import {
  type CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
} from 'three';
import { METRES as M } from '../../cluster/metres.ts';
import { unitBox } from '../bodies.ts';
import { createMaterial } from '../shaders/material.ts';
import type { Shared } from '../shared.ts';
import { FRAGMENT, VERTEX } from './facade.ts';

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
  readonly uPointed: IUniform<number>;
}

export interface Rows {
  readonly mesh: Mesh<InstancedBufferGeometry>;
  readonly uniforms: RowUniforms;
  /** Writes the boxes anew; at most as many as it was made for. */
  set(boxes: readonly RowBox[]): void;
  dispose(): void;
}

export interface RowOptions {
  readonly capacity: number;
  readonly positions: number;
  readonly filled: number;
  readonly numbers: CanvasTexture;
  /** Draws trays, windows and cells. */
  readonly near: boolean;
  readonly transparent?: boolean;
}

const glsl = (metres: number): string => metres.toFixed(5);

/** Rows of racks in one draw. */
export function createRows(shared: Shared, options: RowOptions): Rows {
  const { capacity, positions, filled, numbers, near, transparent = false } = options;
  const geometry = new InstancedBufferGeometry();
  unitBox(geometry);
  const row = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4).setUsage(DynamicDrawUsage);
  const span = new InstancedBufferAttribute(new Float32Array(capacity * 3), 3).setUsage(DynamicDrawUsage);
  geometry.setAttribute('aRow', row);
  geometry.setAttribute('aSpan', span);
  geometry.instanceCount = 0;
  const uniforms: RowUniforms = {
    uTall: { value: 1 },
    uShow: { value: 1 },
    uAlpha: { value: 1 },
    uWithout: { value: 0 },
    uJitter: { value: 0 },
    uPointed: { value: -1 },
  };
  const material = createMaterial(shared, {
    name: near ? 'rows near' : 'rows far',
    vertex: VERTEX,
    fragment: FRAGMENT,
    transparent,
    uniforms: {
      ...uniforms,
      uPositions: { value: positions },
      uFilled: { value: filled },
      uRowEnds: { value: filled * M.ultraserver.pitch },
      uNumbers: { value: numbers },
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
      ...(near ? { NEAR: 1 } : {}),
    },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return {
    mesh,
    uniforms,
    set(boxes) {
      boxes.forEach((b, i) => {
        row.setXYZW(i, b.x, b.z, b.line, b.facing);
        span.setXYZ(i, b.from, b.to, b.owner);
      });
      row.needsUpdate = true;
      span.needsUpdate = true;
      geometry.instanceCount = boxes.length;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
