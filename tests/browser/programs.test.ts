import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Site, serve } from './site.ts';

const PLACES = ['', 'b3', 'b3/h2', 'b3/h2/r4', 'b3/h2/r4/u17', 'b3/h2/r4/u17/s2/t5/c1'];
const LOOKS = [
  'quality=low',
  'quality=medium',
  'quality=high',
  'quality=low&theme=light',
  'quality=high&theme=light',
  'quality=high&theme=contrast',
  'quality=high&layer=power',
  'quality=high&layer=groups',
  'quality=high&layer=faults',
];

describe('the programs of the built site', () => {
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

  // The page itself does not ask, since every answer would be waited for.
  it.each(LOOKS)('are all valid: %s', async (look) => {
    const page = await browser.newPage({
      viewport: { width: 320, height: 200 },
      serviceWorkers: 'block',
    });
    await page.addInitScript(() => {
      const broken: string[] = [];
      let linked = 0;
      const gl = WebGL2RenderingContext.prototype;
      const link = gl.linkProgram;
      gl.linkProgram = function (program) {
        link.call(this, program);
        linked += 1;
        if (this.getProgramParameter(program, this.LINK_STATUS)) return;
        const shaders = this.getAttachedShaders(program) ?? [];
        const said = shaders.map((shader) => this.getShaderInfoLog(shader)).join(' ');
        broken.push(`${this.getProgramInfoLog(program)} ${said}`);
      };
      Object.assign(window, { programs: () => ({ broken, linked }) });
    });
    await page.goto(`${site.url}?play=0&motion=reduced&${look}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
    await page.evaluate(() => window.rainier.ready);
    for (const at of PLACES) await page.evaluate((to) => window.rainier.flyTo(to, { seconds: 0 }), at);
    const { broken, linked } = await page.evaluate(() =>
      (window as unknown as { programs(): { broken: string[]; linked: number } }).programs(),
    );
    expect(broken).toEqual([]);
    expect(linked).toBeGreaterThan(10);
    await page.close();
  });
});
