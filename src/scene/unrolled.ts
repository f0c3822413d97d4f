import {
  BufferAttribute,
  BufferGeometry,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type TypedArray,
} from 'three';

/**
 * The same picture as an instanced geometry in one plain draw: its template repeated, what it says of an instance
 * written to each vertex. A software renderer sets up every instance as a draw of its own, some 10 µs each, whatever
 * its size; a graphics card draws either as fast. An instanced geometry is let go, any other returned as it is.
 */
export function unrolled(instanced: BufferGeometry): BufferGeometry {
  if (!(instanced instanceof InstancedBufferGeometry)) return instanced;
  const plain = new BufferGeometry();
  const count = instanced.instanceCount;
  const template = instanced.getAttribute('position').count;
  for (const [name, attribute] of Object.entries(instanced.attributes)) {
    const { itemSize } = attribute;
    const from = attribute.array;
    const array = new (from.constructor as new (length: number) => TypedArray)(count * template * itemSize);
    const each = attribute instanceof InstancedBufferAttribute;
    for (let i = 0; i < count; i++)
      for (let v = 0; v < template; v++)
        for (let k = 0; k < itemSize; k++)
          array[(i * template + v) * itemSize + k] = from[(each ? i : v) * itemSize + k];
    plain.setAttribute(name, new BufferAttribute(array, itemSize, attribute.normalized));
  }
  const index = instanced.getIndex();
  if (index) {
    const many = count * template > 0xffff;
    const all = new (many ? Uint32Array : Uint16Array)(count * index.count);
    for (let i = 0; i < count; i++)
      for (let k = 0; k < index.count; k++) all[i * index.count + k] = i * template + index.getX(k);
    plain.setIndex(new BufferAttribute(all, 1));
  }
  instanced.dispose();
  return plain;
}
