import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RainierView } from '../../src/host/view.ts';
import { launch, type Site, serve } from './site.ts';

/** A deck of examples/, with the errors of its pages. */
async function openDeck(browser: Browser, address: string): Promise<{ page: Page; errors: string[] }> {
  if (!existsSync('dist-embed')) throw new Error('there is no dist-embed/: run npm run build:embed first');
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A deck that a kit has made has no icon.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
      errors.push(message.text());
  });
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('rainier-view'));
  return { page, errors };
}

const ready = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).evaluate((view: RainierView) => view.ready);
const stateOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((view: RainierView) => view.getState());
/** Waits until a tour in the view has come to this step and its place. */
const led = (page: Page, selector: string, step: number, at: string) =>
  expect
    .poll(
      async () => {
        const { tour, view } = await stateOf(page, selector);
        return [tour?.step, view.at];
      },
      { timeout: 60_000 },
    )
    .toEqual([step, at]);

describe('slides with a view in them', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serve(path.resolve('.'), { folder: '' });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it('reveal.js: fragments lead the tour, keys turn slides from inside, what was left is found again, the speaker sees posters', async () => {
    const { page, errors } = await openDeck(browser, `${site.url}examples/reveal/`);
    const at = (): Promise<string> => page.evaluate(() => location.hash);
    const view = '.slides > section:nth-of-type(2) rainier-view';
    await page.keyboard.press('ArrowRight');
    await ready(page, view);
    await led(page, view, 1, '');

    // A press into the view takes the focus; the keys that follow turn slides all the same.
    await page.mouse.click(500, 300);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('rainier-view');
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toBe('#/1/0/0');
    await led(page, view, 2, '');
    await page.keyboard.press('Space');
    await expect.poll(at).toBe('#/1/0/1');
    await led(page, view, 3, 'b1/h1');

    // What the speaker did in it stays, while the slide is away and asleep.
    const cam = { azimuth: 12, elevation: 25, distance: 90, shift: [0, 0, 0] as const };
    await page
      .locator(view)
      .evaluate(
        (element: RainierView, pose) =>
          element.setState({ view: { cam: pose }, time: { seconds: 4, playing: false } }),
        cam,
      );
    const left = await stateOf(page, view);
    expect(left.view.cam).toEqual(cam);
    await page.keyboard.press('PageDown');
    await expect.poll(at).toBe('#/2');
    await expect
      .poll(() => page.locator(view).evaluate((element: RainierView) => element.suspended), {
        timeout: 20_000,
      })
      .toBe(true);
    await page.keyboard.press('PageUp');
    await expect.poll(at).toBe('#/1/0/1');
    await expect
      .poll(() => page.locator(view).evaluate((element: RainierView) => element.suspended), {
        timeout: 20_000,
      })
      .toBe(false);
    expect(await stateOf(page, view)).toEqual(left);
    await page.keyboard.press('ArrowLeft');
    await led(page, view, 2, '');

    // The speaker's window, opened by a key that was pressed in the view.
    await page.mouse.click(500, 300);
    const opening = page.waitForEvent('popup');
    await page.keyboard.press('s');
    const speaker = await opening;
    await expect.poll(() => speaker.frames().length).toBe(3);
    const [, current] = speaker.frames();
    await current.waitForSelector('.slides > section.present rainier-view img');
    expect(await current.evaluate(() => customElements.get('rainier-view'))).toBeUndefined();
    expect(await speaker.locator('.speaker-controls-notes').innerText()).toContain(
      'arrow keys still turn slides',
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it('Marp: a deck in Markdown whose keys turn slides from inside a view', async () => {
    const deck = ['--html', 'examples/marp/deck.md', '-o', 'examples/marp/deck.html'];
    execFileSync(process.execPath, ['node_modules/@marp-team/marp-cli/marp-cli.js', ...deck], {
      stdio: 'ignore',
    });
    const { page, errors } = await openDeck(browser, `${site.url}examples/marp/deck.html`);
    const at = (): Promise<string> => page.evaluate(() => location.hash);
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toBe('#2');
    const row = 'rainier-view[at="b1/h1/r4"]';
    await ready(page, row);
    const box = await page.locator(row).boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('rainier-view');
    const left = await stateOf(page, row);
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toBe('#3');
    // The slide is hidden by style alone: its view sleeps all the same, and is there again.
    const sleeps = () => page.locator(row).evaluate((view: RainierView) => view.suspended);
    await expect.poll(sleeps, { timeout: 20_000 }).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(sleeps, { timeout: 20_000 }).toBe(false);
    expect(await stateOf(page, row)).toEqual(left);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('plain HTML: a page with a policy of its own asks, is told, scrolls, and has its focus back', async () => {
    const { page, errors } = await openDeck(browser, `${site.url}examples/plain/`);
    const view = page.locator('rainier-view');
    // Nothing of the scene comes before it is asked for.
    await expect.poll(() => page.frames().length).toBe(2);
    expect(await view.evaluate((element: RainierView) => element.active)).toBe(false);
    await page.getByRole('button', { name: 'A hall' }).click();
    await expect.poll(() => page.locator('output').innerText(), { timeout: 90_000 }).toMatch(/^b1\/h1, /);
    await view.evaluate((element: RainierView) => element.setAttribute('theme', 'light'));
    await expect.poll(async () => (await stateOf(page, 'rainier-view')).theme).toBe('light');
    const refused = view.evaluate((element: RainierView) =>
      element.flyTo('b99').catch((error: Error) => error.message),
    );
    expect(await refused).toBe('at names a place that this cluster does not have: b99');

    const gpuBytes = () => view.evaluate(async (element: RainierView) => (await element.stats()).gpuBytes);
    expect(await gpuBytes()).toBeGreaterThan(0);
    const box = (await view.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const { view: seen } = await stateOf(page, 'rainier-view');
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
    expect((await stateOf(page, 'rainier-view')).view).toEqual(seen);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 3);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('rainier-view');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');

    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(gpuBytes, { timeout: 20_000 }).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(gpuBytes, { timeout: 20_000 }).toBeGreaterThan(0);
    expect((await stateOf(page, 'rainier-view')).view).toEqual(seen);
    expect(errors).toEqual([]);
    await page.close();
  });
});
