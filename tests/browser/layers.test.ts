import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { palettes } from '../../src/look/palette.ts';
import { launch, open, type Site, serve } from './site.ts';

const U = 'b3/h2/r4/u17';
const HERE = `?play=0&t=3.2&speed=0.05&quality=low&motion=reduced&labels=0&at=${U}&sel=${U}/s1/t2/c1`;
const state = (page: Page) => page.evaluate(() => window.rainier.getState());

/** Red, green and blue of the canvas's pixels, asked until the picture rests. */
async function pixelsOf(page: Page): Promise<number[][]> {
  let last = '';
  for (let asked = 0; asked < 20; asked++) {
    const now = await page.evaluate(async () => {
      const blob = await window.rainier.screenshot({ width: 480, height: 270, type: 'image/png' });
      const bitmap = await createImageBitmap(blob);
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return JSON.stringify([...context.getImageData(0, 0, canvas.width, canvas.height).data]);
    });
    if (now === last) break;
    last = now;
    await page.waitForTimeout(250);
  }
  const data: number[] = JSON.parse(last);
  return Array.from({ length: data.length / 4 }, (_, i) => data.slice(i * 4, i * 4 + 3));
}

const rgb = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** How many pixels have the hue of a colour, and are saturated enough to show one. */
function hued(pixels: number[][], hex: string): number {
  const hueOf = ([r, g, b]: number[]): [hue: number, chroma: number] => {
    const most = Math.max(r, g, b);
    const chroma = most - Math.min(r, g, b);
    if (chroma === 0) return [0, 0];
    const sixth = most === r ? (g - b) / chroma : most === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
    return [(60 * sixth + 360) % 360, chroma];
  };
  const [wanted] = hueOf(rgb(hex));
  return pixels.filter((pixel) => {
    const [hue, chroma] = hueOf(pixel);
    const off = Math.abs(hue - wanted);
    return chroma > 60 && Math.min(off, 360 - off) < 9;
  }).length;
}

describe('layers of light', () => {
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

  it('are gone through by the letter L, explained, and kept in the address', async () => {
    const { page, errors } = await open(browser, site, HERE);
    await page.getByLabel('Light shows').waitFor();
    const titles = [];
    for (const layer of ['traffic', 'load', 'memory', 'power', 'faults', 'groups', 'work']) {
      await page.locator('body').press('l');
      expect((await state(page)).layer).toBe(layer);
      titles.push(await page.locator('.caption h1').textContent());
    }
    expect(new Set(titles).size).toBe(7);
    await page.locator('body').press('Shift+L');
    expect((await state(page)).layer).toBe('groups');
    await page.waitForFunction(() => location.search.includes('layer=groups'));
    await page.getByLabel('Light shows').selectOption('memory');
    expect((await state(page)).layer).toBe('memory');
    await page.evaluate(() => window.rainier.setState({ layer: 'traffic', kind: 'pipeline' }));
    await page.waitForFunction(() => location.search.includes('layer=traffic&kind=pipeline'));
    const refused = await page.evaluate(() =>
      window.rainier.setState({ layer: 'heat' }).catch((error: Error) => error.message),
    );
    expect(refused).toMatch(/^layer must be one of work, traffic, .*: heat$/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('light the groups of the selected chip in the colours of the legend, all or one', async () => {
    const { page, errors } = await open(browser, site, `${HERE}&layer=groups`);
    const { group } = palettes.dark;
    // Its UltraServer is its tensor group: blue windows, and nothing of the other groups among them.
    const near = await pixelsOf(page);
    expect(hued(near, group.tensor)).toBeGreaterThan(300);
    await page
      .getByRole('button', { name: /^data: 644 chips/ })
      .first()
      .click();
    expect((await state(page)).kind).toBe('data');
    expect(hued(await pixelsOf(page), group.tensor)).toBeLessThan(0.2 * hued(near, group.tensor));
    // In its hall the row of the replicas is amber, and the column of the stages green.
    await page.evaluate(() => window.rainier.flyTo('b3/h2', { seconds: 0 }));
    await page.evaluate((at) => window.rainier.select(at), `${U}/s1/t2/c1`);
    const data = await pixelsOf(page);
    await page.evaluate(() => window.rainier.setState({ kind: 'pipeline' }));
    const pipeline = await pixelsOf(page);
    await page.evaluate(() => window.rainier.setState({ kind: null }));
    const all = await pixelsOf(page);
    expect(hued(data, group.data)).toBeGreaterThan(150);
    expect(hued(data, group.pipeline)).toBeLessThan(10);
    expect(hued(pipeline, group.pipeline)).toBeGreaterThan(30);
    expect(hued(pipeline, group.data)).toBeLessThan(0.2 * hued(data, group.data));
    expect(hued(all, group.data)).toBeGreaterThan(150);
    expect(hued(all, group.pipeline)).toBeGreaterThan(30);
    const { drawCalls, triangles } = await page.evaluate(() => window.rainier.stats());
    expect(drawCalls).toBeLessThanOrEqual(60);
    expect(triangles).toBeLessThanOrEqual(200_000);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('fill memories as microbatches come, and the same on the floorplan', async () => {
    const hall = HERE.replace(`at=${U}&sel=${U}/s1/t2/c1`, 'at=b3/h2');
    for (const quality of ['low', 'floorplan']) {
      const { page, errors } = await open(browser, site, `${hall}&layer=memory`.replace('low', quality));
      const lit = async (t: number): Promise<number> => {
        await page.evaluate((seconds) => window.rainier.seek(seconds), t);
        return hued(await pixelsOf(page), palettes.dark.ramp[2]);
      };
      const [empty, full] = [await lit(0), await lit(3.2)];
      expect(full, quality).toBeGreaterThan(150);
      expect(empty, quality).toBeLessThan(0.3 * full);
      await page.waitForFunction(() =>
        /Hall 2:.*GiB/.test(document.querySelector('.legend')?.textContent ?? ''),
      );
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('are lit for each of its groups by the panel, by keys alone', async () => {
    const { page, errors } = await open(browser, site, HERE);
    const button = page.getByRole('button', { name: /tensor: 64 chips, this UltraServer/ });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await state(page)).toMatchObject({ layer: 'groups', kind: 'tensor' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await state(page)).toMatchObject({ layer: 'work', kind: null });
    expect(errors).toEqual([]);
    await page.close();
  });
});
