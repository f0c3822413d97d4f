import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsDate } from '../../src/facts/fact.ts';
import { models } from '../../src/facts/models.ts';
import { VALIDATED_STACKS } from '../../src/facts/validated.ts';
import { buildPseudo, CLOSE, OPEN } from './pseudo.ts';
import { launch, open, type Site, serve } from './site.ts';

/** Names, units, and words that number formats and addresses have in any language. */
const NAMES = [
  ...'English Français NeuronCore NeuronLink UltraServer Trainium TPU HBM GPipe DualPipe ZeRO SGD Adam MFU'.split(
    ' ',
  ),
  ...'Llama DeepSeek Mixtral Qwen gpt-oss GPT Maverick config json SVG CSV Ctrl Tab Enter Home End Esc'.split(
    ' ',
  ),
  ...'[KMGT]iB [kMGTPE]?FLOP [kMGT]?Wh [kMG]Hz MXFP NVFP min millions? milliards? billions? mille'.split(' '),
  ...['Inside Project Rainier', 'AWS Neuron SDK', 'Mississippi', 'Indiana Michigan Power'],
  ...[
    'SemiAnalysis, Trainium3 deep dive',
    'Data Center Dynamics',
    'Inside Indiana Business',
    'Ernest Chiang, AWS SRD',
  ],
  ...VALIDATED_STACKS.map(({ name }) => name),
];
/** What stands in a notice as it is typed: fields and their values. */
const TYPED = [
  ...Object.keys(models),
  'parallel\\.tensor',
  'model',
  'theme',
  'dark',
  'light',
  'contrast',
  'pink',
  'none',
];

/** What can be read or heard on the page and does not stand between marks. */
function unmarked(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([open, close, known]) => {
      const between = new RegExp(`${open}[^${open}${close}]*${close}`, 'g');
      const name = new RegExp(known, 'giu');
      const found = new Set<string>();
      const read = (text: string | null, where: string): void => {
        if (!text) return;
        const rest = text.replace(between, ' ').replace(name, ' ');
        if (/\p{L}{3,}/u.test(rest)) found.add(`${where}: ${text.trim().slice(0, 90)}`);
      };
      // A text may be split by links and lines: what an element holds is read in one piece.
      const held = new Map<Element, string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || parent.closest('script, style, noscript, template, a[href^=http], code, kbd'))
          continue;
        // Choices of a closed list are not visible, but they are read.
        if (!parent.closest('option, .unseen') && !parent.checkVisibility()) continue;
        if (parent.closest('[translate=no]')) continue;
        const holder = parent.closest('text') ?? parent;
        held.set(holder, `${held.get(holder) ?? ''}${node.nodeValue} `);
      }
      for (const [element, text] of held)
        read(text, element.getAttribute('class') || element.tagName.toLowerCase());
      for (const attribute of [
        'aria-label',
        'title',
        'placeholder',
        'aria-valuetext',
        'alt',
        'aria-description',
      ])
        for (const element of document.querySelectorAll(`[${attribute}]`))
          if (element.checkVisibility()) read(element.getAttribute(attribute), attribute);
      read(document.title, 'title');
      return [...found];
    },
    [OPEN, CLOSE, `(?<![\\p{L}])(${names.join('|')})(?![\\p{Ll}])`] as const,
  );
}

const PLACES = [
  '',
  'b1',
  'b1/h1',
  'b1/h1/r4',
  'b1/h1/r4/u12',
  'b1/h1/r4/u12/s2',
  'b1/h1/r4/u12/s2/t1',
  'b1/h1/r4/u12/s2/t5',
  'b1/h1/r4/u12/s2/t5/c1',
  'b1/h1/r4/u12/s2/t5/c1/n3',
];
const SMALL = 'quality=floorplan&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';

describe('the page in marked French', () => {
  let browser: Browser;
  let site: Site;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const built = await buildPseudo();
    remove = built.remove;
    site = await serve(built.dist);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await remove?.();
  });

  const visit = async (query: string) => (await open(browser, site, `?lang=fr&play=0&${query}`)).page;
  /** The date of the facts is written by the browser. */
  const today = new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' }).format(new Date(factsDate));
  /** What is not in French on a screen. */
  const english = async (page: Page, more: readonly string[] = []): Promise<string[]> => {
    await page.waitForTimeout(400);
    return unmarked(page, [...NAMES, ...more, today]);
  };

  it('has no other words on the scene at any level, nor in the panel beside it', async () => {
    const page = await visit('quality=low&motion=reduced&t=3.2');
    await page.locator('[data-tab=place]').click();
    const found: string[] = [];
    for (const at of PLACES) {
      await page.evaluate((address) => window.rainier.flyTo(address, { seconds: 0 }), at);
      for (const summary of await page.locator('.facts summary').all()) await summary.click({ force: true });
      found.push(...(await english(page)).map((text) => `${at || 'campus'} ${text}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it.each(['rainier', 'step'])('has no other words in the tour %s', async (tour) => {
    const page = await visit(`quality=floorplan&motion=reduced&tour=${tour}`);
    await page.locator('.tour').waitFor();
    const found: string[] = [];
    for (let step = 1; step <= 30; step++) {
      const summary = page.locator('.known summary');
      if (await summary.count()) await summary.click();
      found.push(...(await english(page)).map((text) => `${step} ${text}`));
      const next = page.locator('.tour-way button').nth(1);
      if (await next.isDisabled()) break;
      await next.click();
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it.each(['charts', 'sources', 'validation', 'glossary', 'lesson', 'licences'])(
    'has no other words on the page of %s',
    async (reading) => {
      const page = await visit(`${SMALL}&read=${reading}`);
      await page.locator('.reading h2').waitFor();
      if (reading === 'charts') {
        await page.locator('[data-chart=scaling] svg').waitFor();
        for (const summary of await page.locator('.reading summary').all()) await summary.click();
      }
      if (reading === 'lesson')
        await page.waitForFunction(
          () => document.querySelector('[data-sheet=key]')?.getAttribute('aria-busy') === 'false',
        );
      expect(await english(page)).toEqual([]);
      await page.close();
    },
  );

  it('has no other words in results, scenario, search and comparison', async () => {
    const page = await visit(SMALL);
    const found = [...(await english(page))];
    await page.locator('.baseline button').first().click();
    await page.evaluate(() => window.rainier.setState({ scenario: { training: { recompute: 'full' } } }));
    await page.locator('.waterfall').waitFor();
    found.push(...(await english(page)));
    await page.locator('[data-tab=scenario]').click();
    await page.locator('.search button').click();
    await page.locator('.layouts button:enabled').first().waitFor({ timeout: 60_000 });
    found.push(...(await english(page)));
    await page.evaluate(() =>
      window.rainier.setState({
        scenario: { cluster: { chip: { watts: 700 }, chips: 512, scaleOut: { bandwidth: 4e10 } } },
      }),
    );
    found.push(...(await english(page)));
    await page.evaluate(() =>
      window.rainier.setState({ scenario: { model: 'mixtral-8x22b', cluster: null } }),
    );
    found.push(...(await english(page)));
    expect(found).toEqual([]);
    await page.close();
  });

  it('has no other words in notices, dialogs, boxes and settings', async () => {
    const page = await visit(`${SMALL}&model=none&theme=pink&at=b99&parallel.tensor=7&zoom=1`);
    const found = [...(await english(page, TYPED))];
    await page.locator('.tools > .tool').nth(1).waitFor();
    for (const tool of await page.locator('.tools > .tool').all()) {
      await tool.click();
      found.push(...(await english(page, TYPED)));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.locator('.goto').getByRole('combobox').waitFor();
    for (const typed of ['b1', 'puce', 'b99/h1', 'zzz']) {
      await page.locator('.goto').getByRole('combobox').fill(typed);
      found.push(...(await english(page, TYPED)));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it('has no other words beside faults and on the timeline through every lens', async () => {
    const page = await visit('quality=floorplan&t=3.2&sel=b1/h1/r4/u12/s2/t5/c1');
    const found: string[] = [];
    await page.evaluate(() =>
      window.rainier.setState({
        scenario: {
          faults: [
            { at: 'b1/h1/r4/u12/s2/t5/c1', kind: 'chip' },
            { at: 'b2/h1/r1/u3', kind: 'link', factor: 0.5 },
            { at: 'b2/h1/r2/u3/s1/t2/c1', kind: 'straggler' },
          ],
        },
      }),
    );
    for (const tab of ['place', 'step']) {
      await page.locator(`[data-tab=${tab}]`).click();
      found.push(...(await english(page)));
    }
    for (const lens of ['run', 'step', 'microbatch', 'layer', 'collective', 'kernel', 'tile']) {
      await page.evaluate((name) => window.rainier.setState({ view: { lens: name } }), lens);
      await page.waitForTimeout(500);
      await page.locator('.playhead-track').focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
      found.push(...(await english(page)).map((text) => `${lens} ${text}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });
});
