import { describe, expect, it } from 'vitest';
import { visitAt } from './visitAt.ts';

describe('a visit', () => {
  it('simulates, then opens on an instant of the step at a speed that can be followed', async () => {
    const { visit, store, clock, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b');
    await visit.applyScenario(scenario);
    const { result } = store.getState();
    expect(clock.duration).toBe(result?.timeline.seconds);
    expect(clock.seconds).toBeGreaterThan(0);
    expect(clock.speed).toBeLessThanOrEqual(clock.duration);
  });

  it('keeps what is on screen when a scenario is refused, and says why', () => {
    const { visit, store } = visitAt('?cluster=ultraserver&model=llama-3.1-8b');
    const { notices: none, ...before } = store.getState();
    expect(none).toEqual([]);
    visit.changeScenario((s) => ({ ...s, parallel: { tensor: 48 } }));
    const { notices, ...after } = store.getState();
    expect(notices[0].message).toMatch(/tensor.*48/);
    expect(after).toEqual(before);
  });

  it('goes back to the last good scenario when the simulator fails', async () => {
    let why: string | null = null;
    const { visit, store, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b', () => why);
    await visit.applyScenario(scenario);
    const { result, resolved } = store.getState();
    why = 'out of luck';
    await expect(visit.applyScenario({ ...scenario, training: { sequence: 4096 } })).rejects.toThrow(
      'out of luck',
    );
    expect(store.getState().result).toBe(result);
    expect(store.getState().resolved).toEqual(resolved);
    expect(store.getState().notices.at(-1)?.message).toBe('out of luck');
  });

  it('goes back to what is shown when a wish fails that overtook another', async () => {
    let why: string | null = null;
    const { visit, store, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b', () => why);
    await visit.applyScenario(scenario);
    const overtaken = visit.applyScenario({ ...scenario, training: { sequence: 2048 } });
    why = 'out of luck';
    await visit.applyScenario({ ...scenario, training: { sequence: 4096 } }).catch(() => {});
    await overtaken;
    expect(store.getState().scenario).toBe(scenario);
    expect(store.getState().resolved).toBe(store.getState().resultOf);
  });

  it('shows only the newest of quick changes', async () => {
    const { visit, store, scenario } = visitAt('?cluster=ultraserver&model=llama-3.1-8b');
    await Promise.all(
      [1024, 2048, 4096].map((sequence) => visit.applyScenario({ ...scenario, training: { sequence } })),
    );
    expect(store.getState().resultOf?.training.sequence).toBe(4096);
    expect(store.getState().run.status).toBe('idle');
  });

  it('moves out to a place that still exists when the cluster shrinks', async () => {
    const { visit, store, scenario } = visitAt('?at=b3/h2/r4');
    await visit.applyScenario(scenario);
    await visit.applyScenario({ cluster: 'ultraserver', model: 'llama-3.1-8b' });
    expect(store.getState().view.at).toBe('');
    expect(store.getState().site?.buildings).toBe(1);
  });

  it('refuses places that the cluster does not have', async () => {
    const { visit } = visitAt('');
    await expect(visit.flyTo('b8')).rejects.toThrow('at names a place that this cluster does not have: b8');
    expect(() => visit.select('../../etc')).toThrow('at is not an address');
  });
});

describe('the API', () => {
  it('applies a state all or nothing', async () => {
    const { api } = visitAt('');
    const before = api.getState();
    for (const partial of [
      null,
      'x',
      { theme: 'pink' },
      { theme: 'light', nonsense: 1 },
      { theme: 'light', view: { at: 'b99' } },
      { theme: 'light', time: { seconds: Number.NaN } },
      { theme: 'light', scenario: { training: { sequence: -1 } } },
      { theme: 'light', scenario: { parallel: { tensor: 48 } } },
      { theme: 'light', view: { cam: { azimuth: 1 } } },
      { theme: 'light', view: { elsewhere: 1 } },
      { theme: 'light', time: { speed: 1e9 } },
      { theme: 'light', scenario: { cluster: 'ultraserver', model: 'llama-3.1-8b' }, view: { at: 'b7/h4' } },
    ]) {
      await expect(api.setState(partial), JSON.stringify(partial)).rejects.toThrow();
      expect(api.getState()).toEqual(before);
    }
    await api.setState({
      theme: 'light',
      scenario: { training: { sequence: 4096 } },
      time: { playing: false },
    });
    expect(api.getState().theme).toBe('light');
    expect(api.getState().scenario.training).toEqual({ sequence: 4096 });
    await api.setState({ scenario: { training: { sequence: null } } });
    expect(api.getState().scenario.training).toEqual({});
  });

  it('goes to a place that only the new cluster has', async () => {
    const { api } = visitAt('');
    await api.setState({ scenario: { cluster: 'rainier-2026' }, view: { at: 'b14' } });
    expect(api.getState().view.at).toBe('b14');
  });

  it('tells of every refused wish', () => {
    const { api, visit } = visitAt('');
    const told: unknown[] = [];
    api.on('error', (message) => told.push(message));
    for (let tensor = 3; tensor < 13; tensor += 2)
      visit.changeScenario((s) => ({ ...s, parallel: { tensor, pipeline: 12 } }));
    expect(told).toHaveLength(5);
  });

  it('tells of selections and states', () => {
    const { api } = visitAt('');
    const seen: unknown[] = [];
    const stop = api.on('select', (value) => seen.push(value));
    api.select('b3');
    api.select('b3');
    api.select(null);
    stop();
    api.select('b2');
    expect(seen).toEqual(['b3', null]);
    expect(() => api.on('nonsense' as 'select', () => {})).toThrow('event must be one of');
  });

  it('seeks only to numbers', () => {
    const { api, clock } = visitAt('');
    expect(() => api.seek(Number.NaN)).toThrow('seconds must be a number from 0: NaN');
    expect(clock.seconds).toBe(0);
  });
});
