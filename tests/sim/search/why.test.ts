import { describe, expect, it } from 'vitest';
import { type Told, whyItLoses } from '../../../src/sim/search/why.ts';

const BEST: Told = {
  seconds: 10,
  breakdown: {
    compute: 8,
    bubble: 0.5,
    tensor: 0.5,
    context: 0,
    expert: 0,
    pipeline: 0.5,
    data: 0.3,
    optimizer: 0.2,
  },
  memory: { total: 60e9, capacity: 96e9 },
};

describe('whyItLoses', () => {
  it('names the part that grows most, and the one that shrinks', () => {
    const own = { ...BEST, seconds: 12, breakdown: { ...BEST.breakdown, bubble: 3, tensor: 0 } };
    expect(whyItLoses(own, BEST)).toBe(
      '20.0 % slower: 2.50 s more pipeline bubble, though 500 ms less exposed tensor collectives',
    );
  });

  it('says by how much a layout does not fit', () => {
    const own = { ...BEST, memory: { total: 97.25e9, capacity: 96e9 } };
    expect(whyItLoses(own, BEST)).toBe('does not fit: 1.3 GB more than the 96.0 GB of a chip');
  });

  it('says so of equals', () => {
    expect(whyItLoses({ ...BEST, seconds: 10.01 }, BEST)).toBe('as fast as the best');
  });
});
