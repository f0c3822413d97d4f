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

  it('zooms the chart by two fingers, all the way and without moving the playhead', async () => {
    const page = await openPhone('?play=0&t=4');
    const track = page.locator('.playhead-track');
    const box = (await track.boundingBox())!;
    const y = box.y + box.height / 2;
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
    const middle = box.x + box.width / 2;
    await touch('touchStart', middle - 30);
    await touch('touchStart', middle - 30, middle + 30);
    for (let apart = 35; apart <= 120; apart += 5) await touch('touchMove', middle - apart, middle + apart);
    await touch('touchEnd');
    expect(await page.evaluate(() => window.rainier.getState().time.seconds)).toBeCloseTo(4, 6);
    // Four times as far apart: of ten seconds a quarter is left, marked in tenths or halves.
    const marks = await page.locator('.axis .tick').allTextContents();
    const seconds = marks.map((mark) => Number.parseFloat(mark) / (mark.includes('ms') ? 1000 : 1));
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThan(3);
    await page.context().close();
  });

  it('keeps the chart in a window that is low', async () => {
    const page = await openPhone('?play=0');
    await page.setViewportSize({ width: 844, height: 390 });
    await page.waitForTimeout(300);
    const tools = await page.locator('.under-tools').boundingBox();
    expect(tools!.y + tools!.height).toBeLessThanOrEqual(390);
    expect((await page.locator('.stage').boundingBox())!.height).toBeGreaterThan(220);
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
