import { describe, expect, it } from 'vitest';
import { chipSpec } from '../../../src/facts/chips.ts';
import { constantsOf } from '../../../src/sim/calibration/chips.ts';

describe('constantsOf', () => {
  it.each([
    ['NVIDIA H100 500W', 'H100 (500 W)'],
    ['Google TPU v4', 'TPU v4'],
    ['TPU v5p', 'TPU v5p'],
    ['Acme 500W', 'Acme 500W'],
    ['Foo v4', 'Foo v4'],
  ])('takes %s for %s', (name, constants) => {
    expect(constantsOf({ ...chipSpec('h100'), name }).name).toBe(constants);
  });
});
