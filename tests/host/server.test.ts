import { expect, it } from 'vitest';

it('is imported where there is no document, and does nothing there', async () => {
  expect(globalThis.document).toBeUndefined();
  const { RainierView } = await import('../../src/element.ts');
  expect(RainierView.page).toBeNull();
});
