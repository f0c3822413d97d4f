import { describe, expect, it } from 'vitest';
import { energyRows } from '../../../src/panels/results/energyRows.ts';
import type { Summary } from '../../../src/timeline/summary.ts';

const SUMMARY = {
  power: { chipWatts: 3.6e6, itWatts: 7.2e6, facilityWatts: 9e6, joulesPerStep: 18e6 },
  step: { seconds: 2, tokens: 1e6 },
  run: null,
} as Summary;

describe('energy', () => {
  it('is that of a step and, without a run, of a trillion tokens, by scope in kWh', () => {
    expect(energyRows(SUMMARY)).toEqual([
      { scope: 'chips', step: 2, run: 2e6 },
      { scope: 'it', step: 4, run: 4e6 },
      { scope: 'facility', step: 5, run: 5e6 },
    ]);
  });

  it('is that of the run where there is one', () => {
    const run = { chipJoules: 3.6e6, itJoules: 7.2e6, joules: 36e6 } as NonNullable<Summary['run']>;
    expect(energyRows({ ...SUMMARY, run }).map((row) => row.run)).toEqual([1, 2, 10]);
  });
});
