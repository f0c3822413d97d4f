import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { launch, open, serve } from '../browser/site.ts';

export interface SceneRow {
  readonly cluster: string;
  readonly level: string;
  /** As asked for, and what was drawn. */
  readonly asked: string;
  readonly quality: string;
  readonly chips: number;
  readonly drawCalls: number;
  readonly triangles: number;
  readonly medianSeconds: number;
  readonly p95Seconds: number;
  /** Processor time of the main thread a frame: what it works, not what it waits for a core that draws. */
  readonly mainSeconds: number;
}

export interface BaselineRow {
  readonly what: string;
  readonly boxes: number;
  readonly medianSeconds: number;
}

const PLACES = [
  '',
  'b1',
  'b1/h1',
  'b1/h1/r1',
  'b1/h1/r1/u1',
  'b1/h1/r1/u1/s1/t2',
  'b1/h1/r1/u1/s1/t2/c1',
  'b1/h1/r1/u1/s1/t2/c1/n1',
];
const WATCH_MS = 4000;

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Frame times of the built page while the step plays, at every level. */
export async function benchScene(cluster: string, qualities: readonly string[]): Promise<SceneRow[]> {
  const site = await serve();
  const browser = await launch();
  const rows: SceneRow[] = [];
  for (const quality of qualities) {
    const { page } = await open(browser, site, `?cluster=${cluster}&play=1&quality=${quality}`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0;
    };
    for (const place of PLACES) {
      await page.evaluate((at) => window.rainier.flyTo(at, { seconds: 0 }), place);
      await page.evaluate(() => window.rainier.play());
      await page.waitForTimeout(2000);
      const before = await busy();
      const { stats, gaps, drawn } = await page.evaluate(async (ms) => {
        const first = window.rainier.stats().frames;
        const times: number[] = [];
        const end = performance.now() + ms;
        let last = performance.now();
        let seen = first;
        while (performance.now() < end) {
          await new Promise(requestAnimationFrame);
          const { frames } = window.rainier.stats();
          if (frames === seen) continue;
          const now = performance.now();
          times.push((now - last) / (frames - seen) / 1000);
          seen = frames;
          last = now;
        }
        return { stats: window.rainier.stats(), gaps: times, drawn: seen - first };
      }, WATCH_MS);
      const main = (await busy()) - before;
      rows.push({
        cluster,
        level: stats.level,
        asked: quality,
        quality: stats.quality,
        chips: stats.chips,
        drawCalls: stats.drawCalls,
        triangles: stats.triangles,
        medianSeconds: quantile(gaps, 0.5),
        p95Seconds: quantile(gaps, 0.95),
        mainSeconds: main / Math.max(1, drawn),
      });
    }
    await page.close();
  }
  await browser.close();
  site.close();
  return rows;
}

/** One InstancedMesh of plain three.js in the same browser. */
export async function benchBaseline(counts: readonly number[]): Promise<BaselineRow[]> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'rainier-baseline-'));
  const root = path.resolve('tests/bench');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input: path.join(root, 'baseline.html') } },
  });
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { port: 0 },
    logLevel: 'error',
  });
  const browser: Browser = await launch();
  const rows: BaselineRow[] = [];
  for (const boxes of counts) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${server.resolvedUrls?.local[0]}baseline.html?boxes=${boxes}`);
    await page.waitForFunction(() => 'measure' in window);
    const seconds = await page.evaluate(() =>
      (window as unknown as { measure(frames: number): Promise<number[]> }).measure(5),
    );
    rows.push({ what: 'one InstancedMesh', boxes, medianSeconds: quantile(seconds.slice(1), 0.5) });
    await page.close();
  }
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
  return rows;
}
