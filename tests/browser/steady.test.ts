import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

/** Frames of one slow move. */
const FRAMES = 9;

/** Home view's camera of each level, turned by a fraction of a pixel's worth a frame: azimuth, elevation, metres. */
const MOVES = [
  { at: '', cam: [-27, 31, 1500], step: 0.05 },
  { at: 'b1', cam: [-30, 36, 345], step: 0.05 },
  { at: 'b1/h1', cam: [-36, 36, 90], step: 0.05 },
  { at: 'b1/h1', cam: [-60, 12, 60], step: 0.05 },
  { at: 'b1/h1/r1', cam: [-64, 16, 10.6], step: 0.04 },
  { at: 'b1/h1/r1/u1', cam: [-70, 10, 6.62], step: 0.04 },
] as const;

/**
 * Flicker of a move: how far each pixel's brightness leaves the straight line between its neighbours in time, |a − 2b +
 * c| / 2, 0 … 1. An edge that passes gives a pixel that once; what shimmers gives it in many frames, so a pixel counts
 * by the middle of its values over the move. Returns the mean over the picture, and the share of pixels over 0.06.
 */
function flicker(page: Page, { at, cam, step }: (typeof MOVES)[number]) {
  return page.evaluate(
    async ({ place, pose, by, count }) => {
      const { rainier } = window;
      const frames: Float32Array[] = [];
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 360;
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      for (let i = 0; i < count; i++) {
        const [azimuth, elevation, distance] = pose;
        await rainier.setState({
          view: {
            at: place,
            cam: { azimuth: azimuth + i * by, elevation, distance, shift: [0, 0, 0] },
          },
        });
        const blob = await rainier.screenshot({ width: 640, height: 360, type: 'image/png' });
        context.drawImage(await createImageBitmap(blob), 0, 0);
        const { data } = context.getImageData(0, 0, 640, 360);
        const light = new Float32Array(640 * 360);
        for (let p = 0; p < light.length; p++)
          light[p] = (0.299 * data[p * 4] + 0.587 * data[p * 4 + 1] + 0.114 * data[p * 4 + 2]) / 255;
        frames.push(light);
      }
      let sum = 0;
      let over = 0;
      let moved = 0;
      const values: number[] = [];
      for (let p = 0; p < frames[0].length; p++) {
        values.length = 0;
        for (let i = 1; i + 1 < count; i++)
          values.push(Math.abs(frames[i - 1][p] - 2 * frames[i][p] + frames[i + 1][p]) / 2);
        const middle = values.sort((a, b) => a - b)[values.length >> 1];
        sum += middle;
        if (middle > 0.06) over += 1;
        if (Math.abs(frames[0][p] - frames[count - 1][p]) > 0.01) moved += 1;
      }
      const all = frames[0].length;
      return { mean: sum / all, over: over / all, moved: moved / all };
    },
    { place: at, pose: cam, by: step, count: FRAMES },
  );
}

/** Mean difference in brightness, 0 … 1, between the pictures of one view and the next. */
function differences(page: Page, views: readonly { at: string; cam: readonly number[] | null }[]) {
  return page.evaluate(async (all) => {
    const { rainier } = window;
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 270;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    let before: Uint8ClampedArray | null = null;
    const found: number[] = [];
    for (const { at, cam } of all) {
      if (cam) {
        const [azimuth, elevation, distance] = cam;
        await rainier.setState({ view: { at, cam: { azimuth, elevation, distance, shift: [0, 0, 0] } } });
      } else await rainier.flyTo(at, { seconds: 0 });
      const blob = await rainier.screenshot({ width: 480, height: 270, type: 'image/png' });
      context.drawImage(await createImageBitmap(blob), 0, 0);
      const { data } = context.getImageData(0, 0, 480, 270);
      if (before) {
        let sum = 0;
        for (let p = 0; p < data.length; p += 4)
          sum += Math.abs(data[p] - before[p]) + Math.abs(data[p + 1] - before[p + 1]);
        found.push(sum / ((data.length / 4) * 2 * 255));
      }
      before = data;
    }
    return found;
  }, views);
}

describe('the picture', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serve();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  for (const quality of ['low', 'high'])
    it(`does not shimmer while the camera moves slowly, ${quality} quality`, async () => {
      const { page } = await open(browser, site, `?play=0&t=2.5&quality=${quality}&labels=0`);
      for (const move of MOVES) {
        const { mean, over, moved } = await flicker(page, move);
        const where = `${move.at || 'campus'} from ${move.cam[2]} m: mean ${mean.toFixed(5)}, over ${over.toFixed(5)}, moved ${moved.toFixed(3)}`;
        if (process.env.FLICKER) console.log(quality, where);
        expect(moved, where).toBeGreaterThan(0.005);
        expect(mean, where).toBeLessThan(0.0025);
        expect(over, where).toBeLessThan(0.003);
      }
      await page.close();
    });

  it('looks the same at the far corner of the campus as near its middle, to a chip', async () => {
    const { page } = await open(browser, site, '?play=0&t=2.5&quality=low&labels=0&cluster=rainier-2026');
    for (const inside of ['s1/t2/c1', 's4/t9/c2']) {
      const [apart] = await differences(page, [
        { at: `b1/h1/r1/u1/${inside}`, cam: null },
        { at: `b14/h1/r1/u1/${inside}`, cam: null },
      ]);
      if (process.env.FLICKER) console.log(inside, apart);
      expect(apart, inside).toBeLessThan(0.002);
    }
    await page.close();
  });

  it('changes by degrees on the way from the campus to a chip: nothing pops', async () => {
    const { page } = await open(browser, site, '?play=0&t=2.5&quality=low&labels=0');
    const views = Array.from({ length: 144 }, (_, i) => ({
      at: 'b3/h2/r4/u17/s2/t5/c1',
      cam: [-60, 34, 1500 * Math.exp(-i * 0.06)],
    }));
    const steps = await differences(page, views);
    // Against what its neighbours change, for the picture itself grows at every step.
    const jumps = steps.map((step, i) => {
      const near = steps.slice(Math.max(0, i - 4), i + 5).sort((a, b) => a - b);
      return { i, step, jump: step - near[near.length >> 1] };
    });
    const worst = jumps.sort((a, b) => b.jump - a.jump).slice(0, 8);
    if (process.env.FLICKER)
      console.log(worst.map(({ i, step, jump }) => [views[i].cam[2].toFixed(3), step, jump]));
    expect(worst[0].jump, `at ${views[worst[0].i].cam[2].toFixed(2)} m`).toBeLessThan(0.015);
    await page.close();
  });
});
