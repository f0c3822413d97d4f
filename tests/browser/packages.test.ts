import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standing } from './host.ts';
import { launch, look, serve } from './site.ts';

/** A learning management system of one page: the course in a frame, its values and calls on `window.lms`. */
const SYSTEM = `<!doctype html><title>Course</title><script>
  window.lms = { values: JSON.parse(sessionStorage.lms ?? '{"cmi.core.lesson_status":"not attempted"}'), calls: [] };
  const say = (name) => (element, value) => {
    lms.calls.push([name, element, value].filter((part) => part !== undefined && part !== '').join(' '));
    if (name === 'set') { lms.values[element] = value; sessionStorage.lms = JSON.stringify(lms.values); }
    return name === 'get' ? lms.values[element] ?? '' : 'true';
  };
  window.API = { LMSInitialize: say('initialize'), LMSFinish: say('finish'), LMSGetValue: say('get'),
    LMSSetValue: say('set'), LMSCommit: say('commit'), LMSGetLastError: () => '0' };
</script><iframe name="rainier" width="1000" height="640" src="course/ADDRESS"></iframe>`;

interface System {
  readonly lms: { readonly values: Record<string, string>; readonly calls: string[] };
}

describe('the packages of the site', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rainier packages '));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Makes a package and unpacks it; its names in the order of the archive. */
  const unpack = (command: readonly string[], name: string, into: string): string[] => {
    execFileSync(process.execPath, [...command, folder], { stdio: 'ignore' });
    const files = unzipSync(new Uint8Array(readFileSync(path.join(folder, name))));
    for (const [file, bytes] of Object.entries(files)) {
      const out = path.join(folder, into, file);
      mkdirSync(path.dirname(out), { recursive: true });
      writeFileSync(out, bytes);
    }
    return Object.keys(files);
  };

  it('opens from a disk once the archive is unpacked', async () => {
    const names = unpack(['scripts/pack/zip.mjs'], 'inside-project-rainier.zip', 'unpacked');
    expect(names.every((name) => name.startsWith('inside-project-rainier/'))).toBe(true);
    expect(names).toEqual([...names].sort());
    const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(
      `${pathToFileURL(path.join(folder, 'unpacked/inside-project-rainier/index.html')).href}?play=0&quality=low&lang=fr`,
    );
    await page.waitForFunction(() => 'rainier' in window);
    await page.evaluate(() => window.rainier.ready);
    expect((await look(page)).varied).toBeGreaterThan(0.3);
    expect(page.workers().map((worker) => worker.url().slice(0, 5))).toEqual(['blob:']);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('is a course that says how far the tour has come, and goes on where it was left', async () => {
    const names = unpack(
      ['node_modules/tsx/dist/cli.mjs', 'scripts/pack/scorm.ts'],
      'inside-project-rainier-scorm12.zip',
      'lms/course',
    );
    const manifest = readFileSync(path.join(folder, 'lms/course/imsmanifest.xml'), 'utf8');
    const site = await serve(path.join(folder, 'lms'));
    const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));

    await page.goto(`${site.url}course/favicon.svg`);
    const course = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'text/xml');
      const all = (tag: string, attribute: string): (string | null)[] =>
        [...read.querySelectorAll(tag)].map((element) => element.getAttribute(attribute));
      return {
        damaged: read.querySelector('parsererror') !== null,
        version: read.querySelector('schemaversion')?.textContent,
        start: all('resource', 'href'),
        parameters: all('item', 'parameters'),
        files: all('file', 'href'),
      };
    }, manifest);
    expect(course.damaged).toBe(false);
    expect(course.version).toBe('1.2');
    expect(course.start).toEqual(['index.html']);
    expect(course.parameters[0]).toBe('?lms=1&tour=rainier');
    expect(course.files.toSorted()).toEqual(names.filter((name) => name !== 'imsmanifest.xml').toSorted());

    writeFileSync(
      path.join(folder, 'lms/index.html'),
      SYSTEM.replace('ADDRESS', `${course.start[0]}${course.parameters[0]}&quality=floorplan&motion=reduced`),
    );
    await page.goto(site.url);
    await standing(page.frame('rainier')!);
    const values = () => page.evaluate(() => (window as unknown as System).lms.values);
    const location = (text: string) =>
      page.waitForFunction(
        (wanted) => (window as unknown as System).lms.values['cmi.core.lesson_location'] === wanted,
        text,
      );
    await location('rainier 1');
    expect((await values())['cmi.core.lesson_status']).toBe('incomplete');
    const next = page.frame('rainier')!.locator('.tour-way button').nth(1);
    await next.click();
    await location('rainier 2');

    // The learner leaves, and comes back another day.
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    expect((await values())['cmi.core.session_time']).toMatch(/^0000:00:\d\d\.\d\d$/);
    expect((await values())['cmi.core.exit']).toBe('suspend');
    expect((await page.evaluate(() => (window as unknown as System).lms.calls)).slice(-2)).toEqual([
      'commit',
      'finish',
    ]);
    await page.reload();
    const again = page.frame('rainier')!;
    await standing(again);
    await again.waitForFunction(() => window.rainier.getState().tour?.step === 2);
    expect(await again.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);

    const way = again.locator('.tour-way button').nth(1);
    while (await way.isEnabled()) await way.click();
    await page.waitForFunction(
      () => (window as unknown as System).lms.values['cmi.core.lesson_status'] === 'completed',
    );
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    expect((await values())['cmi.core.exit']).toBe('');
    expect(problems).toEqual([]);
    await page.close();
    site.close();
  });
});
