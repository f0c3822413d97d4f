import { describe, expect, it } from 'vitest';
import { type Job, placeJob } from '../../src/cluster/job.ts';
import { populationOf } from '../../src/cluster/population.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

function jobOf(scenario: Scenario): Job {
  const resolved = resolveScenario(scenario);
  return placeJob(resolved, resolved.cluster.site!);
}

describe('populationOf', () => {
  const job = jobOf({});

  it('finds every stage on the campus, in a building and in a hall of the default job', () => {
    for (const [address, chips] of [
      [[], 494_592],
      [[3], 70_656],
      [[3, 2], 17_664],
    ] as const) {
      const { classes, counts, working, ...rest } = populationOf(job, address);
      expect(rest.chips).toBe(chips);
      expect(working).toBe(chips);
      expect(classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(new Set(counts)).toEqual(new Set([chips / 12]));
    }
  });

  it('finds one stage on a row and on all within it', () => {
    for (const [address, chips] of [
      [[1, 1, 4], 1472],
      [[1, 1, 4, 17], 64],
      [[1, 1, 4, 17, 2], 16],
      [[1, 1, 4, 17, 2, 5], 2],
      [[1, 1, 4, 17, 2, 5, 1], 1],
      [[1, 1, 4, 17, 2, 5, 1, 8], 1],
    ] as const)
      expect(populationOf(job, address)).toEqual({ chips, working: chips, classes: [3], counts: [chips] });
  });

  it('adds up: the campus holds what its buildings hold', () => {
    for (const scenario of [{}, { parallel: { tensor: 16, pipeline: 9 } }, { cluster: 'rainier-2026' }]) {
      const other = jobOf(scenario);
      const campus = populationOf(other, []);
      const sums = campus.classes.map(() => 0);
      for (let b = 1; b <= other.site.buildings; b++) {
        const { classes, counts } = populationOf(other, [b]);
        classes.forEach((c, i) => {
          sums[c] += counts[i];
        });
      }
      expect(sums).toEqual(campus.counts);
    }
  });

  it('finds nobody on a head tray', () => {
    expect(populationOf(job, [1, 1, 1, 1, 1, 1])).toEqual({ chips: 0, working: 0, classes: [], counts: [] });
  });

  it('tells chips that are not in the job', () => {
    const small = jobOf({ model: 'llama-3.1-8b', parallel: { tensor: 8, pipeline: 1, data: 1 } });
    const { chips, working } = populationOf(small, []);
    expect([chips, working]).toEqual([494_592, 8]);
    expect(populationOf(small, [7]).working).toBe(0);
  });
});
