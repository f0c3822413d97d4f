import { Group, Mesh } from 'three';
import { markerMaterial } from '../near/markerMaterial.ts';
import { markerGeometry, ridersOf } from '../near/markers.ts';
import { createLocalUniforms, type NearUniforms } from '../near/uniforms.ts';
import { unrolled } from '../unrolled.ts';
import { neuronLinkCables } from './cables.ts';
import { linkMaterial } from './linkMaterial.ts';
import { morphGeometry, ways } from './morph.ts';
import { tabletGeometry, tabletMaterial } from './tablets.ts';

/** Length of an arrow in the cube, metres. */
const DART = 0.038;

/** The torus on its way out of the racks, in the UltraServer's frame: three draws. */
export interface Unfolded {
  readonly object: Group;
  /** `share`: 0 in the racks … 1 the cube; `fade`: 0 not there … 1 fully there. */
  show(share: number, fade: number): void;
  dispose(): void;
}

export function createUnfolded(near: NearUniforms): Unfolded {
  const share = { value: 0 };
  const local = createLocalUniforms(0, 1);
  const signs = createLocalUniforms(0, 1);
  const all = ways(neuronLinkCables());
  const markers = markerGeometry(
    all.flatMap(({ cable, cube }) => ridersOf({ ...cable, points: cube }, DART, 'dart')),
  );
  const meshes = [
    new Mesh(tabletGeometry(), tabletMaterial(near, local, share)),
    new Mesh(morphGeometry(all), linkMaterial(near, local, share)),
    new Mesh(unrolled(markers.geometry), markerMaterial(near, signs, markers.paths, true)),
  ];
  const object = new Group();
  meshes.forEach((mesh, i) => {
    mesh.frustumCulled = false;
    // Before the racks, whose depth they then spare; arrows are blended over both.
    mesh.renderOrder = i < 2 ? -26 + i : 26;
    object.add(mesh);
  });
  return {
    object,
    show(value, fade) {
      object.visible = value > 0 && fade > 0;
      share.value = value;
      local.uFade.value = fade;
      // Arrows ride on the links of the cube: they wait until those stand.
      signs.uFade.value = fade * Math.max(0, (value - 0.9) / 0.1);
      meshes[2].visible = signs.uFade.value > 0;
    },
    dispose() {
      markers.paths.dispose();
      for (const { geometry, material } of meshes) {
        geometry.dispose();
        material.dispose();
      }
      object.removeFromParent();
    },
  };
}
