import { describe, expect, it } from 'vitest';
import { dark } from '../../../src/look/palette.ts';
import { drawChart } from '../../../src/panels/timeline/chart.ts';
import { lanesOf, rowAt, rowsIn } from '../../../src/panels/timeline/lanes.ts';
import { createRaster, fill, pixelOf } from '../../../src/panels/timeline/raster.ts';
import { rowsOf } from '../../../src/panels/timeline/rows.ts';
import { createRecorder } from '../../../src/timeline/recorder.ts';
import { Kind, Stream } from '../../../src/timeline/timeline.ts';
import { handMadeTimeline } from '../../timeline/fixture.ts';

const at = ({ pixels, width }: ReturnType<typeof createRaster>, x: number, y: number) =>
  pixels[y * width + x];
const count = ({ pixels }: ReturnType<typeof createRaster>, colour: string) =>
  pixels.filter((pixel) => pixel === pixelOf(colour)).length;

describe('a raster', () => {
  it('holds a colour in the order of its bytes, and mixes what covers a part of a pixel', () => {
    expect(pixelOf('#123456')).toBe(0xff563412);
    const raster = createRaster(4, 4);
    fill(raster, 0, 4, 0, 4, pixelOf('#000000'));
    fill(raster, 1, 3, 0.5, 2, pixelOf('#ffffff'));
    expect(at(raster, 1, 0)).toBe(0xff808080);
    expect(at(raster, 1, 1)).toBe(0xffffffff);
    expect(at(raster, 0, 1)).toBe(0xff000000);
    expect(at(raster, 1, 2)).toBe(0xff000000);
  });

  it('is never written beyond its edges', () => {
    const raster = createRaster(2, 2);
    fill(raster, -5, 9, -5, 9, 1);
    expect([...raster.pixels]).toEqual([1, 1, 1, 1]);
  });
});

describe('the chart of a step', () => {
  const timeline = handMadeTimeline();
  const look = { palette: dark, ratio: 1 };

  it('has forward on the floor of a row, backward hanging from its top, and traffic under it', () => {
    const raster = createRaster(230, 40);
    drawChart(raster, { timeline, rows: rowsOf(2, 24), stretch: { from: 0, to: 11.5 }, ...look });
    // Twenty pixels a second; the first stage runs forward in the first second and backward from 5 to 7.
    expect(at(raster, 10, 16)).toBe(pixelOf(dark.forward));
    expect(at(raster, 10, 0)).toBe(pixelOf(dark.panel));
    expect(at(raster, 120, 1)).toBe(pixelOf(dark.backward));
    expect(at(raster, 120, 17)).toBe(pixelOf(dark.panel));
    expect(at(raster, 210, 19)).toBe(pixelOf(dark.efa));
    expect(at(raster, 225, 8)).toBe(pixelOf(dark.optimizer));
  });

  it('ends where the step does', () => {
    const raster = createRaster(200, 20);
    drawChart(raster, { timeline, rows: rowsOf(1, 24), stretch: { from: 0, to: 23 }, ...look });
    expect(at(raster, 150, 10)).toBe(0);
  });

  it('keeps the shares of a hundred thousand spans', () => {
    const recorder = createRecorder(4);
    for (let cls = 0; cls < 4; cls++)
      for (let i = 0; i < 25_000; i++)
        recorder.span(cls, Stream.compute, {
          ...{ start: i * 1e-5, end: (i + 0.5) * 1e-5 },
          kind: i % 2 ? Kind.forward : Kind.backward,
        });
    const raster = createRaster(1000, 80);
    const whole = recorder.finish(0.25);
    drawChart(raster, { timeline: whole, rows: rowsOf(4, 24), stretch: { from: 0, to: 0.25 }, ...look });
    // A quarter of each row's 18 pixels is one, a quarter the other; the pixel they end in is mixed.
    expect(count(raster, dark.forward)).toBeGreaterThanOrEqual(4 * 1000 * 4);
    expect(count(raster, dark.backward)).toBeGreaterThanOrEqual(4 * 1000 * 4);
    expect(count(raster, dark.forward)).toBeLessThanOrEqual(4 * 1000 * 5);
  });
});

describe('lanes', () => {
  it('are one step, or two above each other where one is compared with another', () => {
    const [a, b] = [handMadeTimeline(), handMadeTimeline()];
    expect(lanesOf(a, null)).toHaveLength(1);
    expect(lanesOf(a, a)).toHaveLength(1);
    const lanes = lanesOf(b, a);
    expect(lanes.map(({ name, above }) => [name, above])).toEqual([
      ['A', 0],
      ['B', 2],
    ]);
    expect(rowsIn(lanes)).toBe(4);
    expect(rowAt(lanes, 1)).toEqual({ lane: lanes[0], row: { first: 1, last: 1 } });
    expect(rowAt(lanes, 2)).toEqual({ lane: lanes[1], row: { first: 0, last: 0 } });
    expect(rowAt(lanes, 4)).toBeNull();
  });
});
