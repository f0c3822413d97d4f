import { describe, expect, it } from 'vitest';
import { chipOf, followChip } from '../../src/state/chip.ts';
import { openState } from '../../src/state/initial.ts';
import { writeQuery } from '../../src/state/query.ts';
import { createRainierStore } from '../../src/state/store.ts';

const CHIP = 'b3/h2/r4/u17/s2/t5/c1';
const surroundings = { reducedMotion: false, webgl: true };
const clock = { seconds: 0, playing: false, speed: 0.1 };

describe('the chip whose groups are shown', () => {
  it('is the selected one, or the one before on the way out', () => {
    expect(chipOf(CHIP, null)).toBe(CHIP);
    expect(chipOf(`${CHIP}/n3`, null)).toBe(CHIP);
    for (const around of ['b3/h2/r4/u17', 'b3', null]) expect(chipOf(around, CHIP)).toBe(CHIP);
    for (const elsewhere of ['b3/h2/r4/u16', 'b1', 'b3/h2/r4/u17/s2/t1'])
      expect(chipOf(elsewhere, CHIP)).toBe(null);
    expect(chipOf('b3', null)).toBe(null);
  });

  it('follows the selection', () => {
    const store = createRainierStore(openState('', surroundings).state);
    const stop = followChip(store);
    const seen = [CHIP, 'b3/h2', null, 'b1', 'b3'].map((selected) => {
      store.setState({ selected });
      return store.getState().chip;
    });
    expect(seen).toEqual([CHIP, CHIP, CHIP, null, null]);
    stop();
    store.setState({ selected: CHIP });
    expect(store.getState().chip).toBe(null);
  });

  it('is in the address where the selection does not say it', () => {
    const { state } = openState(`?at=b3/h2&sel=b3/h2&layer=groups&chip=${CHIP}`, surroundings);
    expect(state.chip).toBe(CHIP);
    expect(writeQuery(state, clock)).toContain(`chip=${CHIP}`);
    expect(openState(writeQuery(state, clock), surroundings).state).toEqual(state);
    expect(writeQuery({ ...state, selected: CHIP }, clock)).not.toContain('chip=');
    // Of another place, or of none, it is not taken.
    expect(openState(`?sel=b1&chip=${CHIP}`, surroundings).state.chip).toBe(null);
    const { query } = openState('?chip=b99/h1/r1/u1/s1/t2/c1', surroundings);
    expect(query.problems[0]).toMatch(/^chip names a place that this cluster does not have/);
  });
});
