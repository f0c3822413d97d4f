import type { Browser, Locator, Page } from 'playwright';
import type { Site } from './site.ts';

/** A way to work the page. */
export interface Hand {
  readonly page: Page;
  /** Presses a button, link, tab or summary. */
  press(what: Locator): Promise<void>;
  /** Types into a field and confirms it. */
  write(field: Locator, text: string): Promise<void>;
  /** Takes an option of a closed list, by its first letters. */
  choose(field: Locator, letters: string): Promise<void>;
  close(): Promise<void>;
}

/** Presses of Tab after which something is taken to be out of reach. */
const MOST_TABS = 400;

/** Walks with Tab, and with arrows inside groups that have one stop, until the element has the focus. */
async function walkTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ state: 'attached' });
  const there = () => what.evaluate((element) => element === document.activeElement);
  /** In a group of tabs or radio buttons the one that is chosen has the stop. */
  const inGroup = () =>
    what.evaluate((element) => {
      const group = element.closest('[role=tablist], fieldset');
      const single = element.matches('[role=tab], input[type=radio]');
      return single && group !== null && group.contains(document.activeElement);
    });
  for (let i = 0; i < MOST_TABS; i++) {
    if (await there()) return;
    if (await inGroup()) {
      for (let k = 0; k < 8 && !(await there()); k++) await page.keyboard.press('ArrowRight');
      if (await there()) return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by the Tab key: ${what}`);
}

export async function openPage(
  browser: Browser,
  site: Site,
  query: string,
  phone?: { width: number; height: number },
) {
  const context = await browser.newContext(
    phone ? { viewport: phone, hasTouch: true, isMobile: true } : { viewport: { width: 1280, height: 720 } },
  );
  const page = await context.newPage();
  await page.goto(site.url + query, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
  await page.evaluate(() => window.rainier.ready);
  await page.locator('.tools .tool').first().waitFor();
  return page;
}

/** Keys alone: nothing is ever pointed at. */
export async function keyboard(browser: Browser, site: Site, query: string): Promise<Hand> {
  const page = await openPage(browser, site, query);
  return {
    page,
    async press(what) {
      await walkTo(page, what);
      const arrives = await what.evaluate((element) => element.matches('[role=tab], input[type=radio]'));
      if (!arrives) await page.keyboard.press('Enter');
    },
    async write(field, text) {
      await walkTo(page, field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async choose(field, letters) {
      await walkTo(page, field);
      await page.keyboard.type(letters);
    },
    close: () => page.context().close(),
  };
}

/** One finger on a phone. */
export async function finger(
  browser: Browser,
  site: Site,
  query: string,
  phone: { width: number; height: number },
): Promise<Hand> {
  const page = await openPage(browser, site, query, phone);
  return {
    page,
    async press(what) {
      await what.waitFor({ state: 'attached' });
      // A radio button that is drawn by its words is touched there.
      const words = what.locator('xpath=ancestor::label');
      const seen = (await words.count()) > 0 ? words : what;
      await seen.scrollIntoViewIfNeeded();
      await seen.tap();
    },
    async write(field, text) {
      await field.scrollIntoViewIfNeeded();
      await field.tap();
      await field.fill(text);
      // The key that a phone's keyboard has for it.
      await field.press('Enter');
    },
    async choose(field, letters) {
      await field.scrollIntoViewIfNeeded();
      const labels = await field.locator('option').allInnerTexts();
      await field.selectOption({ label: labels.find((label) => label.startsWith(letters)) });
    },
    close: () => page.context().close(),
  };
}
