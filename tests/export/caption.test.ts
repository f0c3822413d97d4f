import { describe, expect, it } from 'vitest';
import { type CaptionText, layoutCaption } from '../../src/export/caption.ts';

/** Every letter as wide as six tenths of its size. */
const measure = (text: string, size: number): number => text.length * size * 0.6;
const TEXT: CaptionText = {
  title: 'UltraServers side by side in a row of a hall',
  second: 't = 7.85 s of a step of 9.94 s',
  source: 'Inside Project Rainier, simulated: Llama 3.1 405B on Project Rainier, October 2025 · 2026-11-24',
  legend: [
    { meaning: 'forward', text: 'Forward' },
    { meaning: 'backward', text: 'Backward' },
    { meaning: 'waiting', text: 'Waiting' },
  ],
};

describe('the caption of a picture', () => {
  for (const [width, height] of [
    [1280, 720],
    [720, 1280],
    [960, 960],
    [240, 3840],
  ])
    it(`keeps every line inside ${width} × ${height}, and its areas around them`, () => {
      const { lines, areas } = layoutCaption(width, height, TEXT, measure);
      for (const line of lines) {
        expect(line.x).toBeGreaterThanOrEqual(0);
        expect(line.x + measure(line.text, line.size)).toBeLessThanOrEqual(width - 30 + 1e-9);
        expect(line.y).toBeGreaterThan(0);
        expect(line.y).toBeLessThan(height);
        const around = areas.filter(
          ({ left, top, ...area }) =>
            left <= line.x &&
            left + area.width >= line.x + measure(line.text, line.size) &&
            top < line.y &&
            top + area.height > line.y,
        );
        expect(around.length).toBe(1);
      }
      expect(areas).toHaveLength(2);
    });

  it('says all of it where there is room', () => {
    const { lines } = layoutCaption(1280, 720, TEXT, measure);
    const said = lines.filter(({ swatch }) => !swatch).map(({ text }) => text);
    expect(said).toEqual([TEXT.title, TEXT.second, TEXT.source]);
  });

  it('breaks a long title into two lines, and ends what does not fit in an ellipsis', () => {
    const title = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    const { lines } = layoutCaption(500, 500, { ...TEXT, title }, measure);
    const titles = lines.filter(({ weight }) => weight === 600).map(({ text }) => text);
    expect(titles).toEqual(['one two three four five six', 'seven eight nine ten…']);
  });

  it('explains colours above the source, side by side, and in lines where there is no room', () => {
    const entries = (width: number) =>
      layoutCaption(width, 720, TEXT, measure).lines.filter(({ swatch }) => swatch);
    const wide = entries(1280);
    expect(wide.map(({ swatch }) => swatch)).toEqual(['forward', 'backward', 'waiting']);
    expect(new Set(wide.map(({ y }) => y)).size).toBe(1);
    expect(wide[1].x).toBeGreaterThan(wide[0].x + measure('Forward', 12));
    const narrow = entries(200);
    expect(new Set(narrow.map(({ y }) => y)).size).toBe(3);
    expect(narrow[0].y).toBeLessThan(narrow[2].y);
    const source = layoutCaption(1280, 720, TEXT, measure)
      .lines.filter(({ quiet }) => quiet)
      .at(-1);
    expect(wide[0].y).toBeLessThan((source?.y ?? 0) - 10);
  });

  it('leaves no area where nothing is said', () => {
    expect(layoutCaption(800, 600, { title: '', second: '', source: '', legend: [] }, measure)).toEqual({
      lines: [],
      areas: [],
    });
  });
});
