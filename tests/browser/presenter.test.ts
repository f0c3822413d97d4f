import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standing } from './host.ts';
import { launch, open, type Site, serve } from './site.ts';
import { noteViolations, violations } from './violations.ts';

const TOUR = '?quality=floorplan&motion=reduced&lang=en&tour=rainier&tourStep=2';
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Opens the second window from the tour player: by its key, or by its button. */
async function presented(audience: Page, by: 'key' | 'button'): Promise<Page> {
  await audience.locator('.tour .presents').waitFor();
  const [presenter] = await Promise.all([
    audience.waitForEvent('popup'),
    by === 'key' ? audience.keyboard.press('p') : audience.locator('.tour .presents').click(),
  ]);
  await presenter.locator('.notes').waitFor();
  return presenter;
}

const step = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => window.rainier.getState().tour?.step);
const stepIs = (page: Page, wanted: number): Promise<unknown> =>
  page.waitForFunction((n) => window.rainier.getState().tour?.step === n, wanted);
const title = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();

describe('the presenter’s window', () => {
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

  it('shows notes, the next step and the time, and the audience’s window follows', async () => {
    const { page, errors, foreign } = await open(browser, site, TOUR);
    const presenter = await presented(page, 'button');
    presenter.on('pageerror', (error) => errors.push(error.message));
    await title(presenter, 'Three dates');
    expect(await presenter.locator('.notes').innerText()).toMatch(/^Three dates, three kinds of knowledge\./);
    await presenter.getByText('Step 2 of 15').waitFor();
    await presenter.getByRole('heading', { level: 3, name: 'Half a million, counted' }).waitFor();

    // Two quick presses are two steps.
    await presenter.keyboard.press('ArrowRight');
    await presenter.keyboard.press('PageDown');
    await stepIs(page, 4);
    await title(presenter, 'Trainium2, opened');
    await presenter.getByRole('button', { name: 'Step back' }).click();
    await stepIs(page, 3);
    await title(presenter, 'Half a million, counted');
    await presenter.getByRole('combobox', { name: 'Steps of the tour' }).selectOption('9');
    await stepIs(page, 9);
    // Numbers are those on the screen of the audience.
    await title(presenter, 'What limits it');
    const told = await page.locator('.tour-text').innerText();
    await presenter.locator('aside p', { hasText: told }).waitFor();

    // Whoever turns the step, both show it.
    await page.getByRole('button', { name: 'Next step' }).click();
    await title(presenter, 'When a chip fails');
    await presenter.keyboard.press('End');
    await stepIs(page, 15);
    await presenter.getByText('This is the last step.').waitFor();
    expect(await presenter.getByRole('button', { name: 'Next step' }).isDisabled()).toBe(true);
    await presenter.keyboard.press('ArrowRight');
    await presenter.keyboard.press('Home');
    await stepIs(page, 1);

    expect(await page.evaluate(() => window.rainier.getState().time.playing)).toBe(false);
    await presenter.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(() => window.rainier.getState().time.playing);
    await presenter.getByRole('button', { name: 'Pause' }).click();
    await page.waitForFunction(() => !window.rainier.getState().time.playing);

    await page.evaluate(() => window.rainier.setState({ lang: 'fr', theme: 'light' }));
    await title(presenter, 'Un champ dans l’Indiana');
    await presenter.getByRole('heading', { level: 2, name: 'Ensuite' }).waitFor();
    expect(await presenter.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'fr',
      'Vue de l’orateur · Au cœur du projet Rainier',
    ]);
    await page.getByRole('button', { name: 'Quitter la visite' }).click();
    await presenter.getByText('Aucune visite n’est ouverte.').waitFor();
    expect([errors, foreign]).toEqual([[], []]);
    await page.goto('about:blank');
    await presenter.getByText('La fenêtre du public ne répond pas.').waitFor();
    await page.context().close();
  });

  it('goes on after either window is reloaded, with its clock', async () => {
    const { page } = await open(browser, site, TOUR);
    const presenter = await presented(page, 'key');
    await presenter.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === '0:02');
    await presenter.getByRole('button', { name: 'Stop the clock' }).click();
    const clock = await presenter.getByRole('timer').innerText();

    await presenter.reload();
    await title(presenter, 'Three dates');
    expect(await presenter.getByRole('timer').innerText()).toBe(clock);
    await presenter.keyboard.press('ArrowRight');
    await stepIs(page, 3);

    await page.waitForFunction(() => location.search.includes('tourStep=3'));
    await page.reload();
    await page.locator('.tour .presents').waitFor();
    await stepIs(page, 3);
    await presenter.keyboard.press('ArrowRight');
    await stepIs(page, 4);
    await title(presenter, 'Trainium2, opened');
    // Pressed again, the window that is there comes back.
    const windows = page.context().pages().length;
    await page.keyboard.press('p');
    await presenter.waitForLoadState();
    await title(presenter, 'Trainium2, opened');
    expect(page.context().pages()).toHaveLength(windows);
    await page.context().close();
  });

  it('keeps two presentations apart', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const audiences = await Promise.all(
      [1, 2].map(async () => {
        const page = await context.newPage();
        await page.goto(site.url + TOUR);
        await standing(page.mainFrame());
        return page;
      }),
    );
    const presenters = [await presented(audiences[0], 'button'), await presented(audiences[1], 'button')];
    await presenters[1].keyboard.press('ArrowRight');
    await stepIs(audiences[1], 3);
    await presenters[0].keyboard.press('ArrowLeft');
    await stepIs(audiences[0], 1);
    expect(await step(audiences[1])).toBe(3);
    await title(presenters[0], 'A field in Indiana');
    await title(presenters[1], 'Half a million, counted');
    await context.close();
  });

  it('works without a network', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url + TOUR);
    await standing(page.mainFrame());
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await context.setOffline(true);
    const presenter = await presented(page, 'button');
    await title(presenter, 'Three dates');
    await presenter.keyboard.press(' ');
    await stepIs(page, 3);
    await context.close();
  });

  it('works between two windows of one file on a disk, which share no channel', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rainier presenter '));
    execFileSync(process.execPath, ['scripts/pack/single.mjs', folder], {
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const page = await browser.newPage();
    await noteViolations(page);
    await page.goto(pathToFileURL(path.join(folder, 'inside-project-rainier.html')).href + TOUR);
    await standing(page.mainFrame());
    const presenter = await presented(page, 'button');
    await title(presenter, 'Three dates');
    await presenter.keyboard.press('ArrowRight');
    await stepIs(page, 3);
    await title(presenter, 'Half a million, counted');
    await page.evaluate(() => window.rainier.tourStep(1));
    await title(presenter, 'Trainium2, opened');
    await page.waitForFunction(() => location.search.includes('tourStep=4'));
    await page.reload();
    await page.locator('.tour .presents').waitFor();
    await presenter.keyboard.press('ArrowRight');
    await stepIs(page, 5);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says so when the browser refuses a second window', async () => {
    const { page } = await open(browser, site, TOUR);
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.locator('.tour .presents').click();
    await page.getByText('the browser refused to open a window').waitFor();
    await page.close();
  });

  it('is not offered to guests, nor where nothing may lead away', async () => {
    for (const manners of ['&embed=1&autoplay=1', '&links=0']) {
      const { page } = await open(browser, site, TOUR + manners);
      await page.locator('.tour h1').waitFor();
      expect(await page.locator('.tour .presents').count()).toBe(0);
      await page.close();
    }
  });

  it('is heard by its own page alone', async () => {
    const { page } = await open(browser, site, TOUR);
    const presenter = await presented(page, 'button');
    await title(presenter, 'Three dates');
    const id = new URL(presenter.url()).searchParams.get('presenter');
    // Nonsense from a window that is known, and a proper wish of another id.
    await presenter.evaluate((line) => {
      const post = (data: unknown) => window.opener.postMessage(data, '*');
      const message = { type: 'move', by: 1 };
      post({ ns: 'rainier-presenter', v: 1, id: 'another', message });
      post({ ns: 'rainier-presenter', v: 2, id: line, message });
      for (const bad of [
        null,
        7,
        { type: 'go', step: 1.5 },
        { type: 'go', step: 99 },
        { type: 'move', by: 5 },
      ])
        post({ ns: 'rainier-presenter', v: 1, id: line, message: bad });
    }, id);
    await presenter.keyboard.press('ArrowRight');
    await stepIs(page, 3);
    await title(presenter, 'Half a million, counted');
    expect(await page.locator('.notices li').count()).toBe(0);
    await page.context().close();
  });

  it('has nothing that axe finds, in both languages and every theme', async () => {
    for (const [lang, theme, width] of [
      ['en', 'dark', 1000],
      ['fr', 'light', 1000],
      ['fr', 'contrast', 390],
    ] as const) {
      const { page } = await open(browser, site, TOUR.replace('lang=en', `lang=${lang}&theme=${theme}`));
      const presenter = await presented(page, 'button');
      await presenter.getByRole('heading', { level: 3 }).waitFor();
      await presenter.setViewportSize({ width, height: 700 });
      await presenter.evaluate(AXE);
      const found = await presenter.evaluate(async () => {
        const { run } = (
          window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe;
        return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
      });
      expect(found, `${lang} ${theme}`).toEqual([]);
      expect(
        await presenter.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });
});
