import fc from 'fast-check';
import type { Browser, Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCall } from '../../src/embed/calls.ts';
import { addressed } from '../../src/embed/weigh.ts';
import { messages, queries } from '../embed/messages.ts';
import { openHost, sandboxed, standing } from './host.ts';
import { launch, open, type Site, serve } from './site.ts';

const SMALL =
  'quality=floorplan&motion=reduced&play=0&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';
const shown = (frame: Frame): Promise<string> =>
  frame.evaluate(() => JSON.stringify(window.rainier.getState()));

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

  it('is not moved by 10,000 messages that are no calls, and answers the next one that is', async () => {
    const host = sandboxed(`${site.url}?embed=1&autoplay=1&${SMALL}`);
    const { page, frame, errors, close } = await openHost(browser, host);
    await standing(frame);
    const before = await shown(frame);
    const isCall = (message: unknown): boolean => {
      const spoken = addressed(message);
      const read = spoken && readCall(spoken);
      return read !== undefined && 'call' in read;
    };
    const plain = fc
      .sample(messages, { numRuns: 12_000, seed: 11 })
      // As they come through the wire of the test, which is JSON.
      .flatMap((message) => {
        try {
          const text = JSON.stringify(message);
          return text === undefined || text.length > 3000 ? [] : [JSON.parse(text) as unknown];
        } catch {
          return [];
        }
      })
      .filter((message) => !isCall(message));
    expect(plain.length).toBeGreaterThan(4000);
    const heard = await page.evaluate(async (text) => {
      const sent = JSON.parse(text) as unknown[];
      const { contentWindow } = document.querySelector('iframe')!;
      const answers: unknown[] = [];
      addEventListener('message', ({ data }) => answers.push(data));
      const huge = ['x'.repeat(3e5), { ns: 'rainier', v: 1, type: 'setState', state: 'y'.repeat(3e5) }];
      for (let i = 0; i < 10_000; i++) {
        const message = i % 500 === 0 ? huge[(i / 500) % 2] : sent[i % sent.length];
        contentWindow!.postMessage(message, '*');
        // A host that sends them at its leisure: the bucket of the limit fills again.
        if (i % 2000 === 0) await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await new Promise((resolve) => setTimeout(resolve, 4000));
      contentWindow!.postMessage({ ns: 'rainier', v: 1, id: 'after', type: 'seek', seconds: 0.125 }, '*');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return {
        last: answers.filter((answer) => (answer as { id?: string }).id === 'after'),
        all: answers.length,
      };
    }, JSON.stringify(plain));
    expect(heard.last).toEqual([{ ns: 'rainier', v: 1, id: 'after', type: 'result', value: null }]);
    expect(heard.all).toBeLessThan(1200);
    const after = JSON.parse(await shown(frame));
    expect(after.time.seconds).toBe(0.125);
    expect(JSON.stringify({ ...after, time: JSON.parse(before).time })).toBe(before);
    expect(errors).toEqual([]);
    await close();
  });

  it('opens for addresses that were cut, mistyped or made up', async () => {
    for (const search of fc.sample(queries, { numRuns: 3, seed: 3 })) {
      const { page, errors, foreign } = await open(browser, site, `${search}&quality=floorplan&read=`);
      expect(await page.evaluate(() => window.rainier.getState().quality), search).toBe('floorplan');
      expect([errors, foreign], search).toEqual([[], []]);
      await page.close();
    }
  });

  it('begins anew in a kiosk and leads until a hand comes', async () => {
    const { page, errors } = await open(browser, site, `?kiosk=5&links=0&${SMALL}&theme=light`);
    await page.evaluate(() => window.rainier.setState({ theme: 'contrast', lang: 'fr' }));
    await page.waitForFunction(() => window.rainier.getState().tour?.id === 'rainier', null, {
      timeout: 30_000,
    });
    expect(await page.evaluate(() => window.rainier.getState().theme)).toBe('light');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => window.rainier.getState().tour === null);
    const { theme, lang, scenario } = await page.evaluate(() => window.rainier.getState());
    expect([theme, lang, scenario.cluster]).toEqual(['light', 'en', 'ultraserver']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is a guest at embed/ too, with every key it was given', async () => {
    const { page, frame, close } = await openHost(
      browser,
      sandboxed(`${site.url}embed/?${SMALL}&autoplay=1`),
    );
    await expect.poll(() => page.frame('rainier')?.url()).toContain('/some/folder/?quality=floorplan');
    await standing(page.frame('rainier') ?? frame);
    expect(await (page.frame('rainier') ?? frame).locator('.embedded').count()).toBe(1);
    await close();
  });
});
