import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, open, type Site, serve } from './site.ts';

/** A small decoder of the llama family, as its config.json says it. */
const CONFIG = {
  model_type: 'llama',
  hidden_size: 2048,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 8192,
  vocab_size: 128256,
  tie_word_embeddings: true,
};

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

describe('a scenario on the page', () => {
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

  it('runs a dropped config.json', async () => {
    const { page } = await open(browser, site, '?play=0');
    await drop(page, 'config.json', JSON.stringify(CONFIG));
    await page.waitForFunction(() => typeof window.rainier.getState().scenario.model === 'object');
    await page.waitForFunction(() => /1\.24|1,24|1\.236/.test(document.body.innerText), null, {
      timeout: 20_000,
    });
    await page.close();
  });

  it('keeps what is on screen when a file is bad, and says which field', async () => {
    const { page } = await open(browser, site, '?play=0');
    const before = await page.evaluate(() => window.rainier.getState());
    await drop(page, 'config.json', JSON.stringify({ ...CONFIG, hidden_size: -5 }));
    await page.waitForFunction(() => /hidden_size/.test(document.body.innerText), null, { timeout: 20_000 });
    await drop(page, 'notes.txt', 'this is no JSON');
    await page.waitForFunction(() => /JSON/.test(document.body.innerText), null, { timeout: 20_000 });
    expect(await page.evaluate(() => window.rainier.getState())).toEqual(before);
    await page.close();
  });

  it('locks the fields that a link fixes, refuses files that would change them, and leaves the rest free', async () => {
    const lock = 'model,training.sequence,parallel';
    const { page, errors } = await open(
      browser,
      site,
      `?play=0&quality=floorplan&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64&lock=${lock}`,
    );
    await page.locator('[data-tab=scenario]').click();
    const field = (name: string) => page.locator('.scenario').getByRole('textbox', { name, exact: true });
    await expect.poll(() => field('tensor').isDisabled()).toBe(true);
    expect(await page.getByLabel('Model').isDisabled()).toBe(true);
    expect(await field('sequence length, tokens').isDisabled()).toBe(true);
    expect(await page.locator('.scenario .padlock').count()).toBeGreaterThan(5);
    await drop(page, 'config.json', JSON.stringify(CONFIG));
    await page.getByText('model is fixed by this link').waitFor();
    await field('global batch, sequences').fill('128');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('globalBatch=128'));
    expect(await page.evaluate(() => location.search)).toContain(`lock=${lock}`);
    const refused = await page.evaluate(() =>
      window.rainier
        .setState({ scenario: { model: 'llama-3.1-70b' } })
        .catch((error: Error) => error.message),
    );
    expect(refused).toBe('model is fixed by this link');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('falls back with a visible sentence when the address holds a bad value', async () => {
    const { page } = await open(browser, site, '?play=0&model=no-such-model&theme=pink&at=b99');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain('no-such-model');
    expect(text).toContain('pink');
    expect(text).toContain('b99');
    const state = await page.evaluate(() => window.rainier.getState());
    expect(state.view.at).toBe('');
    expect(state.theme).toBe('dark');
    await page.close();
  });

  it('applies a state all or nothing', async () => {
    const { page } = await open(browser, site, '?play=0');
    const before = await page.evaluate(() => window.rainier.getState());
    const message = await page.evaluate(() =>
      window.rainier.setState({ theme: 'light', scenario: { training: { sequence: -1 } } }).then(
        () => '',
        (error: Error) => error.message,
      ),
    );
    expect(message).toMatch(/sequence.*-1/);
    expect(await page.evaluate(() => window.rainier.getState())).toEqual(before);
    await page.evaluate(() =>
      window.rainier.setState({ theme: 'light', scenario: { training: { sequence: 4096 } } }),
    );
    const after = await page.evaluate(() => window.rainier.getState());
    expect(after.theme).toBe('light');
    expect(after.scenario.training?.sequence).toBe(4096);
    await page.close();
  });

  it('simulates on its own thread where workers are refused', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('refused', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await page.goto(`${site.url}?play=0`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'rainier' in window);
    await page.evaluate(() => window.rainier.ready);
    await page.waitForFunction(() => /MFU\s+[^\n]*\n?\s*\d/.test(document.body.innerText), null, {
      timeout: 20_000,
    });
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('the simulator stopped');
    await page.close();
  });

  it('shows results and a floorplan where there is no WebGL', async () => {
    const flat = await launch(false);
    const { page, errors } = await open(flat, site, '?play=0');
    expect(await page.evaluate(() => window.rainier.stats().renderer)).toBe('floorplan');
    expect(await page.evaluate(() => document.body.innerText)).toMatch(/WebGL/);
    expect(errors).toEqual([]);
    await flat.close();
  });
});
