import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Site, serve } from './site.ts';

/** What a window of 1280×720 is at 200 %, and windows of 1280 pixels at 400 %. */
const WINDOWS = [
  [640, 360],
  [320, 568],
  [320, 256],
] as const;

describe('a page that is zoomed', () => {
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

  const openAt = async ([width, height]: readonly [number, number], query: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(site.url + query, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
    await page.evaluate(() => window.rainier.ready);
    await page.locator('.tools .tool').first().waitFor();
    await page.locator('.transport .play').waitFor();
    return page;
  };
  /** How much wider than the window something is that is read. */
  const wider = (page: Page) =>
    page.evaluate(() => ({
      page: document.documentElement.scrollWidth - innerWidth,
      inside: [...document.querySelectorAll('.side-body, dialog[open], .timeline, .tour')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1)
        .map((e) => e.className),
    }));

  it.each(WINDOWS)('loses nothing and overlaps nothing at %i × %i', async (...size) => {
    const page = await openAt(size, '?play=0&lang=fr&at=b1/h1');
    expect(await wider(page)).toEqual({ page: 0, inside: [] });
    const overlaps = await page.evaluate(() => {
      const shown = [
        ...document.querySelectorAll(
          '.caption h1, .tools .tool, .crumb, .fold-button, .transport button, [role=tab], .lens select',
        ),
      ]
        .filter((e) => e.checkVisibility())
        .map((e) => ({
          name: e.textContent || e.getAttribute('aria-label') || '',
          box: e.getBoundingClientRect(),
        }));
      const found: string[] = [];
      for (const [i, a] of shown.entries())
        for (const b of shown.slice(i + 1)) {
          const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (x > 1 && y > 1) found.push(`${a.name} × ${b.name}`);
        }
      return found;
    });
    expect(overlaps).toEqual([]);
    const height = (await page.locator('.picture').boundingBox())!.height;
    expect(height).toBeGreaterThan(180);
    await page.getByRole('button', { name: 'Légende' }).click();
    expect(await page.locator('.legend').innerText()).toMatch(/Un micro-lot passe de rangée en rangée/);
    const [legend, picture, title] = await Promise.all(
      ['.legend', '.picture', '.caption h1'].map((part) => page.locator(part).boundingBox()),
    );
    expect(legend!.y).toBeGreaterThanOrEqual(title!.y + title!.height - 1);
    expect(legend!.y + legend!.height).toBeLessThanOrEqual(picture!.y + picture!.height);
    await page.getByRole('button', { name: 'Légende' }).click();
    for (const tab of ['step', 'scenario', 'place']) {
      await page.locator(`[data-tab=${tab}]`).click();
      await page.locator('.side-body h2, .side-body .field').first().waitFor();
      expect(await wider(page), tab).toEqual({ page: 0, inside: [] });
    }
    await page.close();
  });

  it.each(WINDOWS)('keeps the words of a tour and the pages in reach at %i × %i', async (...size) => {
    const page = await openAt(size, '?play=0&lang=fr&tour=rainier&tourStep=5');
    const words = page.locator('.tour-text');
    await words.waitFor();
    await words.evaluate((e) => e.scrollIntoView({ block: 'start' }));
    const [text, card] = [await words.boundingBox(), await page.locator('.tour').boundingBox()];
    expect(text!.height).toBeGreaterThan(60);
    expect(card!.y).toBeLessThanOrEqual(text!.y + 1);
    expect(card!.height).toBeGreaterThan(120);
    for (const reading of ['Sources', 'Glossaire', 'Une leçon']) {
      await page.getByRole('button', { name: 'À propos et aide' }).click();
      await page.locator('.about[open]').getByRole('button', { name: reading }).click();
      await page.locator('.reading h2').waitFor();
      expect(await wider(page), reading).toEqual({ page: 0, inside: [] });
      await page.keyboard.press('Escape');
      await page.locator('.reading').waitFor({ state: 'detached' });
    }
    await page.close();
  });
});
