import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/look/contrast.ts';
import { palettes } from '../../src/look/palette.ts';
import { hexOf, rampAt } from '../../src/look/tone.ts';

/** Linear RGB as it looks without one kind of cones (Machado, Oliveira, Fernandes 2009, severity 1). */
const SEEN: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): number[] {
  return [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

/** CIE L*a*b* under D65 of a linear colour. */
function lab([r, g, b]: readonly number[]): number[] {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** A colour as someone with that deficiency sees it, or with none. */
function seen(hex: string, deficiency: string): number[] {
  const rgb = linear(hex);
  const rows = SEEN[deficiency];
  if (!rows) return lab(rgb);
  return lab(
    rows.map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          row.reduce((sum, k, i) => sum + k * rgb[i], 0),
        ),
      ),
    ),
  );
}

/** CIE76 distance of two colours as someone with that deficiency sees them. */
function apart(a: string, b: string, deficiency: string): number {
  const [p, q] = [a, b].map((hex) => seen(hex, deficiency));
  return Math.hypot(...p.map((v, i) => v - q[i]));
}

const MEANINGS = ['forward', 'backward', 'optimizer', 'waiting', 'efa', 'neuronLink', 'fault'] as const;
/** Far enough apart to be told at a glance in areas of a few pixels. */
const TOLD = 18;

describe.each(Object.entries(palettes))('the %s palette without one kind of cones', (_, palette) => {
  it.each(Object.keys(SEEN))('keeps its meanings apart in %s', (deficiency) => {
    for (const [i, a] of MEANINGS.entries())
      for (const b of MEANINGS.slice(i + 1)) {
        // No blue can part these two: there shape and place do.
        if (a === 'backward' && b === 'neuronLink') continue;
        expect(apart(palette[a], palette[b], deficiency), `${a} and ${b}`).toBeGreaterThanOrEqual(TOLD);
      }
  });

  it.each([...Object.keys(SEEN), 'full sight'])('keeps the kinds of group apart in %s', (deficiency) => {
    // Those that are in no group are drawn as what waits.
    const colours = Object.entries({ ...palette.group, none: palette.waiting });
    for (const [i, [one, a]] of colours.entries())
      for (const [other, b] of colours.slice(i + 1))
        expect(apart(a, b, deficiency), `${one} and ${other}`).toBeGreaterThanOrEqual(TOLD);
  });

  it.each([...Object.keys(SEEN), 'full sight'])(
    'tells little from much on every scale in %s',
    (deficiency) => {
      for (const name of ['ramp', 'heat'] as const) {
        const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => hexOf(rampAt(palette[name], share)));
        // One way in lightness from end to end, and each quarter a step that is seen.
        const lightness = steps.map((hex) => seen(hex, deficiency)[0]);
        const way = Math.sign(lightness[4] - lightness[0]);
        for (let i = 1; i < 5; i++) {
          expect(way * (lightness[i] - lightness[i - 1]), `${name} ${i}`).toBeGreaterThan(4);
          expect(apart(steps[i - 1], steps[i], deficiency), `${name} ${i}`).toBeGreaterThanOrEqual(7);
        }
        expect(way * (lightness[4] - lightness[0])).toBeGreaterThanOrEqual(40);
      }
    },
  );

  it('draws what waits with an edge of 3 to 1', () => {
    expect(contrastRatio(palette.edge, palette.ground)).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(palette.ink.waiting, palette.panel)).toBeGreaterThanOrEqual(3);
  });
});
