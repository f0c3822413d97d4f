import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colourDistances, differenceOf, type Pixels } from './pictures.ts';
import { launch, open, type Site, serve } from './site.ts';

/** The stored pictures, and where what differs from them is drawn. */
const STORED = path.resolve('tests/browser/reference');
const DRAWN = path.resolve('tests/browser/.shots');
/** Drawn at twice the size that is stored, so that one pixel's edge weighs little. */
const WIDTH = 512;
const HEIGHT = 288;
/** Farthest two pictures of the same may be, in colour distances (pictures.ts): their mean, and the share of blocks that
 *  anyone would notice. Another processor rounds a little differently. */
const MEAN = 0.35;
const NOTICED = 6;
const SHARE = 0.004;
const MOST_BYTES = 60_000;

const U = 'b3/h2/r4/u17';
const VIEWS: Readonly<
  Record<string, { at: string; t: number; theme?: string; axis?: string; unfolded?: true }>
> = {
  campus: { at: '', t: 3.2 },
  'campus-light': { at: '', t: 3.2, theme: 'light' },
  'campus-contrast': { at: '', t: 7.9, theme: 'contrast' },
  building: { at: 'b1', t: 3.2 },
  hall: { at: 'b3/h2', t: 3.2 },
  'hall-light': { at: 'b3/h2', t: 5, theme: 'light' },
  row: { at: 'b3/h2/r4', t: 3.2 },
  ultraserver: { at: U, t: 3.2 },
  'ultraserver-z-light': { at: U, t: 3.2, theme: 'light', axis: 'z' },
  unfolded: { at: U, t: 3.2, unfolded: true },
  'tray-light': { at: `${U}/s2/t5`, t: 3.2, theme: 'light' },
  chip: { at: `${U}/s2/t5/c1`, t: 3.2 },
  core: { at: `${U}/s2/t5/c1/n3`, t: 3.2 },
};

/** Puts the page into a view and returns the canvas alone, at half its size, as PNG in base64; asked until it rests. */
async function pictureOf(page: Page, view: (typeof VIEWS)[string]): Promise<string> {
  await page.evaluate(async ({ at, t, theme = 'dark', axis = null, unfolded = false }) => {
    window.rainier.select(at === '' ? null : at);
    // Through the lens of the step playback keeps its pace, which shares of time are measured by.
    await window.rainier.setState({
      view: { at, cam: null, lens: 'step' },
      time: { seconds: t, playing: false, speed: 0.1 },
      theme,
      axis,
      unfolded,
    });
  }, view);
  let last = '';
  for (let asked = 0; asked < 20; asked++) {
    await page.waitForTimeout(300);
    const now = await page.evaluate(
      async ([width, height]) => {
        const blob = await window.rainier.screenshot({ width, height, type: 'image/png' });
        const bitmap = await createImageBitmap(blob);
        const canvas = document.createElement('canvas');
        canvas.width = width / 2;
        canvas.height = height / 2;
        const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
        context.imageSmoothingQuality = 'low';
        context.drawImage(bitmap, 0, 0, width / 2, height / 2);
        // Six bits a channel: a third fewer bytes, and no difference that anyone could see.
        const image = context.getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < image.data.length; i++) image.data[i] = Math.round(image.data[i] / 4) * 4;
        context.putImageData(image, 0, 0);
        return canvas.toDataURL('image/png').split(',')[1];
      },
      [WIDTH, HEIGHT] as const,
    );
    if (now === last) return now;
    last = now;
  }
  throw new Error(`the picture never rests at ${view.at || 'campus'}`);
}

function decode(page: Page, png: string): Promise<Pixels> {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, height: canvas.height, data: [...data] };
  }, png);
}

async function draw(
  page: Page,
  name: string,
  { width, height }: Pixels,
  data: Uint8ClampedArray,
): Promise<void> {
  const png = await page.evaluate(
    ({ w, h, bytes }) => {
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(bytes), w, h), 0, 0);
      return canvas.toDataURL('image/png').split(',')[1];
    },
    { w: width, h: height, bytes: [...data] },
  );
  mkdirSync(DRAWN, { recursive: true });
  writeFileSync(path.join(DRAWN, name), png, 'base64');
}

describe('the picture stays as it was meant', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serve();
    browser = await launch();
    ({ page } = await open(browser, site, '?play=0&speed=0.1&lens=step&quality=low&labels=0&motion=reduced'));
    // Wider than any composition, so that none steps back for what stands around the picture.
    await page.setViewportSize({ width: 1600, height: 760 });
    await page.waitForTimeout(1000);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it.each(Object.entries(VIEWS))('at %s', async (name, view) => {
    const file = path.join(STORED, `${name}.png`);
    const now = await pictureOf(page, view);
    if (process.env.REFERENCE === 'write') {
      mkdirSync(STORED, { recursive: true });
      writeFileSync(file, now, 'base64');
    }
    expect(existsSync(file), `${file} is stored`).toBe(true);
    const stored = readFileSync(file);
    expect(stored.length).toBeLessThanOrEqual(MOST_BYTES);
    const before = await decode(page, stored.toString('base64'));
    const after = await decode(page, now);
    const distances = colourDistances(before, after);
    const mean = distances.reduce((sum, d) => sum + d, 0) / distances.length;
    const share = distances.filter((d) => d > NOTICED).length / distances.length;
    if (mean > MEAN || share > SHARE) {
      await draw(page, `${name}-difference.png`, after, differenceOf(before, after));
      writeFileSync(path.join(DRAWN, `${name}.png`), now, 'base64');
    }
    const found = `mean ${mean.toFixed(3)}, noticed ${share.toFixed(4)}; see tests/browser/.shots`;
    if (process.env.REFERENCE) console.log(name, stored.length, found);
    expect(mean, found).toBeLessThanOrEqual(MEAN);
    expect(share, found).toBeLessThanOrEqual(SHARE);
  });
});
