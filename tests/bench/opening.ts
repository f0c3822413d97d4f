import { gzipSync } from 'node:zlib';
import { launch, serve } from '../browser/site.ts';
import { quantile } from './scene.ts';

export interface OpeningBench {
  /** From asking for the page to its first 3D frame, median of fresh browsers. */
  readonly seconds: number;
  /** Gzipped bytes of all that was fetched until then, and of its scripts. */
  readonly bytes: number;
  readonly scriptBytes: number;
}

/** How soon a new visitor sees something, and what that costs to fetch. */
export async function benchOpening(times = 3): Promise<OpeningBench> {
  const site = await serve();
  const seconds: number[] = [];
  let bytes = 0;
  let scriptBytes = 0;
  for (let i = 0; i < times; i++) {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const bodies: Promise<[url: string, bytes: number]>[] = [];
    let open = true;
    page.on('response', (response) => {
      if (!open) return;
      bodies.push(
        response.body().then(
          (body) => [response.url(), gzipSync(body, { level: 9 }).length],
          () => [response.url(), 0],
        ),
      );
    });
    await page.goto(`${site.url}?play=0&cluster=rainier-2026`, { waitUntil: 'commit' });
    const first = await page.evaluate(async () => {
      for (;;) {
        await new Promise(requestAnimationFrame);
        try {
          if (window.rainier.stats().frames > 0) return performance.now() / 1000;
        } catch {
          // Nothing is drawn yet.
        }
      }
    });
    open = false;
    seconds.push(first);
    const fetched = await Promise.all(bodies);
    bytes = fetched.reduce((sum, [, size]) => sum + size, 0);
    scriptBytes = fetched.reduce((sum, [url, size]) => sum + (url.endsWith('.js') ? size : 0), 0);
    await browser.close();
  }
  site.close();
  return { seconds: quantile(seconds, 0.5), bytes, scriptBytes };
}
