import { expect, it } from 'vitest';
import { decode, encode, encodedBytes, transferables } from '../../src/timeline/encode.ts';
import { handMadeTimeline } from './fixture.ts';

it('gives back the same timeline from one buffer', () => {
  const timeline = handMadeTimeline();
  const buffer = encode(timeline);
  expect(buffer.byteLength).toBe(encodedBytes(timeline));
  expect(decode(buffer)).toEqual(timeline);
});

it('gives the same bytes for the same timeline', () => {
  expect(new Uint8Array(encode(handMadeTimeline()))).toEqual(new Uint8Array(encode(handMadeTimeline())));
});

it('refuses another version, a cut buffer and anything else', () => {
  const buffer = encode(handMadeTimeline());
  const other = buffer.slice(0);
  new Float64Array(other, 0, 2)[1] = 2;
  expect(() => decode(other)).toThrow('timeline version must be 1: 2');
  expect(() => decode(buffer.slice(0, buffer.byteLength - 1))).toThrow(/timeline must be \d+ bytes/);
  expect(() => decode(new ArrayBuffer(64))).toThrow('not a timeline');
  expect(() => decode(new ArrayBuffer(3))).toThrow('not a timeline: 3 bytes');
});

it('lists every buffer once for a transfer', () => {
  const timeline = handMadeTimeline();
  expect(transferables(timeline)).toHaveLength(16);
  expect(transferables(decode(encode(timeline)))).toHaveLength(1);
});
