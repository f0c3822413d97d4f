import { Group, Mesh } from 'three';
import { boxGeometry } from '../near/boxes.ts';
import { boxMaterial } from '../near/boxMaterial.ts';
import { cardGeometry, cardMaterial } from '../near/cards.ts';
import { cellMaterial } from '../near/cellMaterial.ts';
import { cellGeometry } from '../near/cells.ts';
import { markerMaterial } from '../near/markerMaterial.ts';
import { markerGeometry } from '../near/markers.ts';
import { tubeMaterial } from '../near/tubeMaterial.ts';
import { tubeGeometry } from '../near/tubes.ts';
import { createLocalUniforms, type LocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { chipWindows, rackBoxes, rackCards } from './bodies.ts';
import { efaCables, neuronLinkCables } from './cables.ts';
import { cableDarts, efaChevrons } from './signs.ts';

/** A level's drawing: meshes in the level's own frame, and how it is faded. */
export interface NearModel {
  readonly object: Group;
  readonly local: LocalUniforms;
  /** Parts that go when something inside is looked at. */
  readonly flows: Group;
  dispose(): void;
}

/** The two racks of an UltraServer with their cables, in the UltraServer's frame: six draws. */
export function createUltraServerModel(near: NearUniforms): NearModel {
  const local = createLocalUniforms(0, 1.1);
  /** Cables have a fade of their own: they draw back when a tray is pulled out. */
  const cables = neuronLinkCables();
  const efa = efaCables();
  const object = new Group();
  const flows = new Group();
  const markers = markerGeometry([...cableDarts(cables), ...efaChevrons(efa)]);
  const still = [
    new Mesh(cellGeometry(chipWindows()), cellMaterial(near, local)),
    new Mesh(boxGeometry(rackBoxes()), boxMaterial(near, local)),
    new Mesh(cardGeometry(rackCards()), cardMaterial(near, local)),
  ];
  const moving = [
    new Mesh(tubeGeometry(cables), tubeMaterial(near, local)),
    new Mesh(tubeGeometry(efa, 5), tubeMaterial(near, local, true)),
    new Mesh(markers.geometry, markerMaterial(near, local, markers.paths)),
  ];
  const meshes = [...still, ...moving];
  // Opaque bodies first, then soft cards, then what fades out or lies on top.
  meshes.forEach((mesh, i) => {
    mesh.renderOrder = i;
    mesh.frustumCulled = false;
  });
  object.add(...still, flows);
  flows.add(...moving);
  return {
    object,
    local,
    flows,
    dispose() {
      markers.paths.dispose();
      for (const mesh of meshes) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    },
  };
}
