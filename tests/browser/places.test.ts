import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './hands.ts';
import { launch, open, type Site, serve } from './site.ts';

const at = (page: Page) => page.evaluate(() => window.rainier.getState().view.at);

describe('the scene without eyes or a pointer', () => {
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

  it('is a tree of places that keys walk, tied to the selection both ways', async () => {
    const { page, errors } = await open(browser, site, '?play=0&motion=reduced&quality=low');
    const tree = page.getByRole('tree', { name: 'Places' });
    await tree.waitFor({ state: 'attached' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await tree.getByRole('treeitem', { selected: true }).focus();
    expect(await focused()).toMatch(/^Campus, [\d,]+ of 494,592 chips compute$/);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused()).toMatch(/^Hall 1, /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('3');
    await page.waitForFunction(() => location.search.includes('sel=b1/h1'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.rainier.getState().view.at === 'b1/h1');
    await page.evaluate(() => window.rainier.select('b1/h1/r4/u12/s2/t5/c1'));
    const chip = tree.getByRole('treeitem', { selected: true });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Chip 1'));
    expect(await chip.getAttribute('aria-level')).toBe('7');
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(150);
    await page.keyboard.press('Home');
    expect(await focused()).toMatch(/^Campus/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('names what is pointed at and tells its state, beside the pointer', async () => {
    const { page, errors } = await open(browser, site, '?play=0&motion=reduced&quality=low');
    const tag = page.locator('.pointed');
    await tag.waitFor({ state: 'attached' });
    expect(await tag.isVisible()).toBe(false);
    const box = (await page.locator('.stage').boundingBox())!;
    const point = { x: box.x + 0.62 * box.width, y: box.y + 0.5 * box.height };
    for (let i = 0; i < 12 && !(await tag.isVisible()); i++)
      await page.mouse.move(point.x + 12 * i, point.y + 8 * i);
    expect(await tag.textContent()).toMatch(/^Building \d.*[\d,]+ of 70,656 chips compute$/);
    const here = (await tag.boundingBox())!;
    expect(here.x + here.width).toBeLessThanOrEqual(box.x + box.width);
    await page.mouse.move(box.x + 0.8 * box.width, box.y + box.height + 60);
    expect(await tag.isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('names what is tapped, and nothing that is dragged over', async () => {
    const page = await openPage(browser, site, '?play=0&motion=reduced', { width: 390, height: 844 });
    const tag = page.locator('.pointed');
    await tag.waitFor({ state: 'attached' });
    const box = (await page.locator('.stage').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 0.6 * box.height];
    for (let i = 0; i < 24 && !(await tag.isVisible()); i++) {
      await page.touchscreen.tap(x - 100 + 35 * (i % 6), y + 16 * Math.floor(i / 6));
      // Two taps soon after each other go in.
      await page.waitForTimeout(450);
    }
    expect(await tag.textContent()).toMatch(/^Building \d.* chips compute$/);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((at, id) => ({ x: at, y, id })) });
    await touch('touchStart', x);
    for (let i = 1; i <= 8; i++) await touch('touchMove', x + 6 * i);
    await touch('touchEnd');
    await page.waitForTimeout(200);
    expect(await tag.isVisible()).toBe(false);
    await page.context().close();
  });

  it('stands in an application with a name and a description, in the language of the page', async () => {
    const { page } = await open(browser, site, '?play=0&quality=low&lang=fr');
    const picture = page.getByRole('application', { name: 'La grappe en 3D' });
    await picture.waitFor();
    const described = await picture.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toMatch(/Les flèches tournent/);
    expect(await picture.locator('canvas').count()).toBe(1);
    await page.close();
  });

  it('takes no single keys once they are switched off, and remembers it', async () => {
    const { page } = await open(browser, site, '?play=0&motion=reduced&quality=low');
    await page.keyboard.press('3');
    await page.waitForFunction(() => /^b\d\/h\d$/.test(window.rainier.getState().view.at));
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.rainier.getState().view.at === '');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('3');
    await page.waitForTimeout(500);
    expect(await at(page)).toBe('');
    await page.reload();
    await page.waitForFunction(() => 'rainier' in window);
    await page.evaluate(() => window.rainier.ready);
    await page.keyboard.press('3');
    await page.waitForTimeout(500);
    expect(await at(page)).toBe('');
    await page.close();
  });

  it('tells what happens while the step plays slowly, and nothing while it stands', async () => {
    const { page } = await open(browser, site, '?play=0&quality=low&at=b1/h1/r4');
    const told = page.locator('.narration');
    await page.evaluate(() => window.rainier.seek(2));
    await page.waitForTimeout(600);
    expect(await told.innerText()).toBe('');
    await page.evaluate(() => window.rainier.play());
    await page.waitForFunction(() =>
      /^Row 4: /.test(document.querySelector('.narration')?.textContent ?? ''),
    );
    await page.close();
  });
});
