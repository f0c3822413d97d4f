import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Site, serve } from './site.ts';

describe('a phone', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serve();
    browser = await launch(false);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const openPhone = async (query: string) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(site.url + query, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
    await page.evaluate(() => window.rainier.ready);
    return page;
  };

  it('keeps the legend behind one button', async () => {
    const page = await openPhone('?play=0');
    expect(await page.locator('.legend').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Legend' }).tap();
    expect(await page.locator('.legend').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Legend' }).tap();
    expect(await page.locator('.legend').isVisible()).toBe(false);
    await page.context().close();
  });

  it('says the deep place in full in a short way', async () => {
    const page = await openPhone('?play=0&at=b3/h2/r4/u17');
    const crumb = page.locator('.crumb[aria-current]');
    const nav = await page.locator('.crumbs').boundingBox();
    const here = await crumb.boundingBox();
    expect(await crumb.evaluate((e) => e.scrollWidth <= e.clientWidth)).toBe(true);
    expect(here!.x + here!.width).toBeLessThanOrEqual(nav!.x + nav!.width + 1);
    await page.context().close();
  });

  it('keeps the way on of a tour in sight', async () => {
    const page = await openPhone('?play=0&tour=rainier&tourStep=5&lang=fr');
    const tour = await page.locator('.tour').boundingBox();
    const next = await page.locator('.tour-way').boundingBox();
    expect(next!.y).toBeGreaterThan(tour!.y);
    expect(next!.y + next!.height).toBeLessThanOrEqual(tour!.y + tour!.height + 1);
    await page.context().close();
  });

  it.each(['step', 'scenario', 'place'])('has nothing smaller to press than 24 pixels in %s', async (tab) => {
    const page = await openPhone('?play=0');
    await page.locator(`[data-tab=${tab}]`).tap();
    await page.locator('.side-body h2, .side-body .field').first().waitFor();
    // A place of the plan is as large as it is drawn; the panel and the keys lead to it as well.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, summary')]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen, .plan-place'))
        .map((e) => ({
          name: e.outerHTML.slice(0, 80),
          box: (e.closest('label') ?? e).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });
});
