import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, sandboxed, standing } from './host.ts';
import { launch, type Site, serve } from './site.ts';

describe('the page in a frame', () => {
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

  it('opens in an opaque origin, with threads, words and tours inside', async () => {
    const { page, frame, errors, close } = await openHost(
      browser,
      sandboxed(`${site.url}?embed=1&autoplay=1&play=0&lang=fr&motion=reduced`),
    );
    await standing(frame);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    expect(page.workers().map((worker) => worker.url().slice(0, 5))).toEqual(['blob:']);
    await frame.evaluate(() => window.rainier.setState({ tour: { id: 'rainier', step: 4 } }));
    expect(await frame.evaluate(() => window.rainier.getState().view.at)).toBe('b1/h1/r4/u12/s2/t5/c1');
    expect(await frame.getByRole('heading', { level: 1 }).innerText()).toBe('Trainium2, ouverte');
    expect(errors).toEqual([]);
    await close();
  });
});
