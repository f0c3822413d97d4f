import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, sandboxed, standing } from './host.ts';
import { fingerprint, launch, open, type Site, serve } from './site.ts';

const AT = '?play=0&lang=en&read=takeaway&at=b1/h1/r4/u12&cluster=rainier-2025';
const FLAT = `${AT}&quality=floorplan`;

/** Waits until the preview stands. */
const prepared = (page: Page) => page.waitForSelector('.take-preview [data-drawn=true]', { timeout: 60_000 });

/** Presses a button; gives the file that comes. */
async function taken(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download', { timeout: 110_000 });
  const button = page.getByRole('button', { name });
  // Until the browser has said what it can write, films cannot be asked for.
  await button.click({ trial: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function ownSize(page: Page, width: number, height: number): Promise<void> {
  await page.getByLabel('Shape').selectOption('own');
  await page.getByLabel('Width, pixels').fill(String(width));
  await page.getByLabel('Height, pixels').fill(String(height));
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture as the browser decodes it. */
async function decoded(page: Page, bytes: Buffer): Promise<Pixels> {
  const { width, height, text } = await page.evaluate(async (base64) => {
    const binary = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([binary]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let out = '';
    for (let i = 0; i < data.length; i += 32_768) out += String.fromCharCode(...data.subarray(i, i + 32_768));
    return { width: image.width, height: image.height, text: btoa(out) };
  }, bytes.toString('base64'));
  return { width, height, data: new Uint8Array(Buffer.from(text, 'base64')) };
}

const alpha = ({ width, data }: Pixels, x: number, y: number): number => data[(y * width + x) * 4 + 3];

/** Share of the pixels of a rectangle that differ. */
function unlike(a: Pixels, b: Pixels, x: number, y: number, w: number, h: number): number {
  let count = 0;
  for (let j = y; j < y + h; j++)
    for (let i = x; i < x + w; i++)
      for (let k = 0; k < 3; k++)
        if (Math.abs(a.data[(j * a.width + i) * 4 + k] - b.data[(j * a.width + i) * 4 + k]) > 24) {
          count += 1;
          break;
        }
  return count / (w * h);
}

/** What the page shows, and its address once that has come to rest: it follows changes up to 400 ms later. */
const stateOf = (page: Page) =>
  page.evaluate(async () => {
    const now = (): string => JSON.stringify([window.rainier.getState(), location.search]);
    for (let before = ''; before !== now(); ) {
      before = now();
      await new Promise((resolve) => setTimeout(resolve, 450));
    }
    return now();
  });

describe('taking away', () => {
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

  it('draws a PNG of the size that is asked for, cut out or whole, with its caption, and leaves the page as it was', async () => {
    const { page, errors, foreign } = await open(browser, site, AT);
    await prepared(page);
    const [state, look] = [await stateOf(page), await fingerprint(page)];
    await ownSize(page, 1001, 640);
    const whole = await taken(page, /^Save PNG/);
    expect(whole.name).toBe('rainier-b1-h1-r4-u12-1001x640.png');
    const a = await decoded(page, whole.bytes);
    expect([a.width, a.height]).toEqual([1001, 640]);
    expect([alpha(a, 2, 2), alpha(a, 998, 637), alpha(a, 500, 320)]).toEqual([255, 255, 255]);
    const again = await taken(page, /^Save PNG/);
    expect(again.bytes.equals(whole.bytes)).toBe(true);

    await page.getByLabel('Title, colours, source').uncheck();
    const plain = await decoded(page, (await taken(page, /^Save PNG/)).bytes);
    expect(unlike(a, plain, 24, 20, 300, 60)).toBeGreaterThan(0.05);
    expect(unlike(a, plain, 24, 590, 500, 40)).toBeGreaterThan(0.05);

    await page.getByLabel('Transparent background').check();
    const cut = await decoded(page, (await taken(page, /^Save PNG/)).bytes);
    expect([alpha(cut, 2, 2), alpha(cut, 2, 637), alpha(cut, 998, 2)]).toEqual([0, 0, 0]);
    expect(alpha(cut, 500, 320)).toBe(255);

    expect(await stateOf(page)).toBe(state);
    expect(await fingerprint(page)).toBe(look);
    expect([errors, foreign]).toEqual([[], []]);
    await page.close();
  });

  it('draws the largest picture in pieces without a seam', async () => {
    const { page, errors } = await open(browser, site, AT);
    await prepared(page);
    await page.getByLabel('Longer side').selectOption('4096');
    const { bytes } = await taken(page, /^Save PNG/);
    // How much each column, and each line, differs from the next one, around where the pieces meet.
    const { size, across, down } = await page.evaluate(async (base64) => {
      const image = await createImageBitmap(
        new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]),
      );
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const differences = (wide: number, high: number, stepX: number, stepY: number): number[] =>
        Array.from({ length: 16 }, (_, k) => {
          const [x, y] = stepX ? [width / 2 - 9 + k, 0] : [0, height / 2 - 9 + k];
          const a = context.getImageData(x, y, wide, high).data;
          const b = context.getImageData(x + stepX, y + stepY, wide, high).data;
          let sum = 0;
          for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
          return sum / a.length;
        });
      const across = differences(1, height, 1, 0);
      return { size: [width, height], across, down: differences(width, 1, 0, 1) };
    }, bytes.toString('base64'));
    expect(size).toEqual([4096, 2304]);
    for (const all of [across, down]) {
      const [seam, ...others] = [all[8], ...all.slice(0, 8), ...all.slice(9)];
      expect(seam).toBeGreaterThan(0);
      expect(seam).toBeLessThanOrEqual(1.3 * Math.max(...others));
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('refuses a size that no browser draws with one sentence, and goes on', async () => {
    const { page, errors } = await open(browser, site, FLAT);
    await prepared(page);
    await ownSize(page, 9000, 640);
    await page.getByRole('button', { name: /^Save PNG/ }).click();
    await page.getByText('width must be a whole number of pixels from 64 to 4096: 9000').first().waitFor();
    await ownSize(page, 320, 200);
    const { bytes } = await taken(page, /^Save PNG/);
    expect((await decoded(page, bytes)).width).toBe(320);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('makes a film frame by frame: the frames, size and length that were asked for, twice the same', async () => {
    const { page, errors } = await open(browser, site, AT);
    await prepared(page);
    const state = await stateOf(page);
    await ownSize(page, 480, 270);
    await page.getByRole('tab', { name: 'Film' }).click();
    await page.getByLabel('Length, seconds').fill('1');
    await page.getByLabel('Frames a second').selectOption('24');
    await page.getByRole('combobox', { name: 'Camera' }).selectOption('around');
    const films = [await taken(page, 'Make the film'), await taken(page, 'Make the film')];
    const hashes: string[] = [];
    for (const { name, bytes } of films) {
      const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(new Uint8Array(bytes)) });
      const track = await input.getPrimaryVideoTrack();
      if (!track) throw new Error('the film has no picture');
      expect(name).toMatch(/-480x270\.(mp4|webm)$/);
      expect(await track.getCodec()).toBe(name.endsWith('.mp4') ? 'avc' : 'vp9');
      expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([480, 270]);
      expect(await input.computeDuration()).toBeCloseTo(1, 2);
      const { title, comment } = await input.getMetadataTags();
      expect(title).toBe('Sixty-four chips as one');
      expect(comment).toMatch(/^Inside Project Rainier, simulated: .* \d{4}-\d\d-\d\d$/);
      const hash = createHash('sha256');
      let frames = 0;
      for await (const packet of new EncodedPacketSink(track).packets()) {
        hash.update(packet.data);
        expect(packet.timestamp).toBeCloseTo(frames / 24, 3);
        frames += 1;
      }
      expect(frames).toBe(24);
      hashes.push(hash.digest('hex'));
    }
    expect(hashes[1]).toBe(hashes[0]);
    expect(await stateOf(page)).toBe(state);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('falls back to WebM where the browser writes no H.264, and to the GIF where it writes nothing, and says so', async () => {
    for (const [refused, said, made] of [
      [/^avc/, 'WebM with VP9: this browser writes no H.264.', 'rainier-b1-h1-r4-u12-320x180.webm'],
      [/./, 'This browser writes neither H.264 nor VP9', null],
    ] as const) {
      const { page, errors } = await open(browser, site, FLAT);
      await prepared(page);
      await ownSize(page, 320, 180);
      await page.evaluate((pattern) => {
        const ask = VideoEncoder.isConfigSupported.bind(VideoEncoder);
        VideoEncoder.isConfigSupported = async (config) =>
          new RegExp(pattern).test(config.codec) ? { supported: false, config } : ask(config);
      }, refused.source);
      await page.getByRole('tab', { name: 'Film' }).click();
      await page.getByText(said).waitFor();
      if (made) {
        await page.getByLabel('Length, seconds').fill('1');
        const { name, bytes } = await taken(page, 'Make the film');
        expect(name).toBe(made);
        // The first four bytes of every Matroska file.
        expect(bytes.readUInt32BE(0)).toBe(0x1a45dfa3);
      } else expect(await page.getByRole('button', { name: 'Make the film' }).isDisabled()).toBe(true);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('cancels a film, says so, and makes another', async () => {
    const { page, errors } = await open(browser, site, FLAT);
    await prepared(page);
    await page.getByRole('tab', { name: 'Film' }).click();
    await page.getByLabel('Length, seconds').fill('60');
    await page.getByRole('button', { name: 'Make the film' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. Nothing was saved.').waitFor();
    await ownSize(page, 160, 90);
    await page.getByLabel('Length, seconds').fill('1');
    expect((await taken(page, 'Make the film')).bytes.length).toBeGreaterThan(1000);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('makes a GIF of exactly one step, twice the same bytes', async () => {
    const { page, errors } = await open(browser, site, AT);
    await prepared(page);
    await ownSize(page, 240, 136);
    await page.getByRole('tab', { name: 'Film' }).click();
    await page.getByLabel('Kind').selectOption('gif');
    await page.getByLabel('Length, seconds').fill('2');
    expect(await page.getByLabel('Exactly one training step').isChecked()).toBe(true);
    const [a, b] = [await taken(page, 'Make the GIF'), await taken(page, 'Make the GIF')];
    expect(b.bytes.equals(a.bytes)).toBe(true);
    expect(a.bytes.subarray(0, 6).toString()).toBe('GIF89a');
    expect([a.bytes.readUInt16LE(6), a.bytes.readUInt16LE(8)]).toEqual([240, 136]);
    const frames = await page.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: 'image/gif' });
      await decoder.tracks.ready;
      const count = decoder.tracks.selectedTrack!.frameCount;
      const { image } = await decoder.decode({ frameIndex: count - 1 });
      return { count, repeats: decoder.tracks.selectedTrack!.repetitionCount, delay: image.duration };
    }, a.bytes.toString('base64'));
    expect(frames).toEqual({ count: 40, repeats: Number.POSITIVE_INFINITY, delay: 50_000 });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes a step of a tour away without leading the page there', async () => {
    const { page, errors } = await open(browser, site, FLAT);
    await prepared(page);
    const state = await stateOf(page);
    await page.getByLabel('What').selectOption('0:4');
    await page.locator('.take-preview [aria-label="Preview: Trainium2, opened"]').waitFor();
    await prepared(page);
    await page.getByRole('tab', { name: 'Link' }).click();
    const link = await page.getByRole('textbox', { name: 'Link to exactly this view' }).inputValue();
    expect(link).toMatch(/[?&]tour=rainier&tourStep=4/);
    expect(link).not.toMatch(/read=|motion=/);
    expect(await stateOf(page)).toBe(state);
    const code = await page.locator('.take-code img').getAttribute('src');
    const { bytes } = {
      bytes: await page.evaluate(async (source) => {
        const image = Object.assign(new Image(), { src: source });
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 800 });
        canvas.getContext('2d')!.drawImage(image, 0, 0, 800, 800);
        return canvas.toDataURL('image/png').split(',')[1];
      }, code!),
    };
    const pixels = await decoded(page, Buffer.from(bytes, 'base64'));
    expect(jsQR(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height)?.data).toBe(link);
    // What the link opens is what was to be taken away.
    const again = await open(browser, site, new URL(link).search);
    expect(await again.page.evaluate(() => window.rainier.getState().view.at)).toBe('b1/h1/r4/u12/s2/t5/c1');
    await again.page.close();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('saves the floorplan, the numbers, the trace and the scenario', async () => {
    const { page, errors } = await open(browser, site, `${FLAT}&model=llama-3.1-8b&cluster=ultraserver&at=`);
    await prepared(page);
    await page.getByRole('tab', { name: 'Drawings and data' }).click();
    const svg = (await taken(page, 'Floorplan as SVG')).bytes.toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1920" height="1080"/);
    expect(svg).toMatch(/Inside Project Rainier, simulated: .* \d{4}-\d\d-\d\d</);
    const wrong = await page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
      svg,
    );
    expect(wrong).toBeUndefined();
    const seconds = await page.evaluate(() => window.rainier.getState().scenario.model);
    expect(seconds).toBe('llama-3.1-8b');
    const json = JSON.parse((await taken(page, 'Results as JSON')).bytes.toString());
    expect(json).toMatchObject({ version: 1, scenario: { model: 'llama-3.1-8b', cluster: 'ultraserver' } });
    const csv = (await taken(page, 'Results as CSV')).bytes.toString();
    expect(csv).toContain(`step.seconds,,${json.summary.step.seconds},s\r\n`);
    const trace = JSON.parse((await taken(page, 'Trace of the step')).bytes.toString());
    expect(trace.otherData.step.seconds).toBe(json.summary.step.seconds);
    expect(trace.traceEvents.length).toBeGreaterThan(100);
    const scenario = JSON.parse((await taken(page, 'Scenario')).bytes.toString());
    expect(scenario).toMatchObject({ version: 1, model: 'llama-3.1-8b' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('hands the trace to Perfetto in a window of its own, after a handshake', async () => {
    const { page, errors, foreign } = await open(
      browser,
      site,
      `${FLAT}&model=llama-3.1-8b&cluster=ultraserver&at=`,
    );
    await prepared(page);
    // A frame of this page plays the other window: it answers as Perfetto does, late.
    await page.evaluate(() => {
      const heard: unknown[] = [];
      const other = document.body.appendChild(document.createElement('iframe')).contentWindow!;
      const origin = 'https://ui.perfetto.dev';
      other.postMessage = (message: unknown) => {
        heard.push(message);
        if (heard.length === 3)
          window.dispatchEvent(new MessageEvent('message', { data: 'PONG', origin, source: other }));
      };
      window.open = (address) => {
        heard.push(String(address));
        return other;
      };
      Object.assign(window, { heard });
    });
    await page.getByRole('tab', { name: 'Drawings and data' }).click();
    await page.getByRole('button', { name: /Perfetto/ }).click();
    await page.getByText('Perfetto has the trace.').waitFor();
    const heard = await page.evaluate(() => {
      const all = (window as unknown as { heard: { perfetto?: { buffer: ArrayBuffer; title: string } }[] })
        .heard;
      const last = all.at(-1)?.perfetto;
      return {
        first: all.slice(0, 3),
        title: last?.title,
        trace: JSON.parse(new TextDecoder().decode(last?.buffer)).traceEvents.length,
      };
    });
    expect(heard.first).toEqual(['https://ui.perfetto.dev', 'PING', 'PING']);
    expect(heard.title).toMatch(/^Inside Project Rainier, simulated/);
    expect(heard.trace).toBeGreaterThan(100);
    expect([errors, foreign]).toEqual([[], []]);
    await page.close();
  });

  it('has no way out where links are off', async () => {
    const { page } = await open(browser, site, `${FLAT}&links=0`);
    await prepared(page);
    await page.getByRole('tab', { name: 'Drawings and data' }).click();
    await page.getByRole('button', { name: 'Trace of the step' }).waitFor();
    expect(await page.getByRole('button', { name: /Perfetto/ }).count()).toBe(0);
    await page.close();
  });

  it('says in a frame that may not save files what can be done instead, and draws there too', async () => {
    const { frame, errors, close } = await openHost(browser, sandboxed(`${site.url}${FLAT}`));
    await standing(frame);
    await frame.waitForSelector('.take-preview [data-drawn=true]', { timeout: 60_000 });
    await frame.getByText('This frame may not save files').waitFor();
    expect(await frame.getByRole('button', { name: /^Save PNG/ }).isDisabled()).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  it('has nothing that axe finds, in both languages, on a desk and on a phone', async () => {
    const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    for (const lang of ['en', 'fr'])
      for (const width of [1280, 390]) {
        const { page } = await open(browser, site, FLAT.replace('lang=en', `lang=${lang}`));
        await page.setViewportSize({ width, height: 800 });
        await prepared(page);
        await page.evaluate(axe);
        for (const tab of await page.locator('.take-tabs [role=tab]').all()) {
          await tab.click();
          const found = await page.evaluate(async () => {
            const { run } = (
              window as unknown as {
                axe: {
                  run: (
                    node: Element,
                  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
                };
              }
            ).axe;
            const { violations } = await run(document.querySelector('dialog.reading')!);
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
          });
          expect(found, `${lang} ${width} ${await tab.innerText()}`).toEqual([]);
        }
        const over = await page.evaluate(
          () =>
            document.querySelector('dialog.reading')!.scrollWidth -
            document.querySelector('dialog.reading')!.clientWidth,
        );
        expect(over).toBeLessThanOrEqual(0);
        await page.close();
      }
  });
});

describe('taking away without WebGL', () => {
  it('draws the floorplan as a picture and as a film', async () => {
    const site = await serve();
    const browser = await launch(false);
    const { page, errors } = await open(browser, site, AT);
    await prepared(page);
    await ownSize(page, 640, 360);
    const picture = await decoded(page, (await taken(page, /^Save PNG/)).bytes);
    expect([picture.width, picture.height]).toEqual([640, 360]);
    expect(new Set(picture.data).size).toBeGreaterThan(20);
    await page.getByRole('tab', { name: 'Film' }).click();
    expect(await page.getByRole('combobox', { name: 'Camera' }).locator('option').count()).toBe(1);
    await page.getByLabel('Length, seconds').fill('1');
    expect((await taken(page, 'Make the film')).bytes.length).toBeGreaterThan(1000);
    expect(errors).toEqual([]);
    await browser.close();
    site.close();
  });
});
