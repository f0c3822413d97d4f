import type { Solid } from '../state/solid.ts';
import { meshOf } from './mesh.ts';

/** Numbers of the binary form of glTF 2.0. */
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;
const FLOAT = 5126;
const UNSIGNED_INT = 5125;
const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;

/** A solid as a binary glTF 2.0 file: a node, a mesh and a material for each part, metres, y upwards. `source` says in the
 *  file where it comes from. */
export function glbOf({ name, parts }: Solid, source: string): Blob {
  const meshes = parts.map(meshOf);
  const chunks: ArrayBuffer[] = [];
  const bufferViews: object[] = [];
  const accessors: object[] = [];
  let offset = 0;
  const put = (data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, accessor: object): number => {
    const target = data instanceof Uint32Array ? ELEMENT_ARRAY_BUFFER : ARRAY_BUFFER;
    bufferViews.push({ buffer: 0, byteOffset: offset, byteLength: data.byteLength, target });
    accessors.push({ bufferView: bufferViews.length - 1, ...accessor });
    chunks.push(data.buffer);
    offset += data.byteLength;
    return accessors.length - 1;
  };
  const primitives = meshes.map(({ position, normal, index }, material) => {
    const count = position.length / 3;
    const vectors = { componentType: FLOAT, type: 'VEC3', count };
    return {
      attributes: {
        POSITION: put(position, { ...vectors, ...bounds(position) }),
        NORMAL: put(normal, vectors),
      },
      indices: put(index, { componentType: UNSIGNED_INT, type: 'SCALAR', count: index.length }),
      material,
    };
  });
  const file = {
    asset: {
      version: '2.0',
      generator: 'Inside Project Rainier',
      copyright: 'CC BY 4.0',
      extras: { source },
    },
    scene: 0,
    scenes: [{ name, nodes: [0] }],
    nodes: [
      { name, children: parts.map((_, i) => i + 1) },
      ...parts.map((part, i) => ({ name: part.name, mesh: i })),
    ],
    meshes: parts.map((part, i) => ({ name: part.name, primitives: [primitives[i]] })),
    materials: parts.map((part) => ({
      name: part.name,
      pbrMetallicRoughness: {
        // What shines is not lit as well, or it would be white.
        baseColorFactor: [...linear(part.colour, part.glows ? 0.3 : 1), 1],
        metallicFactor: 0.1,
        roughnessFactor: 0.7,
      },
      ...(part.glows ? { emissiveFactor: linear(part.colour, 0.75) } : {}),
    })),
    buffers: [{ byteLength: offset }],
    ...{ bufferViews, accessors },
  };
  const text = new TextEncoder().encode(JSON.stringify(file));
  // Chunks begin at every fourth byte; text is filled up with spaces.
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  padded.set(text);
  const total = 12 + 8 + padded.length + 8 + offset;
  const head = Uint32Array.of(MAGIC, 2, total, padded.length, JSON_CHUNK);
  const body = Uint32Array.of(offset, BIN_CHUNK);
  return new Blob([head, padded, body, ...chunks], { type: 'model/gltf-binary' });
}

/** Corners of the box around all vertices: positions must say theirs. */
function bounds(position: Float32Array): { min: number[]; max: number[] } {
  const min = [0, 1, 2].map(() => Number.POSITIVE_INFINITY);
  const max = [0, 1, 2].map(() => Number.NEGATIVE_INFINITY);
  position.forEach((value, i) => {
    min[i % 3] = Math.min(min[i % 3], value);
    max[i % 3] = Math.max(max[i % 3], value);
  });
  return { min, max };
}

/** A share of an sRGB colour as linear light, 0 … 1. */
function linear(hex: string, share: number): number[] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [16, 8, 0].map((shift) => {
    const v = ((n >> shift) & 255) / 255;
    return Number((share * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).toFixed(5));
  });
}
