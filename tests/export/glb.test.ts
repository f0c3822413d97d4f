import { Box3, MeshStandardMaterial, PropertyBinding, Mesh as ThreeMesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { describe, expect, it } from 'vitest';
import { glbOf } from '../../src/export/glb.ts';
import { type Mesh, meshOf } from '../../src/export/mesh.ts';
import { ultraServerSolid } from '../../src/scene/ultraserver/solid.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { createClock } from '../../src/state/clock.ts';
import { openState } from '../../src/state/initial.ts';
import type { Session } from '../../src/state/session.tsx';
import { createRainierStore } from '../../src/state/store.ts';

const box = { at: [1, 2, 3], size: [2, 4, 6] } as const;
const tube = {
  points: [
    [0, 0, 0],
    [0, 1, 0],
    [1, 2, 0],
    [1, 2, 1],
  ],
  radius: 0.1,
} as const;

/** Share of the triangles whose winding agrees with their vertices' normals. */
function outward({ position, normal, index }: Mesh): number {
  const vertex = (from: Float32Array, i: number) => [...from.subarray(i * 3, i * 3 + 3)];
  let agree = 0;
  for (let t = 0; t < index.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => vertex(position, index[t + k]));
    const [u, v] = [b, c].map((p) => p.map((x, k) => x - a[k]));
    const face = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const mean = [0, 1, 2].map((k) =>
      [0, 1, 2].reduce((sum, corner) => sum + vertex(normal, index[t + corner])[k], 0),
    );
    if (face.reduce((sum, x, k) => sum + x * mean[k], 0) > 0) agree += 1;
  }
  return agree / (index.length / 3);
}

describe('meshes', () => {
  it('give a box twelve triangles that face outwards, at its corners', () => {
    const mesh = meshOf({ boxes: [box], tubes: [] });
    expect(mesh.index).toHaveLength(36);
    expect(outward(mesh)).toBe(1);
    const x = [...mesh.position].filter((_, i) => i % 3 === 0);
    expect([Math.min(...x), Math.max(...x)]).toEqual([0, 2]);
    const z = [...mesh.position].filter((_, i) => i % 3 === 2);
    expect([Math.min(...z), Math.max(...z)]).toEqual([0, 6]);
  });

  it('give a cable rings as thick as it is, also around corners', () => {
    const mesh = meshOf({ boxes: [], tubes: [tube] });
    expect(mesh.position).toHaveLength(4 * 6 * 3);
    expect(outward(mesh)).toBe(1);
    tube.points.forEach((point, i) => {
      for (let side = 0; side < 6; side++) {
        const at = mesh.position.subarray((i * 6 + side) * 3, (i * 6 + side) * 3 + 3);
        expect(Math.hypot(...point.map((v, k) => at[k] - v))).toBeCloseTo(0.1, 6);
      }
    });
  });
});

describe('an UltraServer as glTF', () => {
  const { state } = openState('?at=b1/h1/r4/u12', { reducedMotion: true, webgl: false });
  const result = simulateStep(state.resolved);
  const clock = createClock({ request: () => 0, cancel: () => {} }, 1);
  clock.setDuration(result.summary.step.seconds);
  clock.seek(result.summary.step.seconds / 2);
  const store = createRainierStore({ ...state, result, resultOf: state.resolved });
  const solid = ultraServerSolid({ store, clock } as Session);

  it('has 64 chips in the colours of what they do, 192 links and a cable of the fabric for each chip', () => {
    expect(solid.name).toBe('UltraServer b1/h1/r4/u12');
    const count = (start: string, what: 'boxes' | 'tubes') =>
      solid.parts
        .filter(({ name }) => name.startsWith(start))
        .reduce((sum, part) => sum + part[what].length, 0);
    expect(count('chips', 'boxes')).toBe(64);
    expect(count('NeuronLink', 'tubes')).toBe(192);
    expect(count('EFA', 'tubes')).toBe(64);
    expect(solid.parts.some(({ name }) => /^chips: (forward|backward|waiting)$/.test(name))).toBe(true);
  });

  it('is a file whose parts lie where it says', async () => {
    const bytes = await glbOf(solid, 'test').arrayBuffer();
    const view = new DataView(bytes);
    expect([view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)]).toEqual([
      0x46546c67,
      2,
      bytes.byteLength,
    ]);
    const length = view.getUint32(12, true);
    const file = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 20, length)));
    const begin = 20 + length + 8;
    expect(view.getUint32(20 + length, true)).toBe(file.buffers[0].byteLength);
    expect(begin + file.buffers[0].byteLength).toBe(bytes.byteLength);
    expect(file.asset).toMatchObject({ version: '2.0', extras: { source: 'test' } });
    expect(file.nodes[0].children).toHaveLength(solid.parts.length);
    for (const { primitives } of file.meshes) {
      const [{ attributes, indices }] = primitives;
      const at = file.accessors[attributes.POSITION];
      const data = new Float32Array(
        bytes.slice(begin + file.bufferViews[at.bufferView].byteOffset),
        0,
        at.count * 3,
      );
      for (let k = 0; k < 3; k++) {
        let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (let i = k; i < data.length; i += 3) {
          least = Math.min(least, data[i]);
          most = Math.max(most, data[i]);
        }
        expect([least, most]).toEqual([at.min[k], at.max[k]]);
      }
      const index = file.accessors[indices];
      const order = new Uint32Array(
        bytes.slice(begin + file.bufferViews[index.bufferView].byteOffset),
        0,
        index.count,
      );
      expect(order.reduce((a, b) => Math.max(a, b), 0)).toBe(at.count - 1);
    }
    // Two racks stand 2.2 to 3 m high with their cables.
    const top = Math.max(
      ...file.meshes.map(
        (mesh: { primitives: { attributes: { POSITION: number } }[] }) =>
          file.accessors[mesh.primitives[0].attributes.POSITION].max[1],
      ),
    );
    expect(top).toBeGreaterThan(2);
    expect(top).toBeLessThan(4);
  });

  it('opens in three’s loader as it was drawn: every part by its name, with its material, in metres', async () => {
    const bytes = await glbOf(solid, 'test').arrayBuffer();
    const { scene } = await new GLTFLoader().parseAsync(bytes, '');
    const meshes: ThreeMesh[] = [];
    scene.traverse((object) => object instanceof ThreeMesh && meshes.push(object));
    const plain = (name: string) => PropertyBinding.sanitizeNodeName(name);
    expect(meshes.map(({ name }) => name)).toEqual(solid.parts.map(({ name }) => plain(name)));
    for (const { geometry, material } of meshes) {
      expect(geometry.attributes.normal.count).toBe(geometry.attributes.position.count);
      expect(material).toBeInstanceOf(MeshStandardMaterial);
    }
    const size = new Box3().setFromObject(scene).getSize(new Vector3());
    // Two racks of 0.6 m side by side, cables in front of them and above.
    expect(size.x).toBeGreaterThan(1.2);
    expect(size.x).toBeLessThan(2);
    expect(size.y).toBeGreaterThan(2);
    expect(size.y).toBeLessThan(4);
  });
});
