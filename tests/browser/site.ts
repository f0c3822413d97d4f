import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface Site {
  readonly url: string;
  close(): void;
}

/** What hosts do differently. */
export interface Hosting {
  /** Path of the folder the site lies in, as browsers write it. */
  readonly folder?: string;
  /** Headers of every answer, beside its type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Types by ending, beside the right ones. */
  readonly types?: Readonly<Record<string, string>>;
}

/** Serves dist/ (or another build) under a path of its own, as any static host would. */
export async function serve(dist = path.resolve('dist'), hosting: Hosting = {}): Promise<Site> {
  const { folder = '/some/folder', headers = {}, types = {} } = hosting;
  if (!existsSync(dist)) throw new Error('there is no dist/: run npm run build first');
  const server = http.createServer(async (request, response) => {
    const asked = (request.url ?? '/').split('?')[0];
    const name = decodeURIComponent(asked.startsWith(folder) ? asked.slice(folder.length) : asked);
    let file = path.join(dist, name);
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    try {
      if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      const body = await readFile(file);
      response.setHeader(
        'content-type',
        types[path.extname(file)] ?? TYPES[path.extname(file)] ?? 'application/octet-stream',
      );
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${folder}/`, close: () => server.close() };
}

/** A Chromium whose WebGL2 runs in software, or one without WebGL. */
export function launch(webgl = true): Promise<Browser> {
  const graphics = webgl
    ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
    : ['--disable-3d-apis'];
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-sync',
      '--disable-component-update',
      ...graphics,
    ],
  });
}

/** A page at this query, ready: the step simulated, the first picture drawn. Requests to other hosts and page errors
 *  are collected. */
export async function open(browser: Browser, site: Site, query = '') {
  // Nothing is kept for a visit that does not come (offline.test.ts).
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url + query, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
  await page.evaluate(() => window.rainier.ready);
  return { page, foreign, errors };
}

/** Share of the canvas's pixels whose colour is unlike the commonest one, and the mean brightness, 0–1. */
export async function look(page: Page): Promise<{ varied: number; mean: number }> {
  const png = await page.evaluate(async () => {
    const blob = await window.rainier.screenshot({ width: 320, height: 180, type: 'image/png' });
    return new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(blob);
    });
  });
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<number, number>();
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) {
      // Four bits a channel, so that noise against banding is no variety.
      const key = ((data[i] >> 4) << 8) | ((data[i + 1] >> 4) << 4) | (data[i + 2] >> 4);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      sum += data[i] + data[i + 1] + data[i + 2];
    }
    const pixels = data.length / 4;
    return { varied: 1 - Math.max(...counts.values()) / pixels, mean: sum / (pixels * 3 * 255) };
  }, png);
}

/** A digest of the scene's pixels. */
export function fingerprint(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const blob = await window.rainier.screenshot({ width: 480, height: 270, type: 'image/png' });
    const bytes = await blob.arrayBuffer();
    // The page is served without TLS, where `crypto.subtle` is only there for the local host.
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}
