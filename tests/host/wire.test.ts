import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWire, type Wire } from '../../src/host/wire.ts';

const OURS = { ns: 'rainier', v: 1 };

describe('the line to a page in a frame', () => {
  const sent: Record<string, unknown>[] = [];
  const far = { postMessage: (message: Record<string, unknown>) => sent.push(message) };
  let hear: (event: { source: unknown; data: unknown }) => void;
  let wire: Wire;
  const heard: unknown[] = [];
  const say = (data: object, source: unknown = far) => hear({ source, data: { ...OURS, ...data } });
  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    heard.length = 0;
    vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
      hear = listener;
    });
    vi.stubGlobal('removeEventListener', () => {});
    wire = openWire({
      far: () => far as unknown as Window,
      onWord: () => {},
      onReady: ({ active }) => heard.push(['ready', active]),
      onEvent: (event, value) => heard.push([event, value]),
    });
  });
  afterEach(() => {
    wire.close('over');
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('greets until somebody answers, and keeps what is asked until then', async () => {
    const asked = wire.ask('seek', { seconds: 2 });
    vi.advanceTimersByTime(250);
    expect(sent.map(({ type }) => type)).toEqual(['hello', 'hello']);
    say({ type: 'ready', active: false });
    expect(sent.at(-1)).toEqual({ ...OURS, type: 'seek', seconds: 2, id: 1 });
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(3);
    say({ type: 'result', id: 1, value: null });
    expect(await asked).toBeNull();
  });

  it('gives each call its own answer, and an error as one', async () => {
    say({ type: 'ready', active: true });
    const state = wire.ask('getState', {});
    const flight = wire.ask('flyTo', { address: 'b99' });
    say({ type: 'error', id: 2, message: 'at names a place that this cluster does not have: b99' });
    say({ type: 'result', id: 1, value: { lang: 'fr' } });
    await expect(flight).rejects.toThrow('b99');
    expect(await state).toEqual({ lang: 'fr' });
  });

  it('hears nobody but its frame, and nothing but this protocol', () => {
    say({ type: 'ready', active: true }, {});
    hear({ source: far, data: null });
    hear({ source: far, data: { ns: 'rainier', v: 2, type: 'ready' } });
    hear({ source: null, data: { ...OURS, type: 'ready' } });
    expect(heard).toEqual([]);
    say({ type: 'event', event: 'time', value: 1.5 });
    expect(heard).toEqual([['time', 1.5]]);
  });

  it('refuses what waits when it is closed, and what cannot be sent at once', async () => {
    const waits = wire.ask('play', {});
    const bad = wire.ask('setState', { state: { theme: () => {} } });
    wire.close('the view was taken out of its page');
    await expect(waits).rejects.toThrow('taken out');
    await expect(bad).rejects.toThrow();
  });
});
