import { describe, expect, it } from 'vitest';
import { packScenario } from '../../src/scenario/query.ts';
import { openState } from '../../src/state/initial.ts';
import { readQuery, writeQuery } from '../../src/state/query.ts';
import { createRainierStore } from '../../src/state/store.ts';

const surroundings = { reducedMotion: false, webgl: true };
const clock = { seconds: 1.25, playing: false, speed: 0.1 };

describe("the page's address", () => {
  it('restores what it was written from', () => {
    const search =
      '?cluster=rainier-2026&training.sequence=4096&at=b3/h2/r4&cam=-27,30,1290,1,0,-5&lens=layer&sel=b3/h2/r4/u1' +
      '&t=1.25&speed=0.1&play=0&theme=light&motion=reduced&quality=low&labels=0&axis=z&unfolded=1&layer=groups&kind=data';
    const { state, query } = openState(search, surroundings);
    expect(query.problems).toEqual([]);
    expect(state.view).toEqual({
      at: 'b3/h2/r4',
      cam: { azimuth: -27, elevation: 30, distance: 1290, shift: [1, 0, -5] },
      lens: 'layer',
    });
    expect(state.selected).toBe('b3/h2/r4/u1');
    expect(state).toMatchObject({ axis: 'z', unfolded: true, layer: 'groups', kind: 'data' });
    const written = writeQuery(state, clock);
    const again = openState(written, surroundings);
    expect(again.state).toEqual(state);
    expect(writeQuery(again.state, clock)).toBe(written);
  });

  it('carries what the step is compared against', () => {
    const { state } = openState('?cluster=rainier-2026&at=b2', surroundings);
    const scenario = { model: 'llama-3.1-70b', parallel: { tensor: 32 } } as const;
    const written = writeQuery({ ...state, baseline: { scenario } as never }, clock);
    expect(written).toMatch(/[?&]against=[\w+/%-]+/);
    const { query } = openState(written, surroundings);
    expect(query.problems).toEqual([]);
    expect(query.against).toEqual(scenario);
    for (const bad of ['nonsense', 'x'.repeat(9000), packScenario({ seed: 'seven' } as never)]) {
      const refused = readQuery(`?at=b2&against=${bad}`);
      expect(refused.at).toBe('b2');
      expect(refused.against).toBeUndefined();
      expect(refused.problems).toHaveLength(1);
      expect(refused.problems[0]).toMatch(/^(against|seed) .*[:]/);
    }
  });

  it('names every refused value and keeps the rest', () => {
    const { state, query } = openState(
      '?axis=w&layer=heat&kind=all&theme=pink&at=b9&cam=1,2&t=-1&play=2&lens=day&model=none&labels=0&quality=low',
      surroundings,
    );
    for (const value of [
      'pink',
      'axis',
      'layer must be one of work, traffic',
      'kind',
      'b9',
      '1,2',
      '-1',
      'play',
      'day',
      'none',
    ])
      expect(
        query.problems.some((p) => p.includes(value)),
        value,
      ).toBe(true);
    expect(state.labels).toBe(false);
    expect(state.quality).toBe('low');
    expect(state.theme).toBe('dark');
  });

  it('refuses a pace of nothing, and control characters stay out of the sentence', () => {
    expect(readQuery('?speed=0')).toMatchObject({
      speed: undefined,
      problems: ['speed must be a positive number up to 10000: 0'],
    });
    expect(readQuery('?speed=0.0001')).toMatchObject({ speed: 0.0001, problems: [] });
    expect(readQuery('?play=%1b%5b2J').problems).toEqual(['play must be 0 or 1:  [2J']);
  });

  it('leaves out of a scenario what cannot be, and keeps the rest of it', () => {
    const at = (search: string) => openState(search, surroundings);
    const one = at('?model=llama-3.1-8b&cluster=ultraserver&training.sequence=4096&parallel.tensor=7');
    expect(one.query.problems).toEqual(['parallel.tensor must divide heads (32): 7']);
    expect(one.state.scenario).toEqual({
      model: 'llama-3.1-8b',
      cluster: 'ultraserver',
      training: { sequence: 4096 },
      parallel: {},
    });
    const two = at('?cluster=ultraserver&model=llama-3.1-8b&parallel.tensor=7&parallel.pipeline=999');
    expect(two.query.problems.length).toBeGreaterThan(1);
    expect(two.state.resolved.model.name).toContain('8B');
    const faults = at(`?model=llama-3.1-8b&faults=${JSON.stringify([{ at: 'b99', kind: 'chip' }])}`);
    expect(faults.state.scenario.model).toBe('llama-3.1-8b');
  });

  it('tells unknown keys apart from refused values', () => {
    const { unknown, problems } = readQuery('?utm_source=x&__proto__=1&constructor=2');
    expect(unknown).toEqual(['utm_source', '__proto__', 'constructor']);
    expect(problems).toEqual([]);
  });

  it('prefers cuts to flights where the browser asks for less motion', () => {
    expect(openState('', { reducedMotion: true, webgl: true }).state.motion).toBe('reduced');
    expect(openState('?motion=full', { reducedMotion: true, webgl: true }).state.motion).toBe('full');
  });

  it('stays short with a whole model of its own', () => {
    const { state } = openState('', surroundings);
    const config = {
      model_type: 'llama',
      hidden_size: 2048,
      num_hidden_layers: 16,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 8192,
      vocab_size: 128256,
      padding: 'x'.repeat(5000),
    };
    const store = createRainierStore({ ...state, scenario: { model: { config } } });
    const written = writeQuery(store.getState(), clock);
    expect(written.length).toBeLessThanOrEqual(2000);
    const again = openState(written, surroundings);
    expect(again.query.problems).toEqual([]);
    expect(again.state.resolved.model.layers).toBe(16);
  });
});
