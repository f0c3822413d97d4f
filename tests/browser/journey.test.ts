import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, launch, look, open, type Site, serve } from './site.ts';

const PLACES = ['', 'b1', 'b3/h2', 'b3/h2/r4', 'b3/h2/r4/u17', 'b3/h2/r4/u17/s2/t5', 'b3/h2/r4/u17/s2/t5/c1'];

/** The digest once it is the same twice: inside an UltraServer the worker still answers what happens there. */
async function settled(page: Page): Promise<string> {
  let last = '';
  for (;;) {
    await page.waitForTimeout(500);
    const now = await fingerprint(page);
    if (now === last) return now;
    last = now;
  }
}

describe('the journey', () => {
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

  it('shows something at every level, and asks no other host for anything', async () => {
    const { page, foreign, errors } = await open(browser, site, '?play=0');
    for (const place of PLACES) {
      await page.evaluate((at) => window.rainier.flyTo(at, { seconds: 0 }), place);
      const { varied } = await look(page);
      expect(varied, place || 'campus').toBeGreaterThan(0.1);
      const state = await page.evaluate(() => window.rainier.getState());
      expect(state.view.at).toBe(place);
    }
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('draws a place the same whatever was looked at before', { timeout: 240_000 }, async () => {
    const { page } = await open(browser, site, '?play=0&quality=low&labels=0');
    const first = new Map<string, string>();
    const [hall, row, , , chip] = PLACES.slice(2);
    const visits = ['', row, '', hall, chip, '', 'b1', chip, hall, row, 'b1', hall];
    for (const place of visits) {
      await page.evaluate((at) => window.rainier.flyTo(at, { seconds: 0 }), place);
      // A finer lens moves to the next thing that happens; the picture is asked for at one instant.
      await page.evaluate(() => window.rainier.seek(7.85));
      const picture = await settled(page);
      if (!first.has(place)) first.set(place, picture);
      expect(picture === first.get(place), `${place || 'campus'} again`).toBe(true);
    }
    await page.close();
  });

  it('counts every chip of the campus and stays within its bounds', async () => {
    const { page } = await open(browser, site, '?play=0&cluster=rainier-2026');
    for (const place of PLACES) {
      await page.evaluate((at) => window.rainier.flyTo(at, { seconds: 0 }), place);
      const stats = await page.evaluate(() => window.rainier.stats());
      expect(stats.chips).toBe(1_032_192);
      expect(stats.drawCalls, place).toBeLessThanOrEqual(60);
      expect(stats.triangles, place).toBeLessThanOrEqual(200_000);
      expect(stats.gpuBytes, place).toBeLessThanOrEqual(96e6);
    }
    await page.close();
  });

  it('draws no frame while paused and untouched', async () => {
    const { page } = await open(browser, site, '?play=0');
    await page.waitForTimeout(1500);
    const before = await page.evaluate(() => window.rainier.stats().frames);
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => window.rainier.stats().frames)).toBe(before);
    await page.evaluate(() => window.rainier.play());
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => window.rainier.stats().frames)).toBeGreaterThan(before);
    await page.close();
  });

  it('shows another picture when the playhead is moved, and the same again when it comes back', async () => {
    const { page } = await open(browser, site, '?play=0&at=b1/h1');
    const picture = (seconds: number) => {
      return page.evaluate((s) => window.rainier.seek(s), seconds).then(() => fingerprint(page));
    };
    const seconds = await page.evaluate(() => window.rainier.getState().time.seconds);
    const first = await picture(seconds);
    expect(await picture(seconds * 0.3)).not.toBe(first);
    expect(await picture(seconds)).toBe(first);
    await page.close();
  });

  it('dives to an UltraServer and comes back without being asked, and stops when it is', async () => {
    const { page } = await open(browser, site);
    await page.waitForFunction(() => window.rainier.getState().view.at.includes('/u'), null, {
      timeout: 30_000,
    });
    await page.waitForFunction(() => window.rainier.getState().view.at === '', null, { timeout: 30_000 });
    await page.close();
    const asked = await open(browser, site);
    await asked.page.keyboard.press('Shift');
    await asked.page.waitForTimeout(7000);
    expect(await asked.page.evaluate(() => window.rainier.getState().view.at)).toBe('');
    await asked.page.close();
  });

  it('restores the same picture from a copied link', async () => {
    const { page } = await open(browser, site, '?play=0&at=b2/h3&theme=light&quality=low');
    await page.evaluate(() => window.rainier.seek(1.25));
    await page.waitForTimeout(1200);
    const link = page.url();
    const state = await page.evaluate(() => window.rainier.getState());
    const picture = await fingerprint(page);
    const again = await open(browser, site, link.slice(link.indexOf('?')));
    await again.page.waitForTimeout(1200);
    expect(await again.page.evaluate(() => window.rainier.getState())).toEqual(state);
    expect(await fingerprint(again.page)).toBe(picture);
    await page.close();
    await again.page.close();
  });
});
