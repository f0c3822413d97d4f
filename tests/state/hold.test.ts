import { describe, expect, it } from 'vitest';
import { holdLocks } from '../../src/state/hold.ts';
import { visitAt } from './visitAt.ts';

const SMALL = 'cluster=ultraserver&model=llama-3.1-8b&training.globalBatch=64&parallel.tensor=8';

async function heldAt(lock: string, more = '') {
  const there = visitAt(`?${SMALL}&lock=${lock}${more}`);
  await there.visit.applyScenario(there.scenario);
  holdLocks(there.visit, there.api);
  const notices = () => there.store.getState().notices.map(({ message }) => message);
  return { ...there, notices };
}

describe('a link that fixes', () => {
  it('refuses another scenario from the panels, says why, and keeps what is on the screen', async () => {
    const { visit, store, notices } = await heldAt('model,parallel.tensor');
    const before = store.getState();
    visit.changeScenario((scenario) => ({ ...scenario, model: 'llama-3.1-70b' }));
    visit.changeScenario((scenario) => ({ ...scenario, parallel: {} }));
    expect(notices()).toEqual(['model is fixed by this link', 'parallel.tensor is fixed by this link']);
    expect(store.getState().resolved).toBe(before.resolved);
    expect(store.getState().run.status).toBe('idle');
    visit.changeScenario((scenario) => ({ ...scenario, training: { globalBatch: 128 } }));
    expect(store.getState().resolved.training.globalBatch).toBe(128);
  });

  it('refuses a host, before anything is changed', async () => {
    const { api, store } = await heldAt('model,theme,t,at,play');
    await expect(api.setState({ lang: 'fr', scenario: { model: 'llama-3.1-70b' } })).rejects.toThrow(
      'model is fixed by this link',
    );
    await expect(api.setState({ lang: 'fr', theme: 'light' })).rejects.toThrow('theme is fixed by this link');
    expect(store.getState().lang).toBe('en');
    await expect(api.flyTo('b1')).rejects.toThrow('at is fixed by this link');
    expect(() => api.seek(0.1)).toThrow('t is fixed by this link');
    expect(() => api.play()).toThrow('play is fixed by this link');
    await api.setState({ theme: 'dark', lang: 'fr' });
    expect(store.getState().lang).toBe('fr');
  });

  it('holds the view against everything else, and shows why', async () => {
    const { store, notices } = await heldAt('theme,lens,at', '&at=b1/h1&lens=step');
    store.setState({ theme: 'light', labels: false });
    store.setState(({ view }) => ({ view: { ...view, lens: 'run' } }));
    store.setState({ view: { at: 'b1', cam: null, lens: 'step' } });
    const { theme, labels, view } = store.getState();
    expect({ theme, labels, view }).toEqual({
      theme: 'dark',
      labels: false,
      view: { at: 'b1/h1', cam: null, lens: 'step' },
    });
    expect(notices()).toEqual([
      'theme is fixed by this link',
      'lens is fixed by this link',
      'at is fixed by this link',
    ]);
  });

  it('holds time, and still lets a new step have its playhead', async () => {
    const { clock, visit, notices } = await heldAt('t,speed');
    const { seconds, speed, duration } = clock;
    clock.seek(seconds / 2);
    clock.setSpeed(speed * 2);
    expect([clock.seconds, clock.speed]).toEqual([seconds, speed]);
    expect(notices()).toEqual(['t is fixed by this link', 'speed is fixed by this link']);
    await visit.applyScenario({
      cluster: 'ultraserver',
      model: 'llama-3.1-8b',
      training: { globalBatch: 64, sequence: 2048 },
      parallel: { tensor: 8 },
    });
    expect(clock.duration).toBeLessThan(duration);
    expect(clock.seconds / clock.duration).toBeCloseTo(seconds / duration, 6);
  });
});
