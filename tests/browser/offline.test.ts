import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, look, type Site, serve } from './site.ts';
import { noteViolations, violations } from './violations.ts';

const standing = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
  await page.evaluate(() => window.rainier.ready);
};
/** Resolves when a version is kept whole and looks after the page. */
const kept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
    timeout: 60_000,
  });
const shelves = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

describe('the page without a network', () => {
  let browser: Browser;
  let context: BrowserContext;
  let site: Site;
  /** A copy of the built site, which a test may change as a new version would. */
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rainier-offline-'));
    cpSync('dist', folder, { recursive: true });
    site = await serve(folder);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens after one visit, with its scene, tours, languages, sources and threads', async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.goto(`${site.url}?play=0&quality=low`);
    await standing(page);
    await kept(page);
    expect(await shelves(page)).toEqual([
      expect.stringMatching(/^inside-project-rainier http:\/\/127\.0\.0\.1:\d+\/some\/folder\/ \S{12}$/),
    ]);
    await context.setOffline(true);
    site.close();
    await noteViolations(page);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`${site.url}?play=0&quality=low&motion=reduced&lang=fr&at=b1/h1/r4&t=3`);
    await standing(page);
    expect((await look(page)).varied).toBeGreaterThan(0.3);
    expect(page.workers()).toHaveLength(1);
    await page.evaluate(() => window.rainier.setState({ tour: { id: 'rainier', step: 4 } }));
    await page.getByRole('heading', { level: 1, name: 'Trainium2, ouverte' }).waitFor();
    await page.evaluate(() => window.rainier.setState({ scenario: { training: { sequence: 4096 } } }));
    for (const reading of ['sources', 'charts', 'takeaway', 'lesson']) {
      await page.goto(`${site.url}?play=0&quality=floorplan&read=${reading}`);
      await standing(page);
      await page.locator('.reading h2').waitFor();
    }
    await page.locator('.reading [role=tab]').first().waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('fetches a new version whole, says so, and changes to it when asked; the old one goes', async () => {
    site = await serve(folder);
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.goto(`${site.url}?play=0&quality=floorplan`);
    await standing(page);
    await kept(page);
    const [first] = await shelves(page);

    // A page whose bytes are not those of the list is refused: the host is half way to its next version.
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const keeper = readFileSync(path.join(folder, 'keeper.js'), 'utf8');
    const version = /version:`([^`]+)`/.exec(keeper)![1];
    writeFileSync(path.join(folder, 'keeper.js'), keeper.replace(version, 'half-way-new'));
    writeFileSync(path.join(folder, 'index.html'), html.replace('<body>', '<body class="next">'));
    const end = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const ended = new Promise<string>((resolve) => {
        registration.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => resolve(installing.state));
        });
      });
      await registration.update();
      return ended;
    });
    expect(end).toBe('redundant');
    expect(await shelves(page)).toEqual([first]);

    const { createHash } = await import('node:crypto');
    const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
    const next = readFileSync(path.join(folder, 'index.html'), 'utf8');
    writeFileSync(
      path.join(folder, 'keeper.js'),
      keeper.replace(version, 'the-next-one').replace(digest(html), digest(next)),
    );
    await page.goto(`${site.url}?play=0&quality=floorplan&at=b1/h2`);
    await standing(page);
    // Kept beside each other until somebody asks: the page on the screen is still the old one.
    const notice = page.locator('.notices li', { hasText: 'a new version of this page is ready' });
    await notice.waitFor();
    expect(await page.evaluate(() => document.body.className)).toBe('');
    expect(await shelves(page)).toHaveLength(2);

    await Promise.all([page.waitForEvent('load'), notice.getByRole('button', { name: 'Reload' }).click()]);
    await standing(page);
    expect(await page.evaluate(() => document.body.className)).toBe('next');
    expect(await page.evaluate(() => window.rainier.getState().view.at)).toBe('b1/h2');
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    expect(await shelves(page)).toEqual([first.replace(version, 'the-next-one')]);
    await context.close();
  });

  it('keeps nothing in frames, nor for guests of other pages', async () => {
    context = await browser.newContext();
    const page = await context.newPage();
    writeFileSync(
      path.join(folder, 'host.html'),
      '<!doctype html><iframe name="rainier" width="900" height="600" src="./?play=0&quality=floorplan"></iframe>',
    );
    await page.goto(`${site.url}host.html`);
    const frame = page.frame('rainier')!;
    await frame.waitForFunction(() => 'rainier' in window);
    await frame.evaluate(() => window.rainier.ready);
    await page.waitForTimeout(1500);
    expect(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await context.close();
  });

  it('names itself for those who install it, with icons that are there', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}?play=0&quality=floorplan`);
    const session = await page.context().newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${site.url}manifest.webmanifest`);
    expect(errors).toEqual([]);
    const { start_url, icons } = JSON.parse(data!) as { start_url: string; icons: { src: string }[] };
    expect(new URL(start_url, url).href).toBe(site.url);
    const answers = await Promise.all(icons.map(({ src }) => page.request.get(new URL(src, url).href)));
    expect(answers.map((answer) => answer.status())).toEqual(icons.map(() => 200));
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Windows of tests are private ones.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    await page.close();
  });
});
