import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright';

export interface Host {
  readonly page: Page;
  /** The frame with the name `rainier`. */
  readonly frame: Frame;
  readonly errors: string[];
  close(): Promise<void>;
}

/** Opens a page of another origin that holds this body; its frame must be named `rainier`. `visitor` is who looks at it. */
export async function openHost(
  browser: Browser,
  body: string,
  visitor: BrowserContextOptions = {},
): Promise<Host> {
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Host</title>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 }, ...visitor });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const frame = page.frame('rainier');
  if (!frame) throw new Error('the host page has no frame named rainier');
  return {
    page,
    frame,
    errors,
    async close() {
      await page.close();
      server.close();
    },
  };
}

/** A frame of the site with an opaque origin: no modules, no storage, no fetch, no threads by address. */
export function sandboxed(address: string, name = 'rainier', [width, height] = [960, 540]): string {
  return `<iframe name="${name}" sandbox="allow-scripts" width="${width}" height="${height}" src="${address}"></iframe>`;
}

/** Resolves when the page in the frame stands. */
export async function standing(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => 'rainier' in window, null, { timeout: 60_000 });
  await frame.evaluate(() => window.rainier.ready);
}
