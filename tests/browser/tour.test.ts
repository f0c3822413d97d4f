import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

describe('what is told', () => {
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

  it('opens a tour by link at its step, and walks it by keyboard', async () => {
    const { page, errors } = await open(browser, site, '?tour=rainier&tourStep=4&motion=reduced');
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b1/h1/r4/u12/s2/t5/c1');
    await page.getByRole('button', { name: 'Next step' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b1/h1/r4/u12');
    expect(await page.evaluate(() => window.rainier.getState().tour)).toEqual({ id: 'rainier', step: 5 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/UltraServer/);
    await page.waitForFunction(() => location.search.includes('tour=rainier&tourStep=5'));
    await page.evaluate(() => window.rainier.tourStep(-1));
    expect(await page.evaluate(() => window.rainier.getState().view.at)).toBe('b1/h1/r4/u12/s2/t5/c1');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('gives back the scenario that one had before it, when it is left', async () => {
    const { page, errors } = await open(browser, site, '?play=0&motion=reduced&model=llama-3.1-70b');
    const model = () => page.evaluate(() => window.rainier.getState().scenario.model);
    expect(await model()).toBe('llama-3.1-70b');
    await page.getByRole('button', { name: 'Tours' }).click();
    await page.getByRole('button', { name: /Inside Project Rainier/ }).click();
    await page.waitForFunction(() => window.rainier.getState().scenario.model === undefined);
    await page.getByRole('button', { name: 'Leave the tour' }).click();
    await page.waitForFunction(() => window.rainier.getState().scenario.model === 'llama-3.1-70b');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('plays a tour that is dropped, and refuses a bad one by step and field', async () => {
    const { page } = await open(browser, site, '?play=0&motion=reduced');
    const give = (tour: object) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'mine.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(tour)),
      });
    const step = { title: 'There', text: 'It takes {seconds}.', state: { view: { at: 'b2' } } };
    await give({ title: 'Mine', steps: [step] });
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b2');
    expect(await page.locator('.tour-text').innerText()).toMatch(/^It takes [\d.]+\ss\.$/);
    await give({ title: 'Bad', steps: [{ ...step, moment: 7 }] });
    await page.getByText('tour.steps.1.moment must be a number from 0 to 1: 7').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There');
    await page.close();
  });

  it('speaks French when asked, without a reload, and names every number', async () => {
    const { page } = await open(browser, site, '?play=0');
    await page.evaluate(() => window.rainier.setState({ lang: 'fr' }));
    await page.getByRole('tab', { name: 'Scénario' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    await page.getByRole('button', { name: 'À propos et aide' }).click();
    await page.getByRole('button', { name: 'Sources' }).click();
    await page.getByRole('searchbox').fill('Mississippi');
    await page
      .getByRole('status')
      .getByText(/Chiffres\s: 1/)
      .waitFor();
    // The first Escape empties the field, the second closes the page.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    await page.close();
  });
});
