import { expect, it } from 'vitest';
import { readCollectiveRequest } from '../../../src/sim/collectives/request.ts';

const dim = { kind: 'ring', size: 4, bandwidth: 64e9, latency: 5e-7 };
const request = { kind: 'allReduce', bytes: 1e6, dims: [dim], algorithm: 'ring', chunks: 2 };

it('reads a request and fills what is left out', () => {
  expect(readCollectiveRequest(request)).toEqual(request);
  expect(readCollectiveRequest({ kind: 'allReduce', bytes: 1e6, dims: [dim] })).toEqual({
    ...{ kind: 'allReduce', bytes: 1e6, dims: [dim], algorithm: 'auto', chunks: 1 },
  });
});

it.each([
  [null, 'request must be an object: null'],
  [{ ...request, kind: 'broadcast' }, 'kind must be one of allReduce'],
  [{ ...request, bytes: -5 }, 'bytes must be a number above 0 to 1000000000000000000: -5'],
  [{ ...request, bytes: '5' }, 'bytes must be a number above 0 to 1000000000000000000: "5"'],
  [{ ...request, bytes: undefined }, 'bytes must be a number above 0 to 1000000000000000000: missing'],
  [{ ...request, dims: [] }, 'dims must be a list of 1 to 8 dimensions: []'],
  [
    { ...request, dims: [{ ...dim, size: 2.5 }] },
    'dims[0].size must be a whole number from 1 to 1048576: 2.5',
  ],
  [
    { ...request, dims: [{ ...dim, bandwidth: 0 }] },
    'dims[0].bandwidth must be a number from 1 to 1000000000000000000: 0',
  ],
  [{ ...request, dims: [{ ...dim, latency: -1 }] }, 'dims[0].latency must be a number from 0 to 1000000: -1'],
  [{ ...request, dims: [{ ...dim, wrap: 1 }] }, 'dims[0].wrap must be true or false: 1'],
  [{ ...request, dims: [{ ...dim, colour: 1 }] }, 'dims[0].colour is not a field of dims[0]'],
  [{ ...request, algorithm: 'tree' }, 'algorithm must be one of auto, ring, halvingDoubling, direct: "tree"'],
  [{ ...request, algorithm: ['ring', 'ring'] }, 'algorithm must name one for each of the 1 dims'],
  [
    { ...request, dims: [{ ...dim, size: 12 }], algorithm: 'halvingDoubling' },
    'dims[0].size must be a power of two for halvingDoubling: 12',
  ],
  [{ ...request, chunks: 0 }, 'chunks must be a whole number from 1 to 16384: 0'],
  [{ ...request, speed: 1 }, 'speed is not a field of request'],
])('refuses %j', (value, message) => {
  expect(() => readCollectiveRequest(value)).toThrow(message as string);
});
