import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { type Modules, qrModules, qrSvg } from '../../src/export/code.ts';

/** What a camera reads, eight pixels a module. */
function read(modules: Modules): string | undefined {
  const side = modules.length * 8;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[y >> 3][x >> 3]) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return jsQR(pixels, side, side)?.data;
}

describe('the QR code of a link', () => {
  for (const length of [40, 180, 700, 1600])
    it(`is read as the link of ${length} characters that it was made from`, async () => {
      const start = 'https://example.org/rainier/?at=b3/h2/r4&t=7.85&title=étape&pad=';
      const link = (start + 'x'.repeat(length)).slice(0, Math.max(length, start.length));
      expect(read(await qrModules(link))).toBe(link);
    });

  it('has four light modules around', async () => {
    const modules = await qrModules('https://example.org/');
    const last = modules.length - 1;
    for (let i = 0; i <= last; i++)
      for (let k = 0; k < 4; k++)
        expect([modules[k][i], modules[last - k][i], modules[i][k], modules[i][last - k]]).toEqual([
          false,
          false,
          false,
          false,
        ]);
  });

  it('refuses more than a code can hold', async () => {
    await expect(qrModules('é'.repeat(1500))).rejects.toThrow('a code holds at most 2900 characters: 3000');
  });

  it('is drawn dark on light, as many squares as there are dark modules', async () => {
    const modules = await qrModules('https://example.org/');
    const svg = qrSvg(modules, 'A < B');
    expect(svg.match(/h1v1h-1z/g)?.length).toBe(modules.flat().filter(Boolean).length);
    expect(svg).toContain('<title>A &lt; B</title>');
    expect(svg).toContain(`viewBox="0 0 ${modules.length} ${modules.length}"`);
  });
});
