import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

const ASKED = '?play=0&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64&quality=floorplan';

describe('the search for layouts', () => {
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

  it('shows a front and the best, and a click takes one', async () => {
    const { page } = await open(browser, site, ASKED);
    await page.getByRole('tab', { name: 'Scenario' }).click();
    await page.getByRole('button', { name: 'Find the best layout' }).click();
    const use = page.locator('.layouts button:enabled').first();
    await use.waitFor({ timeout: 60_000 });
    expect(await page.locator('.pareto .mark').count()).toBeGreaterThan(3);
    const [best] = (await page.locator('.layouts td').first().innerText()).split('\n');
    await use.click();
    await page.waitForFunction(() => /parallel\.tensor=/.test(location.search));
    await page.waitForFunction(
      (seconds) => document.querySelector('.estimate[data-estimate=false] b')?.textContent === seconds,
      best,
    );
    await page.close();
  });

  it('tells why a layout on the front loses, by arrow keys too, and stops when asked', async () => {
    const { page } = await open(browser, site, ASKED);
    await page.getByRole('tab', { name: 'Scenario' }).click();
    await page.getByRole('button', { name: 'Find the best layout' }).click();
    await page.locator('.layouts button:enabled').first().waitFor({ timeout: 60_000 });
    await page.locator('.pareto .mark').first().focus();
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.pareto > p').innerText()).toMatch(/slower: .* more/);
    await page.getByRole('button', { name: 'Find the best layout' }).click();
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByRole('button', { name: 'Find the best layout' }).waitFor();
    expect(await page.getByRole('button', { name: 'Stop here' }).count()).toBe(0);
    await page.close();
  });
});
