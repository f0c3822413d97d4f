import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RainierView } from '../../src/host/view.ts';
import { launch, type Site, serve } from './site.ts';

const VIEW = `<rainier-view autoplay quality="floorplan" motion="reduced" play="0" cluster="ultraserver"
  model="llama-3.1-8b" training.global-batch="64" theme="light" style="width:480px;height:270px">
  <p slot="fallback">No view today.</p></rainier-view>`;

describe('the element in a page', () => {
  let browser: Browser;
  let site: Site;
  let script: string;
  beforeAll(async () => {
    site = await serve();
    script = readFileSync(path.resolve('dist-embed/rainier-view.js'), 'utf8');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  /** A page of the site's origin that holds this body and knows the element. */
  const openPage = async (body: string, policy = '', javaScriptEnabled = true): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    // Heard from the beginning: a frame may be refused before a test can listen.
    await page.addInitScript(() => {
      const hear = (event: Event): void => {
        if (event instanceof CustomEvent) document.documentElement.dataset.said = event.detail;
      };
      addEventListener('error', hear, true);
    });
    await page.route(`${site.url}host.html`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `${policy}<body>${body}` }),
    );
    await page.goto(`${site.url}host.html`);
    if (javaScriptEnabled) await page.addScriptTag({ content: script, type: 'module' });
    return page;
  };
  const view = (page: Page) => page.locator('rainier-view');
  const shown = async (page: Page) => {
    await view(page).evaluate((element: RainierView) => element.ready);
    return view(page).evaluate((element: RainierView) => element.getState());
  };

  it('says that it is ready once behind the poster, and once when the picture stands', async () => {
    const page = await openPage('');
    const told = await page.evaluate(
      async ([html, src]) => {
        const told: boolean[] = [];
        document.body.innerHTML = html;
        const element = document.querySelector('rainier-view')!;
        element.addEventListener('ready', (event) => told.push((event as CustomEvent).detail.active));
        element.src = src;
        element.removeAttribute('autoplay');
        await new Promise((done) => element.addEventListener('ready', done, { once: true }));
        await element.activate();
        await element.getState();
        return told;
      },
      [VIEW, site.url] as const,
    );
    expect(told).toEqual([false, true]);
    await page.context().close();
  });

  it('shows its fallback where the host refuses the frame, where src is no address, and without scripts', async () => {
    const words = (page: Page) => page.getByText('No view today.');
    const refused = await openPage(
      VIEW.replace('<rainier-view', `<rainier-view src="${site.url}"`),
      `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`,
    );
    await words(refused).waitFor({ timeout: 60_000 });
    expect(await refused.evaluate(() => document.documentElement.dataset.said)).toContain(
      'the page does not answer: ',
    );
    await refused.context().close();

    const wrong = await openPage(VIEW.replace('<rainier-view', '<rainier-view src="mailto:a@b.c"'));
    await words(wrong).waitFor();
    await wrong.context().close();

    const mute = await openPage(VIEW, '', false);
    expect(await words(mute).isVisible()).toBe(true);
    await mute.context().close();
  });

  it('taken out of the document and put back, shows what it showed, and its attributes as they are now', async () => {
    const page = await openPage(VIEW.replace('<rainier-view', `<rainier-view src="${site.url}"`));
    await shown(page);
    const change = { selected: 'b1/h1/r1/u1/s2', lang: 'fr', time: { seconds: 0.25 } };
    const parted = { scenario: { training: { sequence: 4096, globalBatch: null } } };
    await view(page).evaluate((element: RainierView, state) => element.setState(state), {
      ...change,
      ...parted,
    });
    const left = await shown(page);
    // As the element was told: the state is told once it came to rest.
    await expect
      .poll(() => view(page).evaluate((element: RainierView) => element.state?.selected))
      .toBe('b1/h1/r1/u1/s2');
    /** Takes it out, changes it there, and puts it back. */
    const moved = (attributes: Record<string, string>) =>
      view(page).evaluate((element: RainierView, all) => {
        const { parentElement } = element;
        element.remove();
        for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
        parentElement?.append(element);
      }, attributes);
    const comesTo = (what: (state: Awaited<ReturnType<typeof shown>>) => unknown) =>
      expect.poll(async () => what(await shown(page)), { timeout: 20_000 });

    await moved({});
    await comesTo((state) => state).toEqual(left);

    await moved({ theme: 'contrast' });
    await comesTo((state) => [state.theme, state.lang, state.selected, state.scenario]).toEqual([
      'contrast',
      'fr',
      'b1/h1/r1/u1/s2',
      left.scenario,
    ]);

    await expect.poll(() => view(page).evaluate((element: RainierView) => element.state?.lang)).toBe('fr');
    await moved({ 'training.sequence': '2048' });
    await comesTo((state) => [state.lang, state.scenario]).toEqual([
      'fr',
      {
        cluster: 'ultraserver',
        model: 'llama-3.1-8b',
        training: { sequence: 2048, globalBatch: 64 },
      },
    ]);
    await page.context().close();
  });
});
