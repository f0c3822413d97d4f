import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, launch, open, type Site, serve } from './site.ts';

const HERE = '?play=0&t=3.2&speed=0.1&quality=low&at=b3/h2/r4/u17&sel=b3/h2/r4/u17&labels=0';
const state = (page: Page) => page.evaluate(() => window.rainier.getState());
const frames = (page: Page) => page.evaluate(() => window.rainier.stats().frames);
/** Waits until nothing has been drawn for a second, and returns how many frames there were. */
async function still(page: Page): Promise<number> {
  let drawn = await frames(page);
  for (let quiet = 0; quiet < 4; ) {
    await page.waitForTimeout(250);
    const now = await frames(page);
    quiet = now === drawn ? quiet + 1 : 0;
    drawn = now;
  }
  return drawn;
}

describe('the torus of an UltraServer', () => {
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

  it('lights one dimension at a time by keys, says what it is, and keeps it in the address', async () => {
    const { page, errors } = await open(browser, site, `${HERE}&motion=reduced`);
    await page.getByRole('radio', { name: 'All' }).focus();
    const pictures = new Set([await fingerprint(page)]);
    const said = [];
    for (const axis of ['x', 'y', 'z']) {
      await page.keyboard.press('ArrowRight');
      expect((await state(page)).axis).toBe(axis);
      pictures.add(await fingerprint(page));
      said.push(await page.locator('.caption > p:not(.second)').first().textContent());
    }
    expect(pictures.size).toBe(4);
    expect(said.map((text) => text?.slice(0, 7))).toEqual(['X joins', 'Y joins', 'Z joins']);
    expect(said[2]).toContain('64 of the 192 links');
    await page.waitForFunction(() => location.search.includes('axis=z'));
    expect(errors).toEqual([]);
    await page.close();
  });

  it('unfolds by keys into a cube whose chips can be picked, and folds back to the same picture', async () => {
    const { page, errors } = await open(browser, site, `${HERE}&motion=reduced`);
    // The panel beside the picture comes a moment after it, and takes some of its width.
    await page.locator('.inspector').waitFor();
    await still(page);
    const folded = await fingerprint(page);
    await page.getByRole('button', { name: 'Unfold' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('unfolded=1'));
    expect(await fingerprint(page)).not.toBe(folded);
    const { drawCalls, triangles } = await page.evaluate(() => window.rainier.stats());
    expect(drawCalls).toBeLessThanOrEqual(60);
    expect(triangles).toBeLessThanOrEqual(200_000);
    const canvas = (await page.locator('.stage canvas').first().boundingBox())!;
    const picked = new Set<string>();
    await page.exposeFunction('onPick', (address: unknown) => picked.add(String(address)));
    await page.evaluate(() =>
      window.rainier.on('select', (address) =>
        (window as unknown as { onPick(a: unknown): void }).onPick(address),
      ),
    );
    for (let i = 0; i < 12; i++)
      await page.mouse.click(canvas.x + canvas.width * (0.4 + 0.02 * i), canvas.y + canvas.height * 0.55);
    await page.waitForTimeout(300);
    expect([...picked].some((address) => /\/u17\/s\d\/t\d\/c\d$/.test(address))).toBe(true);
    await page.evaluate(() => window.rainier.select('b3/h2/r4/u17'));
    await page.getByRole('button', { name: 'Fold back' }).focus();
    await page.keyboard.press('Enter');
    await page.mouse.move(2, 2);
    expect((await state(page)).unfolded).toBe(false);
    await still(page);
    expect(await fingerprint(page)).toBe(folded);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('moves while it unfolds and draws nothing after', async () => {
    const { page } = await open(browser, site, HERE);
    const before = await still(page);
    await page.getByRole('button', { name: 'Unfold' }).press('Enter');
    await page.waitForFunction((n) => window.rainier.stats().frames > n, before);
    // Comes only where frames end.
    expect((await still(page)) - before).toBeGreaterThan(2);
    await page.close();
  });
});
