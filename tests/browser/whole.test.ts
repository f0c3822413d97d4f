import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Site, serve } from './site.ts';

/** Parts that come later are held back so long, milliseconds, and the page's own work is slowed down so many times. */
const HELD = 1500;
const SLOWER = 3;
/** Long enough for anything that was still on its way. */
const LATER = 4000;

const HALL = 'b3/h2';
const U = 'b3/h2/r4/u17';
const OTHERS = ['', `${U}/s2/t5`, 'b1/h1/r1', `${U}/s2/t5/c1`];

/** The canvas as it stands on the screen, without the page around it. */
async function canvas(page: Page): Promise<string> {
  return (await page.locator('.stage canvas').screenshot({ animations: 'disabled' })).toString('base64');
}

describe('the picture of a place', () => {
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

  it('is complete when the page says it is ready, and when a journey has ended', async () => {
    const page = await browser.newPage({
      viewport: { width: 640, height: 400 },
      serviceWorkers: 'block',
      // Styles of the test's own.
      bypassCSP: true,
    });
    await page.route(/\/(Building|Near|Surroundings|Labels)-[^/]*\.js$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, HELD));
      await route.continue();
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(`${site.url}?at=${HALL}&play=0&motion=reduced&quality=high&labels=0`, {
      waitUntil: 'commit',
    });
    await page.addStyleTag({
      content: 'body * { visibility: hidden !important } .stage canvas { visibility: visible !important }',
    });
    await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
    await page.evaluate(() => window.rainier.ready);
    const first = await canvas(page);
    await page.waitForTimeout(LATER);
    expect(await canvas(page), HALL).toBe(first);
    for (const at of OTHERS) {
      await page.evaluate((place) => window.rainier.flyTo(place, { seconds: 0 }), at);
      const arrived = await canvas(page);
      await page.waitForTimeout(LATER);
      expect(await canvas(page), at || 'campus').toBe(arrived);
    }
    await page.close();
  });
});
