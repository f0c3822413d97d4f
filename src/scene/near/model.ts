import { type BufferGeometry, Group, Mesh, type RawShaderMaterial } from 'three';
import { unrolled } from '../unrolled.ts';
import { type Box, boxGeometry } from './boxes.ts';
import { boxMaterial } from './boxMaterial.ts';
import { type Card, cardGeometry, cardMaterial } from './cards.ts';
import { cellMaterial } from './cellMaterial.ts';
import { type CellField, cellGeometry } from './cells.ts';
import { markerMaterial } from './markerMaterial.ts';
import { type Marker, markerGeometry } from './markers.ts';
import { tubeMaterial } from './tubeMaterial.ts';
import { type Tube, tubeGeometry } from './tubes.ts';
import type { LocalUniforms, NearUniforms } from './uniforms.ts';
import { type UnitField, unitGeometry } from './unitFields.ts';
import { unitMaterial } from './unitMaterial.ts';

/** What a level consists of, in its own frame. Every family is one draw. */
export interface Parts {
  readonly boxes?: readonly Box[];
  readonly cells?: readonly CellField[];
  readonly units?: readonly UnitField[];
  readonly cards?: readonly Card[];
  readonly tubes?: readonly Tube[];
  /** Tubes that fade out at an end, drawn after the others. */
  readonly fading?: readonly Tube[];
  readonly markers?: readonly Marker[];
}

export interface NearModel {
  /** Bodies, cells and cards. */
  readonly still: Group;
  /** Cables and the signs on them; with uniforms of their own so that they can draw back by themselves. */
  readonly flows: Group;
  readonly object: Group;
  /** The mesh of each family of parts. */
  readonly meshes: Readonly<Partial<Record<keyof Parts, Mesh>>>;
  readonly local: LocalUniforms;
  readonly flow: LocalUniforms;
  /** Shadows and thrown light, 0 … 1. */
  setCards(strength: number): void;
  dispose(): void;
}

/** Meshes of a level's parts. `order` grows inwards, level by level. */
export function createNearModel(
  near: NearUniforms,
  parts: Parts,
  local: LocalUniforms,
  flow: LocalUniforms,
  order: number,
): NearModel {
  const still = new Group();
  const flows = new Group();
  const object = new Group();
  object.add(still, flows);
  const meshes: Mesh<BufferGeometry, RawShaderMaterial>[] = [];
  const named: Partial<Record<keyof Parts, Mesh>> = {};
  let paths: { dispose(): void } | null = null;
  const add = (group: Group, geometry: BufferGeometry, material: RawShaderMaterial): Mesh => {
    const mesh = new Mesh(unrolled(geometry), material);
    // Bounds of instances are not those of the unit shape; levels are hidden as a whole.
    mesh.frustumCulled = false;
    // Opaque: inner levels first, so that depth rejects what they hide; blended: outer levels first.
    mesh.renderOrder = (material.transparent ? order : -order) + meshes.length * 0.1;
    meshes.push(mesh);
    group.add(mesh);
    return mesh;
  };
  if (parts.cells) named.cells = add(still, cellGeometry(parts.cells), cellMaterial(near, local));
  if (parts.units) named.units = add(still, unitGeometry(parts.units), unitMaterial(near, local));
  if (parts.boxes) named.boxes = add(still, boxGeometry(parts.boxes), boxMaterial(near, local));
  if (parts.tubes) named.tubes = add(flows, tubeGeometry(parts.tubes), tubeMaterial(near, flow));
  // Cards are faded apart from bodies: large blended quads are dear where they only tint the whole view.
  const soft = { ...local, uFade: { value: 0 } };
  const cards = parts.cards ? add(still, cardGeometry(parts.cards), cardMaterial(near, soft)) : null;
  if (parts.fading) named.fading = add(flows, tubeGeometry(parts.fading), tubeMaterial(near, flow, true));
  if (parts.markers) {
    const markers = markerGeometry(parts.markers);
    paths = markers.paths;
    named.markers = add(flows, markers.geometry, markerMaterial(near, flow, markers.paths));
  }
  return {
    still,
    flows,
    object,
    meshes: named,
    local,
    flow,
    setCards(strength) {
      soft.uFade.value = strength;
      if (cards) cards.visible = strength > 0;
    },
    dispose() {
      paths?.dispose();
      for (const mesh of meshes) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
      object.removeFromParent();
    },
  };
}
