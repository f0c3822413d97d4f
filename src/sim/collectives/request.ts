import type { Algorithm, CollectiveDim, CollectiveKind, CollectiveRequest } from './collective.ts';
import { isPowerOfTwo } from './halvingDoubling.ts';

const KINDS: readonly CollectiveKind[] = ['allReduce', 'allGather', 'reduceScatter', 'allToAll'];
const DIM_KINDS: readonly CollectiveDim['kind'][] = ['ring', 'switch', 'full'];
const ALGORITHMS: readonly Algorithm[] = ['ring', 'halvingDoubling', 'direct'];
const MOST_DIMS = 8;
const MOST_RANKS = 2 ** 20;
const MOST_CHUNKS = 2 ** 14;

/**
 * The request in unknown JSON. `algorithm` is `auto` and `chunks` 1 where they are left out.
 * Throws one line that names the field and the value, such as `dims[0].size must be a whole number from 1 to
 * 1048576: 2.5`.
 */
export function readCollectiveRequest(value: unknown): CollectiveRequest {
  const request = record('request', value, ['kind', 'bytes', 'dims', 'algorithm', 'chunks']);
  const kind = oneOf('kind', request.kind, KINDS);
  const bytes = number('bytes', request.bytes, { above: 0, most: 1e18 });
  const { dims } = request;
  if (!Array.isArray(dims) || dims.length < 1 || dims.length > MOST_DIMS) {
    throw new Error(`dims must be a list of 1 to ${MOST_DIMS} dimensions: ${show(dims)}`);
  }
  const read = dims.map((dim, index) => readDim(`dims[${index}]`, dim));
  return {
    kind,
    bytes,
    dims: read,
    algorithm: readAlgorithm(request.algorithm, read),
    chunks: request.chunks === undefined ? 1 : whole('chunks', request.chunks, MOST_CHUNKS),
  };
}

function readDim(name: string, value: unknown): CollectiveDim {
  const dim = record(name, value, ['kind', 'size', 'bandwidth', 'latency', 'wrap']);
  if (dim.wrap !== undefined && typeof dim.wrap !== 'boolean') {
    throw new Error(`${name}.wrap must be true or false: ${show(dim.wrap)}`);
  }
  return {
    kind: oneOf(`${name}.kind`, dim.kind, DIM_KINDS),
    size: whole(`${name}.size`, dim.size, MOST_RANKS),
    bandwidth: number(`${name}.bandwidth`, dim.bandwidth, { from: 1, most: 1e18 }),
    latency: number(`${name}.latency`, dim.latency, { from: 0, most: 1e6 }),
    ...(dim.wrap === undefined ? {} : { wrap: dim.wrap }),
  };
}

function readAlgorithm(value: unknown, dims: readonly CollectiveDim[]): CollectiveRequest['algorithm'] {
  if (value === undefined || value === 'auto') return 'auto';
  if (!Array.isArray(value)) oneOf('algorithm', value, ['auto', ...ALGORITHMS]);
  const list = Array.isArray(value) ? value : dims.map(() => value);
  if (list.length !== dims.length) {
    throw new Error(`algorithm must name one for each of the ${dims.length} dims: ${show(value)}`);
  }
  const read = list.map((entry, index) =>
    oneOf(Array.isArray(value) ? `algorithm[${index}]` : 'algorithm', entry, ALGORITHMS),
  );
  read.forEach((algorithm, index) => {
    const { size } = dims[index];
    if (algorithm === 'halvingDoubling' && !isPowerOfTwo(size)) {
      throw new Error(`dims[${index}].size must be a power of two for halvingDoubling: ${size}`);
    }
  });
  return Array.isArray(value) ? read : (read[0] as Algorithm);
}

function record(name: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${name} must be an object: ${show(value)}`);
  }
  for (const field of Object.keys(value)) {
    if (!fields.includes(field)) {
      const path = name === 'request' ? field : `${name}.${field}`;
      throw new Error(`${show(path).slice(1, -1)} is not a field of ${name}; it has ${fields.join(', ')}`);
    }
  }
  return value as Record<string, unknown>;
}

function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) {
    throw new Error(`${name} must be one of ${allowed.join(', ')}: ${show(value)}`);
  }
  return value as T;
}

function whole(name: string, value: unknown, most: number): number {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most) {
    throw new Error(`${name} must be a whole number from 1 to ${most}: ${show(value)}`);
  }
  return value as number;
}

function number(
  name: string,
  value: unknown,
  bound: { above?: number; from?: number; most: number },
): number {
  const low = bound.above ?? bound.from ?? 0;
  const fits = typeof value === 'number' && value >= low && value !== bound.above && value <= bound.most;
  if (!fits) {
    const range = bound.above === undefined ? `from ${low}` : `above ${low}`;
    throw new Error(`${name} must be a number ${range} to ${bound.most}: ${show(value)}`);
  }
  return value;
}

/** The value on one short line. */
function show(value: unknown): string {
  // A number too large for JSON has come as Infinity, which it would write as null.
  const text =
    value === undefined ? 'missing' : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
