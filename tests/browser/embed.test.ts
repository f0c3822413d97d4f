import fc from 'fast-check';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queries } from '../embed/messages.ts';
import { openHost, sandboxed, standing } from './host.ts';
import { launch, open, type Site, serve } from './site.ts';

const SMALL =
  'quality=floorplan&motion=reduced&play=0&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';
describe('the page in a frame', () => {
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

  it('opens in an opaque origin, with threads, words and tours inside', async () => {
    const { page, frame, errors, close } = await openHost(
      browser,
      sandboxed(`${site.url}?embed=1&autoplay=1&play=0&lang=fr&motion=reduced`),
    );
    await standing(frame);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    expect(page.workers().map((worker) => worker.url().slice(0, 5))).toEqual(['blob:']);
    await frame.evaluate(() => window.rainier.setState({ tour: { id: 'rainier', step: 4 } }));
    expect(await frame.evaluate(() => window.rainier.getState().view.at)).toBe('b1/h1/r4/u12/s2/t5/c1');
    expect(await frame.getByRole('heading', { level: 1 }).innerText()).toBe('Trainium2, ouverte');
    expect(errors).toEqual([]);
    await close();
  });

  it('opens for addresses that were cut, mistyped or made up', async () => {
    for (const search of fc.sample(queries, { numRuns: 3, seed: 3 })) {
      const { page, errors, foreign } = await open(browser, site, `${search}&quality=floorplan&read=`);
      expect(await page.evaluate(() => window.rainier.getState().quality), search).toBe('floorplan');
      expect([errors, foreign], search).toEqual([[], []]);
      await page.close();
    }
  });

  it('begins anew in a kiosk and leads until a hand comes', async () => {
    const { page, errors } = await open(browser, site, `?kiosk=5&links=0&${SMALL}&theme=light`);
    await page.evaluate(() => window.rainier.setState({ theme: 'contrast', lang: 'fr' }));
    await page.waitForFunction(() => window.rainier.getState().tour?.id === 'rainier', null, {
      timeout: 30_000,
    });
    expect(await page.evaluate(() => window.rainier.getState().theme)).toBe('light');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => window.rainier.getState().tour === null);
    const { theme, lang, scenario } = await page.evaluate(() => window.rainier.getState());
    expect([theme, lang, scenario.cluster]).toEqual(['light', 'en', 'ultraserver']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is a guest at embed/ too, with every key it was given', async () => {
    const { page, frame, close } = await openHost(
      browser,
      sandboxed(`${site.url}embed/?${SMALL}&autoplay=1`),
    );
    await expect.poll(() => page.frame('rainier')?.url()).toContain('/some/folder/?quality=floorplan');
    await standing(page.frame('rainier') ?? frame);
    expect(await (page.frame('rainier') ?? frame).locator('.embedded').count()).toBe(1);
    await close();
  });
});
