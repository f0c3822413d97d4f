import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finger, type Hand, keyboard } from './hands.ts';
import { launch, type Site, serve } from './site.ts';

/** What a visitor comes for, each done with one kind of hand, on the floorplan that stands in where WebGL is missing. */
const SMALL = 'cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';
const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
] as const;

const HANDS = [
  { by: 'keys alone', take: keyboard },
  ...PHONES.map((phone) => ({
    by: `one finger on ${phone.width} × ${phone.height}`,
    take: (browser: Browser, site: Site, query: string) => finger(browser, site, query, phone),
  })),
];

describe.each(HANDS)('with $by', ({ take }) => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await serve();
    browser = await launch(false);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  const open = (query: string) => take(browser, site, `?play=0&${query}`);
  const tab = (hand: Hand, name: string) => hand.press(hand.page.locator(`[data-tab=${name}]`));
  const button = (hand: Hand, name: string | RegExp) => hand.page.getByRole('button', { name });
  const state = (hand: Hand) => hand.page.evaluate(() => window.rainier.getState());

  it('finds out why the step is slow', async () => {
    const hand = await open('');
    await tab(hand, 'step');
    const results = hand.page.locator('.results');
    await results.getByText('What limits it').waitFor();
    expect(await results.innerText()).toMatch(/Arithmetic: chips compute for [\d.]+% of the step/);
    expect(await results.innerText()).toMatch(/chips reach [\d.]+% of their peak/);
    await hand.press(button(hand, 'Charts of the step').first());
    await hand.page.locator('[data-chart=roofline] summary').waitFor();
    await hand.press(hand.page.locator('[data-chart=roofline] summary'));
    expect(await hand.page.locator('[data-chart=roofline] tbody tr').count()).toBeGreaterThan(5);
    await hand.close();
  });

  it('makes the 405B fit on 1,024 chips', async () => {
    const hand = await open('cluster=ultraserver');
    await tab(hand, 'scenario');
    const estimate = hand.page.locator('.estimate[data-estimate=false]');
    await estimate.waitFor();
    expect(await hand.page.locator('.estimate .fault').count()).toBe(1);
    await hand.write(hand.page.getByRole('textbox', { name: 'chips' }), '1024');
    await hand.page.waitForFunction(() => location.search.includes('cluster.chips=1024'));
    await hand.page.waitForFunction(() => !document.querySelector('.estimate .fault'));
    expect(await estimate.innerText()).toMatch(/of\s96\sGiB/);
    await hand.close();
  });

  it('shows a French class the torus, one dimension at a time', async () => {
    const hand = await open('lang=fr');
    await hand.press(button(hand, 'Aller à'));
    await hand.write(hand.page.locator('.goto').getByRole('combobox'), 'ultraserver');
    await hand.page.waitForFunction(() => /^b1\/h1\/r\d+\/u\d+$/.test(window.rainier.getState().view.at));
    await hand.press(hand.page.getByRole('radio', { name: 'Dimension Z' }));
    await hand.page.waitForFunction(() => location.search.includes('axis=z'));
    await hand.press(button(hand, 'Déplier'));
    await hand.page.waitForFunction(() => location.search.includes('unfolded=1'));
    await hand.press(button(hand, 'Replier'));
    expect((await state(hand)).unfolded).toBe(false);
    await hand.close();
  });

  it('compares half the speed of NeuronLink with the whole', async () => {
    const hand = await open('');
    await tab(hand, 'step');
    await hand.press(button(hand, 'Keep as A to compare'));
    await tab(hand, 'scenario');
    await hand.write(hand.page.getByRole('textbox', { name: /^NeuronLink/ }), '64');
    await hand.page.waitForFunction(() => /linkBandwidth/.test(location.search));
    await tab(hand, 'step');
    await hand.page.locator('.waterfall').waitFor();
    const terms = await hand.page.locator('.waterfall tbody tr').allTextContents();
    expect(terms.some((term) => /^Tensor\+[\d.]+\ss$/.test(term))).toBe(true);
    expect(await hand.page.locator('.lane-name').allInnerTexts()).toEqual(['A', 'B']);
    expect((await state(hand)).scenario.parallel).toEqual({ tensor: 64, pipeline: 12, data: 644 });
    await hand.close();
  });

  it('finds the best layout of a model with experts, and takes it', async () => {
    const hand = await open('cluster.chips=16384');
    await tab(hand, 'scenario');
    await hand.choose(hand.page.getByLabel('Model'), 'DeepSeek');
    await hand.page.waitForFunction(() => location.search.includes('model=deepseek-v3'));
    await hand.press(button(hand, 'Find the best layout'));
    await hand.page.locator('.layouts tbody tr').first().waitFor({ timeout: 60_000 });
    await hand.press(button(hand, 'Stop here'));
    await hand.press(hand.page.locator('.layouts button:enabled').first());
    await hand.page.waitForFunction(() => /parallel\.expert=\d/.test(location.search));
    await hand.close();
  });

  it('finds one chip by its address, and says what it does now', async () => {
    const hand = await open('t=3.2');
    await hand.press(button(hand, 'Go to'));
    await hand.write(hand.page.locator('.goto').getByRole('combobox'), 'b3/h2/r4/u17/s2/t5/c1');
    await hand.page.waitForFunction(() => window.rainier.getState().view.at === 'b3/h2/r4/u17/s2/t5/c1');
    await tab(hand, 'place');
    const now = hand.page.locator('.inspector dl.pairs').first();
    await now.waitFor();
    expect(await now.innerText()).toMatch(/Phase\s+(forward|backward|waiting|optimizer)/);
    expect(await now.innerText()).toMatch(/Layer\s+(none|\d+ of 126)/);
    await hand.close();
  });

  it('finds out what a dead chip costs, and mends it', async () => {
    const hand = await open('');
    await tab(hand, 'scenario');
    await hand.press(button(hand, 'Stop this chip'));
    const told = hand.page.locator('.scenario [role=status].fault');
    await told.waitFor();
    expect(await told.innerText()).toMatch(/1 replica of 644 stands still.*0\.2% fewer tokens a step/);
    await hand.press(button(hand, /^Mend b1/));
    await hand.page.waitForFunction(() => !location.search.includes('faults'));
    expect((await state(hand)).scenario.faults).toBeUndefined();
    await hand.close();
  });

  it('looks for what it came for in its own words', async () => {
    const hand = await open('');
    await hand.press(button(hand, 'Go to'));
    await hand.write(hand.page.locator('.goto').getByRole('combobox'), 'chip dies');
    const breaks = hand.page.locator('#faults');
    await breaks.waitFor();
    await hand.page.waitForFunction(() => document.activeElement?.id === 'faults');
    await hand.press(button(hand, 'Stop this chip'));
    await hand.page.locator('.scenario [role=status].fault').waitFor();
    await hand.close();
  });

  it('says why a chip that stands still has no kernel, and how far the next one is', async () => {
    const chip = 'b1/h1/r4/u12/s2/t5/c1';
    const hand = await open(`at=${chip}&t=7.85345`);
    await hand.page.getByText(/begins in \d+\sµs/).waitFor();
    await hand.press(button(hand, 'Go there'));
    await hand.page.locator('.apart').waitFor({ state: 'detached' });
    await hand.close();
    const faults = encodeURIComponent(JSON.stringify([{ at: chip, kind: 'chip' }]));
    const dead = await open(`at=${chip}&faults=${faults}`);
    await dead.page.getByText('No kernel runs here: this is the whole step.').waitFor();
    await dead.close();
  });

  it('saves the scenario and opens it again', async () => {
    const hand = await open(`${SMALL}&training.sequence=4096`);
    await tab(hand, 'scenario');
    const coming = hand.page.waitForEvent('download');
    await hand.press(button(hand, 'Save as a file'));
    const saved = await readFile(await (await coming).path());
    expect(JSON.parse(String(saved))).toMatchObject({ training: { sequence: 4096 }, cluster: 'ultraserver' });
    await hand.press(button(hand, 'Back to the default scenario'));
    await hand.page.waitForFunction(() => !location.search.includes('sequence'));
    const asking = hand.page.waitForEvent('filechooser');
    await hand.press(button(hand, 'Open a config.json or a scenario'));
    await (await asking).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: saved });
    await hand.page.waitForFunction(() => location.search.includes('training.sequence=4096'));
    await hand.close();
  });

  it('goes on with the tour from its fifth step, by link', async () => {
    const hand = await open('tour=rainier&tourStep=5&motion=reduced');
    await hand.page.getByRole('heading', { level: 1 }).waitFor();
    await hand.press(button(hand, 'Next step'));
    await hand.page.waitForFunction(() => location.search.includes('tourStep=6'));
    await hand.press(button(hand, 'Step back'));
    await hand.page.waitForFunction(() => location.search.includes('tourStep=5'));
    await hand.press(button(hand, 'Leave the tour'));
    expect((await state(hand)).tour).toBeNull();
    await hand.close();
  });

  it('finds out what a word means, where it stands and in the glossary', async () => {
    const hand = await open(SMALL);
    await tab(hand, 'step');
    await hand.press(hand.page.locator('.results .term', { hasText: 'MFU' }));
    await hand.page.getByText('Model FLOPs utilisation').first().waitFor();
    await hand.page.keyboard.press('Escape');
    await hand.press(button(hand, 'About and help'));
    await hand.press(hand.page.locator('dialog[open]').getByRole('button', { name: 'Glossary' }));
    await hand.page.locator('.reading').getByText('Model FLOPs utilisation').waitFor();
    await hand.press(hand.page.locator('.reading').getByRole('button', { name: 'Close' }));
    await hand.page.locator('.reading').waitFor({ state: 'detached' });
    await hand.close();
  });

  it('sees where a number comes from, with a link', async () => {
    const hand = await open('at=b1/h1/r4/u12/s2/t5/c1');
    await tab(hand, 'place');
    const fact = hand.page.locator('.facts li').first();
    await hand.press(fact.locator('summary'));
    expect(await fact.locator('p').innerText()).toMatch(/Source: .*Neuron SDK.*Confidence: high/);
    expect(await fact.locator('a').first().getAttribute('href')).toMatch(/^https:\/\/awsdocs-neuron/);
    await hand.close();
  });
});
