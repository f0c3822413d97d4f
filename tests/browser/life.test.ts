import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, launch, open, type Site, serve } from './site.ts';

const frames = (page: Page): Promise<number> => page.evaluate(() => window.rainier.stats().frames);

/** Counts the GPU objects of every context that is alive, from before the page's first script on. */
async function countObjects(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const alive = new Map<WebGL2RenderingContext, Set<object>>();
    const gl = WebGL2RenderingContext.prototype as unknown as Record<
      string,
      (...args: unknown[]) => object | null
    >;
    for (const kind of ['Buffer', 'Texture', 'Program', 'VertexArray', 'Framebuffer', 'Renderbuffer']) {
      const create = gl[`create${kind}`];
      const destroy = gl[`delete${kind}`];
      gl[`create${kind}`] = function (this: WebGL2RenderingContext, ...args) {
        const made = create.apply(this, args);
        if (!alive.has(this)) alive.set(this, new Set());
        if (made) alive.get(this)?.add(made);
        return made;
      };
      gl[`delete${kind}`] = function (this: WebGL2RenderingContext, ...args) {
        alive.get(this)?.delete(args[0] as object);
        return destroy.apply(this, args);
      };
    }
    Object.assign(window, {
      gpuObjects: () => {
        let count = 0;
        for (const [context, objects] of alive) if (!context.isContextLost()) count += objects.size;
        return count;
      },
    });
  });
}

const gpuObjects = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { gpuObjects(): number }).gpuObjects());

describe('the life of the scene', () => {
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

  it('comes back by itself from a lost context, with the same camera and time', async () => {
    const { page, errors } = await open(browser, site, '?play=0&t=2.5&at=b2/h3&cam=20,40,80&quality=low');
    await page.waitForTimeout(1500);
    const before = await fingerprint(page);
    const state = await page.evaluate(() => window.rainier.getState());
    for (let time = 0; time < 2; time++) {
      const drawn = await frames(page);
      await page.evaluate(() => {
        const gl = document.querySelector('canvas')?.getContext('webgl2');
        if (!gl) throw new Error('the canvas has no context');
        gl.getExtension('WEBGL_lose_context')?.loseContext();
      });
      await page.waitForFunction((n) => window.rainier.stats().frames > n, drawn, { timeout: 30_000 });
      await page.waitForTimeout(1500);
      expect(await fingerprint(page)).toBe(before);
      expect(await page.evaluate(() => window.rainier.getState())).toEqual(state);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('changes its quality without a blank moment', async () => {
    const { page } = await open(browser, site, '?play=0&quality=low');
    const canvases = await page.evaluate(async () => {
      const drawn = window.rainier.stats().frames;
      void window.rainier.setState({ quality: 'medium' });
      const seen: number[] = [];
      while (window.rainier.stats().frames === drawn) {
        seen.push(document.querySelectorAll('.stage canvas').length);
        await new Promise(requestAnimationFrame);
      }
      await new Promise((resolve) => setTimeout(resolve, 800));
      return { seen, after: document.querySelectorAll('.stage canvas').length };
    });
    // The last picture lies over the new canvas until that has drawn.
    expect(canvases.seen.slice(1).every((count) => count === 2)).toBe(true);
    expect(canvases.after).toBe(1);
    await page.close();
  });

  it('draws nothing while it is scrolled away or its tab is hidden, and the present moment after', async () => {
    const { page } = await open(browser, site, '?play=1&quality=low');
    const still = async (): Promise<number> => {
      await page.waitForTimeout(1500);
      const first = await frames(page);
      await page.waitForTimeout(1500);
      return (await frames(page)) - first;
    };
    const away = (transform: string) =>
      page.evaluate((value) => {
        document.querySelector<HTMLElement>('.stage')!.style.transform = value;
      }, transform);
    expect(await still()).toBeGreaterThan(2);
    await away('translateX(5000px)');
    expect(await still()).toBe(0);
    await away('');
    expect(await still()).toBeGreaterThan(2);
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    expect(await still()).toBe(0);
    await hide(false);
    expect(await still()).toBeGreaterThan(2);
    await page.close();
  });

  it('leaves no GPU objects behind: fifty times put up and taken down', async () => {
    const page = await browser.newPage({ viewport: { width: 480, height: 320 } });
    await countObjects(page);
    await page.goto(`${site.url}?play=0&quality=floorplan`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window);
    await page.evaluate(() => window.rainier.ready);
    const bytes = new Set<number>();
    const objects = new Set<number>();
    for (let time = 0; time < 50; time++) {
      await page.evaluate(() => window.rainier.setState({ quality: 'low' }));
      await page.waitForFunction(() => window.rainier.stats().frames > 0, null, { timeout: 30_000 });
      await page.evaluate(() => window.rainier.screenshot({}));
      bytes.add(await page.evaluate(() => window.rainier.stats().gpuBytes));
      objects.add(await gpuObjects(page));
      await page.evaluate(() => window.rainier.setState({ quality: 'floorplan' }));
      await page.waitForFunction(() => document.querySelector('.stage canvas[role=application]') === null);
    }
    expect(bytes.size).toBe(1);
    await page.waitForFunction(() => (window as unknown as { gpuObjects(): number }).gpuObjects() === 0);
    // A stage that was taken down gives its context back half a second later.
    expect(Math.max(...objects)).toBeLessThan(4 * Math.min(...objects));
    await page.close();
  });

  it('leaves no GPU objects behind when the cluster changes', async () => {
    const page = await browser.newPage({ viewport: { width: 480, height: 320 } });
    await countObjects(page);
    await page.goto(`${site.url}?play=0&quality=low`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window);
    await page.evaluate(() => window.rainier.ready);
    const change = async (cluster: string): Promise<number> => {
      await page.evaluate((name) => window.rainier.setState({ scenario: { cluster: name } }), cluster);
      await page.evaluate(() => window.rainier.screenshot({}));
      return gpuObjects(page);
    };
    await change('rainier-2026');
    const first = await change('rainier-2025');
    for (let time = 0; time < 5; time++) await change('rainier-2026');
    expect(await change('rainier-2025')).toBe(first);
    await page.close();
  });
});
