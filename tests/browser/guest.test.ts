import type { Browser, CDPSession, Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, sandboxed, standing } from './host.ts';
import { launch, type Site, serve } from './site.ts';

const SMALL =
  'embed=1&quality=low&motion=reduced&play=0&cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64';
/** So that the page around can scroll. */
const TALL = '<div style="height:3000px"></div>';
/** A machine without a graphics card draws several of them slowly. */
const SOON = { timeout: 15_000 };
type Point = readonly [x: number, y: number];

const camera = (frame: Frame): Promise<string> =>
  frame.evaluate(() => JSON.stringify(window.rainier.getState().view.cam));
const entered = (frame: Frame): Promise<string | null> =>
  frame.evaluate(() => document.documentElement.dataset.inside ?? null);
const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

/** Brings the page to its top. Browsers give a wheel to the frame it began in until it has rested for half a second, and
 *  scroll on a while after it. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => scrolled(page), SOON).toBe(0);
}

/** Guests in rows of two, and the middle of each. */
const rows = (guests: string): string =>
  `<div style="display:grid;grid-template-columns:400px 400px;grid-auto-rows:240px">${guests}</div>`;
const middle = (i: number): Point => [200 + 400 * (i % 2), 130 + 240 * Math.floor(i / 2)];

/** Fingers on the glass, in the coordinates of the page around. */
async function touch(cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** Lets each finger go from its first place to its last. */
async function drag(cdp: CDPSession, from: Point[], to: Point[]): Promise<void> {
  await touch(cdp, 'touchStart', from.slice(0, 1));
  if (from.length > 1) await touch(cdp, 'touchStart', from);
  const STEPS = 12;
  for (let i = 1; i <= STEPS; i++)
    await touch(
      cdp,
      'touchMove',
      from.map(([x, y], finger) => [
        x + ((to[finger][0] - x) * i) / STEPS,
        y + ((to[finger][1] - y) * i) / STEPS,
      ]),
    );
  // At rest before they are lifted, so that nothing goes on by itself.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await touch(cdp, 'touchMove', to);
  await touch(cdp, 'touchEnd', []);
}

describe('a guest in a page', () => {
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
  const guest = (keys: string, name = 'rainier', size: [number, number] = [400, 240]): string =>
    sandboxed(`${site.url}?${SMALL}${keys}`.replaceAll('&', '&amp;'), name, size);
  const frames = (page: Page, names: readonly string[]): Frame[] => names.map((name) => page.frame(name)!);

  it('leaves one finger to the page around, zooms with two, and is entered by a tap', async () => {
    const host = await openHost(browser, `${guest('')}${TALL}`, { hasTouch: true });
    const { page, frame, errors, close } = host;
    const cdp = await page.context().newCDPSession(page);
    await frame.locator('.poster').tap();
    await standing(frame);
    const before = await camera(frame);

    await drag(cdp, [[200, 200]], [[200, 80]]);
    await expect.poll(() => scrolled(page), SOON).toBeGreaterThan(60);
    await page.evaluate(() => scrollTo(0, 0));
    expect([await camera(frame), await entered(frame)]).toEqual([before, null]);

    const apart: [Point[], Point[]] = [
      [
        [180, 120],
        [220, 120],
      ],
      [
        [100, 120],
        [300, 120],
      ],
    ];
    await drag(cdp, ...apart);
    await expect.poll(() => camera(frame), SOON).not.toBe(before);
    expect([await scrolled(page), await page.evaluate(() => visualViewport?.scale)]).toEqual([0, 1]);
    const closer = JSON.parse(await camera(frame)) as { distance: number };
    await drag(cdp, [[200, 200]], [[200, 80]]);
    await expect.poll(() => scrolled(page), SOON).toBeGreaterThan(60);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await camera(frame)).toBe(JSON.stringify(closer));

    // A tap on a button beside the picture is not one on it.
    await frame.getByRole('button', { name: 'Play' }).tap();
    await frame.getByRole('button', { name: 'Pause' }).tap();
    expect(await entered(frame)).toBeNull();
    await page.touchscreen.tap(200, 150);
    await expect.poll(() => entered(frame), SOON).toBe('pointer');
    await drag(cdp, [[200, 200]], [[120, 160]]);
    await expect.poll(() => camera(frame), SOON).not.toBe(JSON.stringify(closer));
    expect(await scrolled(page)).toBe(0);
    // The way out.
    await frame.getByRole('button', { name: 'Back to the page' }).tap();
    await expect.poll(() => entered(frame), SOON).toBeNull();
    await drag(cdp, [[200, 200]], [[200, 80]]);
    await expect.poll(() => scrolled(page), SOON).toBeGreaterThan(60);
    expect(errors).toEqual([]);
    await close();
  });

  it('takes the wheel as its address says', async () => {
    const names = ['rainier', 'focus', 'always', 'off'] as const;
    const { page, errors, close } = await openHost(
      browser,
      rows(
        guest('&autoplay=1') +
          names
            .slice(1)
            .map((name) => guest(`&autoplay=1&wheel=${name}`, name))
            .join(''),
      ) + TALL,
    );
    const all = frames(page, names);
    await Promise.all(all.map(standing));
    /** What a wheel over the picture does: to the camera, or to the page around. */
    const turn = async (i: number, ctrl: boolean): Promise<string> => {
      await rest(page);
      const before = await camera(all[i]);
      await page.mouse.move(...middle(i));
      if (ctrl) await page.keyboard.down('Control');
      await page.mouse.wheel(0, 100);
      if (ctrl) await page.keyboard.up('Control');
      const what = async (): Promise<string> =>
        (await scrolled(page)) > 0 ? 'scrolls' : (await camera(all[i])) !== before ? 'zooms' : '';
      await expect.poll(what, SOON).not.toBe('');
      return what();
    };
    const done = async (ctrl: boolean): Promise<string[]> => {
      const each: string[] = [];
      for (const i of names.keys()) each.push(await turn(i, ctrl));
      return each;
    };
    expect(await done(false)).toEqual(['scrolls', 'scrolls', 'zooms', 'scrolls']);
    // What is left to the browser scrolls here, and zooms the page where there is somebody.
    expect(await done(true)).toEqual(['zooms', 'scrolls', 'zooms', 'scrolls']);
    // Entered by a press, one after the other.
    const inside: string[] = [];
    for (const i of names.keys()) {
      await rest(page);
      await page.mouse.click(...middle(i));
      await expect.poll(() => entered(all[i]), SOON).toBe('pointer');
      inside.push(await turn(i, false));
    }
    expect(inside).toEqual(['zooms', 'zooms', 'zooms', 'scrolls']);
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps the keys that turn slides, or leaves them, as its address says', async () => {
    const names = ['rainier', 'own', 'pass'] as const;
    const { page, errors, close } = await openHost(
      browser,
      `<script>
        window.keys = [];
        addEventListener('message', ({ source, data }) => {
          if (data.event === 'key') keys.push([[0, 1, 2].find((i) => frames[i] === source), data.value.key].join(' '));
        });
      </script>
      ${rows(guest('&autoplay=1') + guest('&autoplay=1&keys=own', 'own') + guest('&autoplay=1&keys=pass', 'pass'))}`,
    );
    const all = frames(page, names);
    await Promise.all(all.map(standing));
    /** What two keys do in each picture, once it was entered so. */
    const pressed = async (enter: (frame: Frame) => Promise<void>): Promise<string[]> => {
      const each: string[] = [];
      for (const frame of all) {
        await enter(frame);
        const before = await camera(frame);
        await page.evaluate(() => {
          (window as unknown as { keys: string[] }).keys = [];
        });
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('.');
        const heard = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys.join());
        const what = async (): Promise<string> =>
          [await heard(), (await camera(frame)) === before ? '' : 'turns'].filter(Boolean).join();
        await expect.poll(what, SOON).not.toBe('');
        each.push(await what());
        await page.keyboard.press('Escape');
        await frame.waitForFunction(() => !document.documentElement.dataset.inside);
      }
      return each;
    };
    const byPress = async (frame: Frame): Promise<void> => {
      await page.mouse.click(...middle(names.indexOf(frame.name() as (typeof names)[number])));
      await expect.poll(() => entered(frame), SOON).toBe('pointer');
    };
    const byKey = async (frame: Frame): Promise<void> => {
      await frame.locator('.stage canvas').last().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => entered(frame), SOON).toBe('keyboard');
    };
    expect(await pressed(byPress)).toEqual(['0 ArrowUp,0 .', 'turns', '2 ArrowUp,2 .']);
    expect(await pressed(byKey)).toEqual(['turns', 'turns', '2 ArrowUp,2 .']);
    expect(errors).toEqual([]);
    await close();
  });

  it('is one of several, each with a state of its own; those out of sight hold and draw nothing', async () => {
    const names = ['rainier', 'second', 'far'] as const;
    const { page, errors, close } = await openHost(
      browser,
      `${guest('&autoplay=1')}${guest('&autoplay=1', 'second')}${TALL}${guest('&autoplay=1', 'far')}`,
      {},
    );
    const all = frames(page, names);
    const [first, second, far] = all;
    const gpu = (frame: Frame) => frame.evaluate(() => window.rainier.stats().gpuBytes > 0);
    const drawn = (frame: Frame) => frame.evaluate(() => window.rainier.stats().frames);
    await Promise.all([first, second].map(standing));
    // What nobody has seen has not begun.
    expect(await far.evaluate(() => 'rainier' in window)).toBe(false);
    await first.evaluate(() => window.rainier.setState({ selected: 'b1/h1/r1/u1/s2', theme: 'light' }));
    await second.evaluate(() => window.rainier.seek(0.25));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await standing(far);
    await expect.poll(() => Promise.all(all.map(gpu)), { timeout: 20_000 }).toEqual([false, false, true]);
    const before = await drawn(first);
    await far.evaluate(() => window.rainier.play());
    await expect
      .poll(() => far.evaluate(() => window.rainier.getState().time.seconds), SOON)
      .toBeGreaterThan(0);
    await far.evaluate(() => window.rainier.pause());
    expect(await drawn(first)).toBe(before);

    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => Promise.all(all.map(gpu)), { timeout: 20_000 }).toEqual([true, true, false]);
    const told = await Promise.all(
      all.map((frame) =>
        frame.evaluate(() => {
          const { selected, theme, time } = window.rainier.getState();
          return [selected, theme, time.seconds === 0.25];
        }),
      ),
    );
    expect(told).toEqual([
      ['b1/h1/r1/u1/s2', 'light', false],
      [null, 'dark', true],
      [null, 'dark', false],
    ]);
    expect(errors).toEqual([]);
    await close();
  });
});
