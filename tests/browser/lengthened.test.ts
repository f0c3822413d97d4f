import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

/** Makes every word of the page 40 % longer, as a language not yet written might. */
function lengthen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.app')!, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // What is drawn in the picture is laid out by the scene, and a number is as long in any language.
      if (node.parentElement?.closest('svg, style, .stage, option')) continue;
      node.nodeValue = (node.nodeValue ?? '').replaceAll(/\p{L}{3,}/gu, (word) => {
        words++;
        return word + word.slice(0, Math.ceil(0.4 * word.length)).toLowerCase();
      });
    }
    return words;
  });
}

/** Everything that does not show all its words: panels wider than their room, buttons cut or beyond the window. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const say = (e: Element): string => `${e.className || e.tagName} "${(e.textContent ?? '').slice(0, 40)}"`;
    for (const e of document.querySelectorAll(
      '.side-body, .side-head, .tour, .reading, .timeline, .settings',
    )) {
      if (e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
        found.push(`${say(e)} is ${e.scrollWidth} wide in ${e.clientWidth}`);
    }
    for (const e of document.querySelectorAll('.app button, .app label, .app h1, .app h2, .app h3')) {
      // What only a screen reader sees has no size; the way to a deep place scrolls to its end.
      if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.unseen, .skip, .crumbs, .stage'))
        continue;
      if (e.querySelector('.unseen, .tool-word')) continue;
      const { left, right } = e.getBoundingClientRect();
      if (right - left <= 1) continue;
      if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        found.push(`${say(e)} is ${e.scrollWidth} wide in ${e.clientWidth}`);
      if (left < -1 || right > innerWidth + 1) found.push(`${say(e)} reaches from ${left} to ${right}`);
    }
    return found;
  });
}

describe('words forty per cent longer', () => {
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

  for (const size of SIZES) {
    it.each(['step', 'scenario', 'place'])(
      `fit in the panel's %s at ${size.width} × ${size.height}`,
      async (tab) => {
        const { page } = await open(browser, site, '?play=0&quality=floorplan');
        await page.setViewportSize(size);
        await page.locator(`[data-tab=${tab}]`).click();
        await page.locator('.side-body h2, .side-body .field').first().waitFor();
        expect(await lengthen(page)).toBeGreaterThan(50);
        expect(await cut(page)).toEqual([]);
        await page.close();
      },
    );

    it.each(['?tour=rainier&tourStep=5', '?read=sources', '?read=glossary'])(
      `fit in %s at ${size.width} × ${size.height}`,
      async (query) => {
        const { page } = await open(browser, site, `${query}&play=0&quality=floorplan`);
        await page.setViewportSize(size);
        await page.locator('.tour, .reading').waitFor();
        expect(await lengthen(page)).toBeGreaterThan(50);
        expect(await cut(page)).toEqual([]);
        await page.close();
      },
    );
  }
});
