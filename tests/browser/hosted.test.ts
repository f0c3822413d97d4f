import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosting, launch, look, type Site, serve } from './site.ts';
import { noteViolations, violations } from './violations.ts';

const SMALL = 'play=0&quality=floorplan&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';

interface Visit {
  readonly page: Page;
  /** What the console and the page's errors say. */
  readonly problems: string[];
  /** Addresses asked for outside the folder of the site. */
  readonly foreign: string[];
}

async function noted(browser: Browser, site: Site): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  await noteViolations(page);
  return { page, problems, foreign };
}

async function opened(browser: Browser, site: Site, query: string): Promise<Visit> {
  const visit = await noted(browser, site);
  await visit.page.goto(site.url + query, { waitUntil: 'commit' });
  await visit.page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
  await visit.page.evaluate(() => window.rainier.ready);
  return visit;
}

describe('the built page on hosts of all kinds', () => {
  let browser: Browser;
  const sites: Site[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const site of sites) site.close();
  });
  const host = async (hosting: Hosting): Promise<Site> => {
    const site = await serve(path.resolve('dist'), hosting);
    sites.push(site);
    return site;
  };

  it('keeps its own policy on every screen, in a deep folder with an odd name', async () => {
    const site = await host({ folder: '/a/b%20c/%C3%A9t%C3%A9/v1.2' });
    const { page, problems, foreign } = await opened(
      browser,
      site,
      '?play=0&quality=low&motion=reduced&t=3.2',
    );
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^']+'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect((await look(page)).varied).toBeGreaterThan(0.3);
    for (const at of ['b1/h1/r4', 'b1/h1/r4/u12', 'b1/h1/r4/u12/s2/t5/c1'])
      await page.evaluate((address) => window.rainier.flyTo(address, { seconds: 0 }), at);
    for (const theme of ['light', 'contrast', 'dark'])
      await page.evaluate((name) => window.rainier.setState({ theme: name }), theme);
    // A search of one UltraServer runs the same threads as one of the campus, in a moment.
    await page.evaluate(() =>
      window.rainier.setState({
        scenario: { cluster: 'ultraserver', model: 'llama-3.1-8b' },
        view: { at: '', cam: null, lens: null },
        quality: 'floorplan',
        lang: 'fr',
      }),
    );
    await page.locator('[data-tab=scenario]').click();
    await page.locator('.search button').click();
    await page.locator('.layouts button:enabled').first().waitFor({ timeout: 60_000 });
    await page.evaluate(() => window.rainier.setState({ tour: { id: 'step', step: 2 } }));
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  });

  it.each(['charts', 'sources', 'validation', 'glossary', 'lesson', 'licences', 'takeaway'])(
    'keeps its own policy on the page of %s',
    async (reading) => {
      const site = sites[0];
      const { page, problems, foreign } = await opened(browser, site, `?${SMALL}&read=${reading}`);
      await page.locator('.reading h2').waitFor();
      for (const tab of await page.locator('.reading [role=tab]').all()) {
        await tab.click();
        await page.waitForTimeout(300);
      }
      await page.waitForTimeout(500);
      expect(await violations(page)).toEqual([]);
      expect(problems).toEqual([]);
      expect(foreign).toEqual([]);
      await page.close();
    },
  );

  it('works beside the strictest headers of a host: isolation, no sniffing, no referrer, no features', async () => {
    const site = await host({
      folder: '',
      headers: {
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), fullscreen=(self)',
        'x-frame-options': 'SAMEORIGIN',
        'content-security-policy': "frame-ancestors 'self'; object-src 'none'; upgrade-insecure-requests",
        'cache-control': 'no-store',
      },
    });
    const { page, problems } = await opened(browser, site, `?${SMALL.replace('floorplan', 'low')}`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect((await look(page)).varied).toBeGreaterThan(0.3);
    expect(page.workers()).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('starts where the host refuses every line that stands in a page', async () => {
    const site = await host({ headers: { 'content-security-policy': "default-src 'self'" } });
    const { page, foreign } = await opened(browser, site, `?${SMALL}`);
    expect(await page.evaluate(() => window.rainier.getState().scenario.cluster)).toBe('ultraserver');
    expect(foreign).toEqual([]);
    // The lines and rules in the page are refused; the same come as files.
    const refused = (await violations(page)).map((text) => text.split(' ')[0]);
    expect([...new Set(refused)].sort()).toEqual(['script-src-elem', 'style-src-elem']);
    await page.close();
  });

  it('says why it cannot start where scripts are served as something else', async () => {
    const site = await host({
      types: { '.js': 'text/plain' },
      headers: { 'x-content-type-options': 'nosniff' },
    });
    const { page } = await noted(browser, site);
    await page.goto(site.url);
    const sentence = page.getByRole('alert');
    await sentence.waitFor();
    expect(await sentence.innerText()).toContain('serves .js files as another type than text/javascript');
    await page.close();
  });

  it('says so where no script runs at all', async () => {
    const site = await host({ headers: { 'content-security-policy': "script-src 'none'" } });
    const { page } = await noted(browser, site);
    await page.goto(site.url);
    const late = page.locator('.late');
    expect(await late.isVisible()).toBe(false);
    // Its animation is what makes it visible, twenty seconds on.
    await late.evaluate((element) => element.getAnimations()[0].finish());
    expect(await late.isVisible()).toBe(true);
    await page.close();
  });
});
