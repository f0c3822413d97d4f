import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The module in a browser that gives WebGL2 contexts; `lost` counts those that were given back. */
async function inBrowser() {
  const told = { made: 0, lost: 0 };
  const context = () => {
    told.made += 1;
    let gone = false;
    return {
      isContextLost: () => gone,
      getExtension: (name: string) =>
        name === 'WEBGL_lose_context'
          ? {
              loseContext: () => {
                gone = true;
                told.lost += 1;
              },
            }
          : null,
      getParameter: () => 'a renderer',
    };
  };
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: (kind: string) => (kind === 'webgl2' ? context() : { fillRect() {} }),
    }),
  });
  return { ...(await import('../../src/scene/support.ts')), told };
}

it('makes one context to ask, and gives it once to whom it suits', async () => {
  const { hasWebGL2, rendererOfBrowser, spareContext, told } = await inBrowser();
  expect([hasWebGL2(), rendererOfBrowser()]).toEqual([true, 'a renderer']);
  expect(spareContext(false)).not.toBeNull();
  expect(spareContext(false)).toBeNull();
  expect(told).toEqual({ made: 1, lost: 0 });
});

it('gives it back where it does not suit, or nobody draws with it', async () => {
  const antialiased = await inBrowser();
  antialiased.hasWebGL2();
  expect(antialiased.spareContext(true)).toBeNull();
  expect(antialiased.told).toEqual({ made: 1, lost: 1 });
  vi.resetModules();
  const flat = await inBrowser();
  flat.hasWebGL2();
  flat.dropContext();
  flat.dropContext();
  expect(flat.told).toEqual({ made: 1, lost: 1 });
  expect(flat.spareContext(false)).toBeNull();
});
