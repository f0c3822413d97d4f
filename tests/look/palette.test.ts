import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/look/contrast.ts';
import { cssVariables } from '../../src/look/css.ts';
import { palettes } from '../../src/look/palette.ts';

describe('contrast', () => {
  it('is 21 between black and white, 1 of a colour with itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrastRatio('#3b82f6', '#3b82f6')).toBe(1);
    // The grey that is known to be the lightest to pass on white.
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(Object.entries(palettes))('the %s palette', (_, palette) => {
  const grounds = [palette.panel, ...palette.backdrop, palette.ground];

  it('makes words readable on every ground they stand on', () => {
    const words = { text: palette.text, quietText: palette.quietText, ...palette.ink };
    for (const [name, colour] of Object.entries(words))
      for (const ground of grounds)
        expect(contrastRatio(colour, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('sets work and traffic off from the panel by 3 to 1', () => {
    for (const name of ['forward', 'backward', 'optimizer', 'efa', 'neuronLink', 'focus'] as const)
      expect(contrastRatio(palette[name], palette.panel), name).toBeGreaterThanOrEqual(3);
    for (const [name, colour] of Object.entries(palette.group))
      expect(contrastRatio(colour, palette.panel), name).toBeGreaterThanOrEqual(3);
  });

  it('becomes custom properties, inks and facings included', () => {
    const variables = cssVariables(palette);
    expect(variables['--quiet-text']).toBe(palette.quietText);
    expect(variables['--ink-neuron-link']).toBe(palette.ink.neuronLink);
    expect(variables['--body-deep']).toBe(palette.body[2]);
    expect(variables['--backdrop-top']).toBe(palette.backdrop[0]);
    expect(variables['--group-data']).toBe(palette.group.data);
    expect(variables['--heat-2']).toBe(palette.heat[2]);
    for (const value of Object.values(variables)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });
});
