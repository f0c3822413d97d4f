import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../scripts/licences.mjs';
import { filesOf } from '../../scripts/offline.mjs';
import { launch, open, serve } from './site.ts';

/** What a build reads. */
const READ = ['src', 'scripts', 'public', 'index.html', 'package.json', 'vite.config.ts'];

describe('the built site', () => {
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = mkdtempSync(path.join(tmpdir(), 'rainier elsewhere '));
    for (const name of READ) cpSync(name, path.join(elsewhere, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(elsewhere, 'node_modules'), 'dir');
    const vite = path.resolve('node_modules/vite/bin/vite.js');
    // Maps say what is in each script; hidden, they leave no trace in it. The clock and the language are others, too.
    execFileSync(process.execPath, [vite, 'build', '--sourcemap', 'hidden'], {
      cwd: elsewhere,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production', TZ: 'Asia/Tokyo', LANG: 'fr_FR.UTF-8' },
    });
  }, 600_000);
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  it('is the same bytes when it is built in another folder', () => {
    const again = path.join(elsewhere, 'dist');
    // Notes of the build are no part of the site; they name where packages lie.
    const site = (folder: string): string[] => filesOf(folder).filter((name) => !name.startsWith('.vite/'));
    const names = site(again).filter((name) => !name.endsWith('.map'));
    expect(names).toEqual(site('dist'));
    const differ = names.filter(
      (name) => !readFileSync(path.join(again, name)).equals(readFileSync(path.join('dist', name))),
    );
    expect(differ).toEqual([]);
  });

  it('lists the licence of every package of which a script holds something', async () => {
    const assets = path.join(elsewhere, 'dist/assets');
    const bundled = new Set<string>();
    for (const name of readdirSync(assets).filter((file) => file.endsWith('.map'))) {
      const { sources } = JSON.parse(readFileSync(path.join(assets, name), 'utf8')) as { sources: string[] };
      for (const source of sources) {
        const folder = packageFolder(path.resolve(assets, source));
        if (folder) bundled.add(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name);
      }
    }
    expect(bundled.size).toBeGreaterThan(10);
    const site = await serve();
    const browser = await launch();
    const { page, errors } = await open(browser, site, '?quality=floorplan&play=0&lang=en&read=licences');
    await page.locator('.licences summary').first().waitFor();
    const shown = await page.locator('.licences summary').allInnerTexts();
    const names = shown.map((text) => text.split(' ')[0]);
    expect([...bundled].filter((name) => !names.includes(name))).toEqual([]);
    expect(shown.every((text) => /^\S+ \d+\.\d+\.\d+\S* · \S/.test(text))).toBe(true);
    await page.locator('.licences summary', { hasText: /^three / }).click();
    await page.locator('.licence', { hasText: /three\.js authors/ }).waitFor();
    // Its package has no text of its own.
    await page.locator('.licences summary', { hasText: /^@react-three\/fiber / }).click();
    await page
      .locator('.licence', { hasText: /Copyright \(c\) Paul Henschel, .*Permission is hereby/s })
      .waitFor();
    expect(errors).toEqual([]);
    await browser.close();
    site.close();
  });
});
