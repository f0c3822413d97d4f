import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

const track = (page: Page) => page.locator('.playhead-track');
const lens = (page: Page) => page.evaluate(() => window.rainier.getState().view.lens);

describe('the timeline', () => {
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

  it('shows the layer of the place, and its collective when asked', async () => {
    const { page, errors } = await open(browser, site, '?play=0&t=3.2&at=b1/h2/r4/u17');
    await page.locator('.under-tools p', { hasText: 'Layer' }).waitFor();
    await page.locator('.lens select').selectOption('collective');
    await page.locator('.under-tools p', { hasText: 'rings of the torus' }).waitFor();
    expect(page.url()).toBeTruthy();
    await page.waitForFunction(() => location.search.includes('lens=collective'));
    expect(errors).toEqual([]);
    await page.close();
  });

  it('zooms from the step to a kernel and back by the wheel', async () => {
    const { page, errors } = await open(browser, site, '?play=0&t=3.2');
    const box = (await track(page).boundingBox())!;
    await page.mouse.move(box.x + 0.4 * box.width, box.y + box.height / 4);
    const seen = new Set<string | null>();
    for (let i = 0; i < 80 && !seen.has('kernel') && !seen.has('collective'); i++) {
      await page.mouse.wheel(0, -250);
      await page.waitForTimeout(90);
      seen.add(await lens(page));
    }
    expect(seen.has('microbatch') && seen.has('layer')).toBe(true);
    await page.locator('.under-tools p', { hasText: '›' }).waitFor();
    for (let i = 0; i < 60 && (await lens(page)) !== 'step'; i++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(120);
    }
    expect(await lens(page)).toBe('step');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is worked by keys alone: looks inside, names what runs, comes back', async () => {
    const { page } = await open(browser, site, '?play=0&t=3.2');
    await track(page).focus();
    await page.keyboard.press('Enter');
    await page.locator('.under-tools p', { hasText: /^Microbatch \d/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.under-tools p', { hasText: /› Layer \d/ }).waitFor();
    const named: string[] = [];
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('ArrowDown');
      named.push((await page.locator('.span-tip').textContent()) ?? '');
    }
    expect(named.join()).toMatch(/t = /);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    expect(await lens(page)).toBe('step');
    await page.close();
  });

  it('explains what a change of the scenario costs against a step that was kept', async () => {
    const { page, errors } = await open(browser, site, '?play=0&cluster=ultraserver&model=llama-3.1-8b');
    await page.getByRole('button', { name: 'Keep as A to compare' }).click();
    await page.evaluate(() => window.rainier.setState({ scenario: { training: { recompute: 'full' } } }));
    await page.locator('.waterfall').waitFor();
    const rows = await page.locator('.waterfall tbody tr').allTextContents();
    expect(rows.some((row) => row.startsWith('Recomputation'))).toBe(true);
    expect(errors).toEqual([]);
    await page.waitForFunction(() => /against=.*recompute|recompute.*against=/.test(location.search));
    const { search } = new URL(page.url());
    await page.close();
    // A link to it opens with the same step as A.
    const opened = await open(browser, site, search);
    await opened.page.locator('.waterfall').waitFor();
    expect(await opened.page.locator('.waterfall tbody tr').allTextContents()).toEqual(rows);
    expect(opened.errors).toEqual([]);
    await opened.page.close();
  });
});
