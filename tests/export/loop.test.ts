import { describe, expect, it } from 'vitest';
import { differing } from '../../src/export/loop.ts';

describe('frames of a GIF', () => {
  it('say only what changed since the frame before', () => {
    expect([...differing(Uint8Array.of(1, 2, 3, 4), Uint8Array.of(1, 9, 3, 0), 255)]).toEqual([
      255, 2, 255, 4,
    ]);
  });
});
