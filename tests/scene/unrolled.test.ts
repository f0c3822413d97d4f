import { BufferAttribute, BufferGeometry, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { unrolled } from '../../src/scene/unrolled.ts';

describe('unrolled', () => {
  const instanced = (): InstancedBufferGeometry => {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]), 3));
    geometry.setAttribute('aKind', new InstancedBufferAttribute(new Uint8Array([7, 9]), 1));
    geometry.setIndex([2, 1, 0]);
    geometry.instanceCount = 2;
    return geometry;
  };

  it('repeats the template, and writes what it says of an instance to each of its vertices', () => {
    const plain = unrolled(instanced());
    expect([...plain.getAttribute('position').array]).toEqual([
      ...[0, 0, 0, 1, 0, 0, 0, 1, 0],
      ...[0, 0, 0, 1, 0, 0, 0, 1, 0],
    ]);
    expect(plain.getAttribute('aKind').array).toEqual(new Uint8Array([7, 7, 7, 9, 9, 9]));
    expect([...(plain.getIndex()?.array ?? [])]).toEqual([2, 1, 0, 5, 4, 3]);
    expect(plain).not.toBeInstanceOf(InstancedBufferGeometry);
  });

  it('leaves out what is beyond the count of instances', () => {
    const geometry = instanced();
    geometry.instanceCount = 1;
    expect(unrolled(geometry).getAttribute('aKind').array).toEqual(new Uint8Array([7, 7, 7]));
  });

  it('returns a plain geometry as it is', () => {
    const plain = new BufferGeometry();
    expect(unrolled(plain)).toBe(plain);
  });
});
