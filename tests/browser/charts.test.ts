import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

const ASKED =
  '?play=0&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64&quality=floorplan&lang=en';

/** Presses a key on a button; gives the text of the file that comes. */
async function download(page: Page, name: string, within = page.locator('body')): Promise<string> {
  const coming = page.waitForEvent('download');
  await within.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
  return readFile(await (await coming).path(), 'utf8');
}

const seedIs = (page: Page, sequence: number | undefined) =>
  page.waitForFunction(
    (wanted) => window.rainier.getState().scenario.training?.sequence === wanted,
    sequence,
  );

describe('charts, undo and saved scenarios', () => {
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

  it('opens charts by keyboard, reads a table, and downloads what was drawn', async () => {
    const { page, errors } = await open(browser, site, ASKED);
    await page.getByRole('button', { name: 'Charts of the step' }).first().focus();
    await page.keyboard.press('Enter');
    for (const chart of ['time', 'roofline', 'memory', 'traffic', 'scaling'])
      await page.locator(`[data-chart=${chart}]`).waitFor({ timeout: 20_000 });
    await page.waitForFunction(() => /read=charts/.test(location.search));
    const roofline = page.locator('[data-chart=roofline]');
    await roofline.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await roofline.locator('tbody tr').count()).toBeGreaterThan(5);
    expect(await roofline.locator('thead').innerText()).toContain('FLOP/B');
    await roofline.locator('input[type=range]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await roofline.locator('.walk p').innerText()).toMatch(/FLOP\/B, .*FLOP\/s/);
    const csv = await download(page, 'Download CSV', roofline);
    expect(csv.split('\r\n')[0]).toBe('operator,pass,intensity [FLOP/B],rate [FLOP/s],seconds [s],count');
    const svg = await download(page, 'Download SVG', roofline);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toMatch(/var\(|class=|&nbsp;/);
    expect(svg).toMatch(/Inside Project Rainier, simulated: .* \d{4}-\d\d-\d\d</);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('undoes, redoes, saves and opens again by keyboard', async () => {
    const { page, errors } = await open(browser, site, ASKED);
    await page.evaluate(() => window.rainier.setState({ scenario: { training: { sequence: 4096 } } }));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // The keys come with the place to drop files on, after the first picture.
    await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await seedIs(page, undefined);
    await page.keyboard.press('Control+Shift+Z');
    await seedIs(page, 4096);
    await page.waitForFunction(() => /training\.sequence=4096/.test(location.search));
    await page.getByRole('tab', { name: 'Scenario' }).click();
    const saved = await download(page, 'Save as a file');
    expect(JSON.parse(saved)).toMatchObject({ version: 1, training: { sequence: 4096, globalBatch: 64 } });
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await seedIs(page, undefined);
    const put = (text: string) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await put(saved);
    await seedIs(page, 4096);
    await put(saved.replace('4096', '-7'));
    await page.waitForFunction(() => /training\.sequence [^\n]*-7/.test(document.body.innerText));
    await seedIs(page, 4096);
    expect(errors).toEqual([]);
    await page.close();
  });
});
