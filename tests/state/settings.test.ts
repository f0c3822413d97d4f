import { describe, expect, it } from 'vitest';
import { openState } from '../../src/state/initial.ts';
import { DEFAULT_SETTINGS, readSettings, rememberSettings } from '../../src/state/settings.ts';
import { createRainierStore } from '../../src/state/store.ts';

function keeper() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const refused = () => {
  throw new Error('storage is refused');
};

describe('the settings', () => {
  it('are kept from visit to visit', () => {
    const storage = keeper();
    const { state } = openState('', { reducedMotion: false, webgl: true });
    const store = createRainierStore(state);
    rememberSettings(store, () => storage);
    store.setState({ settings: { shortcuts: false, narration: 'off' } });
    expect(readSettings(() => storage)).toEqual({ shortcuts: false, narration: 'off' });
  });

  it('are the defaults where nothing is kept, where it is damaged, and where storage is refused', () => {
    const storage = keeper();
    expect(readSettings(() => storage)).toEqual(DEFAULT_SETTINGS);
    for (const damaged of ['{', 'null', '[]', '{"shortcuts":7,"narration":"loud"}']) {
      expect(readSettings(() => ({ ...storage, getItem: () => damaged }))).toEqual(DEFAULT_SETTINGS);
    }
    expect(readSettings(refused)).toEqual(DEFAULT_SETTINGS);
  });

  it('hold until the page is closed where storage is refused', () => {
    const { state } = openState('', { reducedMotion: false, webgl: true });
    const store = createRainierStore(state);
    rememberSettings(store, refused);
    store.setState({ settings: { shortcuts: false, narration: 'slow' } });
    expect(store.getState().settings.shortcuts).toBe(false);
  });
});
