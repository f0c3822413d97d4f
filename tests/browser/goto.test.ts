import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

const at = (page: Page) => page.evaluate(() => window.rainier.getState().view.at);

describe('the box that goes anywhere', () => {
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

  it('goes to an address by keyboard alone, and gives the focus back when it is closed', async () => {
    const { page, errors } = await open(browser, site, '?play=0&motion=reduced');
    await page.getByRole('button', { name: 'Go to' }).focus();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: /Address/ });
    await box.waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('Go to');
    await page.keyboard.press('Control+k');
    await box.waitFor();
    await page.keyboard.type('b2/h3/r4');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.goto').getByRole('option', { selected: true }).innerText()).toContain(
      'Row 4',
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b2/h3/r4');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('walks the list with arrows, and names the option in force', async () => {
    const { page } = await open(browser, site, '?play=0&motion=reduced');
    await page.getByRole('button', { name: 'Go to' }).waitFor();
    await page.keyboard.press('Control+k');
    const box = page.locator('.goto').getByRole('combobox');
    await box.waitFor();
    await page.keyboard.type('ultraserver');
    const options = page.locator('.goto').getByRole('option');
    await options.nth(1).waitFor();
    const active = async () => page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`);
    expect(await (await active()).innerText()).toBe(await options.first().innerText());
    await page.keyboard.press('ArrowDown');
    expect(await (await active()).innerText()).toBe(await options.nth(1).innerText());
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b1/h1/r4/u12');
    await page.close();
  });

  it('opens the glossary at a French word typed without its accents, and the sources at a number', async () => {
    const { page } = await open(browser, site, '?play=0&lang=fr');
    await page.getByRole('button', { name: 'Aller à' }).click();
    const box = page.locator('.goto').getByRole('combobox');
    await box.waitFor();
    await page.keyboard.type('repliq');
    await page.locator('.goto').getByRole('option').first().click();
    await page.waitForFunction(() => document.activeElement?.id === 'replica');
    await page.keyboard.press('Control+k');
    await box.waitFor();
    await page.keyboard.type('surface du campus');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'campus.area');
    await page.keyboard.press('Control+k');
    await box.waitFor();
    await page.keyboard.type('b1/h2');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await at(page)).toBe('b1/h2');
    await page.close();
  });

  it('opens the lesson with a key of simulated numbers, on three pages and two of either paper', async () => {
    const { page, errors } = await open(browser, site, '?play=0&read=lesson');
    await page.getByText('Every number here has just been simulated').waitFor({ timeout: 60_000 });
    const slow = page.locator('[data-sheet=key] tbody tr').nth(1);
    expect(await slow.innerText()).toMatch(/Half the speed\s+[\d.]+\ss\s\(\+[\d.]+%\)/);
    const link = await page.locator('[data-sheet=worksheet] tbody a').nth(1).getAttribute('href');
    expect(link).toMatch(/cluster\.scaleUp\.linkBandwidth=.*&lock=/);
    for (const format of ['A4', 'Letter'] as const)
      for (const [sheet, pages] of [
        ['worksheet', 3],
        ['plan', 1],
        ['key', 2],
      ] as const) {
        await page.evaluate((name) => {
          document.documentElement.dataset.sheet = name;
        }, sheet);
        const pdf = (await page.pdf({ format })).toString('latin1');
        expect(pdf.match(/\/Type \/Page\b(?!s)/g), `${sheet} on ${format}`).toHaveLength(pages);
      }
    expect(errors).toEqual([]);
    await page.close();
  });
});
