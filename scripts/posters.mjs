// Draws public/posters/: what a frame shows of each level before it is started, by night and by day. Run it after the built
// scene has changed its looks: npm run build && npm run posters.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const FOLDER = 'public/posters';
const SIZE = { width: 960, height: 540 };
const LEVELS = {
  campus: '',
  building: 'b1',
  hall: 'b1/h1',
  row: 'b1/h1/r4',
  ultraserver: 'b1/h1/r4/u12',
  tray: 'b1/h1/r4/u12/s2/t5',
  chip: 'b1/h1/r4/u12/s2/t5/c1',
  core: 'b1/h1/r4/u12/s2/t5/c1/n1',
};

const server = await preview({ preview: { port: 4199, host: 'localhost' }, logLevel: 'warn' });
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
mkdirSync(FOLDER, { recursive: true });
for (const [level, at] of Object.entries(LEVELS))
  for (const theme of ['dark', 'light']) {
    const page = await browser.newPage({ viewport: SIZE, serviceWorkers: 'block' });
    await page.goto(
      `${address}?at=${at}&theme=${theme}&play=0&quality=high&motion=reduced&embed=1&autoplay=1`,
    );
    await page.waitForFunction(() => 'rainier' in window);
    const base64 = await page.evaluate(async (size) => {
      await window.rainier.ready;
      const bytes = await (await window.rainier.screenshot({ ...size, type: 'image/webp' })).arrayBuffer();
      return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
    }, SIZE);
    const file = `${FOLDER}/${level}${theme === 'light' ? '-light' : ''}.webp`;
    const bytes = Buffer.from(base64, 'base64');
    writeFileSync(file, bytes);
    console.log(`${file}: ${bytes.length} bytes`);
    await page.close();
  }
await browser.close();
server.httpServer.close();
