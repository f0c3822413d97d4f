import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, look } from './site.ts';
import { noteViolations, violations } from './violations.ts';

describe('the page as one file', () => {
  let browser: Browser;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rainier single '));
    execFileSync(process.execPath, ['scripts/pack/single.mjs', folder], {
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    file = pathToFileURL(path.join(folder, 'inside-project-rainier.html')).href;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openFile = async (query = '') => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const requests: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => requests.push(request.url().split('?')[0].slice(0, 200)));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await noteViolations(page);
    await page.goto(file + query);
    await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
    await page.evaluate(() => window.rainier.ready);
    return { page, requests, problems };
  };

  it('opens from a disk, draws, plays, tours, simulates and speaks French, and asks nobody for anything', async () => {
    const { page, requests, problems } = await openFile('?quality=low&play=0&t=0');
    expect((await look(page)).varied).toBeGreaterThan(0.3);
    expect(page.workers().map((worker) => worker.url().slice(0, 5))).toEqual(['blob:']);

    await page.evaluate(() => window.rainier.play());
    await page.waitForFunction(() => window.rainier.getState().time.seconds > 0);
    await page.evaluate(() => window.rainier.pause());

    const before = await page.evaluate(() => document.getElementById('panel')?.innerText);
    await page.evaluate(() => window.rainier.setState({ scenario: { training: { sequence: 4096 } } }));
    await page.waitForFunction((text) => document.getElementById('panel')?.innerText !== text, before);

    await page.evaluate(() =>
      window.rainier.setState({ lang: 'fr', motion: 'reduced', tour: { id: 'rainier', step: 4 } }),
    );
    await page.getByRole('heading', { level: 1, name: 'Trainium2, ouverte' }).waitFor();

    await page.evaluate(() => window.rainier.setState({ quality: 'floorplan' }));
    await page.waitForFunction(() => window.rainier.stats().renderer === 'floorplan');

    expect(problems).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(requests.filter((url) => url !== file && !/^(data|blob):/.test(url))).toEqual([]);
    await page.close();
  });
});
