import { describe, expect, it } from 'vitest';
import { checkSize, sizeOf } from '../../src/export/size.ts';
import { unitsOf } from '../../src/state/easel.ts';

describe('sizes of pictures', () => {
  it('gives a shape its longer side, and both sides even', () => {
    expect(sizeOf('16:9', 1920)).toEqual({ width: 1920, height: 1080 });
    expect(sizeOf('9:16', 1920)).toEqual({ width: 1080, height: 1920 });
    expect(sizeOf('4:3', 4096)).toEqual({ width: 4096, height: 3072 });
    expect(sizeOf('1:1', 1001)).toEqual({ width: 1002, height: 1002 });
    expect(sizeOf('16:9', 4096)).toEqual({ width: 4096, height: 2304 });
  });

  it('refuses what cannot be drawn, by name and value', () => {
    expect(checkSize({ width: 4096, height: 64 })).toEqual({ width: 4096, height: 64 });
    expect(() => checkSize({ width: 4097, height: 100 })).toThrow(
      'width must be a whole number of pixels from 64 to 4096: 4097',
    );
    expect(() => checkSize({ width: 100, height: Number.NaN })).toThrow('height must be');
    expect(() => checkSize({ width: 100.5, height: 100 })).toThrow('width must be');
  });

  it('composes every picture in the same number of units', () => {
    expect(unitsOf(1280, 720)).toEqual({ width: 1280, height: 720, scale: 1 });
    const large = unitsOf(4096, 2304);
    expect([large.width, large.height, large.scale].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([
      1280, 720, 3.2,
    ]);
    const tall = unitsOf(1080, 1920);
    expect(tall.width / tall.height).toBeCloseTo(9 / 16, 12);
    expect(tall.width * tall.height).toBeCloseTo(1280 * 720, 6);
  });
});
