import { describe, expect, it } from 'vitest';
import { resultsCsv, resultsOf } from '../../src/export/results.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { simulateStep } from '../../src/sim/step.ts';

const scenario = {
  cluster: 'ultraserver',
  model: 'llama-3.1-8b',
  training: { globalBatch: 64 },
  parallel: { tensor: 16, pipeline: 4, data: 1 },
} as const;
const resolved = resolveScenario(scenario);
const { summary, timeline } = simulateStep(resolved);
const said = {
  source: 'Inside "Project Rainier", simulated',
  link: 'https://example.org/?t=1',
  date: '2026-01-02',
};
const results = resultsOf({ scenario, resolved, summary, timeline }, said);

/** Cells of comma-separated values. */
function cells(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, 4).map(([, cell]) => cell));
}

describe('results as data', () => {
  it('hold a stage of memory for each stage, whose fullest is the one of the summary', () => {
    expect(results.stages).toHaveLength(4);
    expect(Math.max(...results.stages.map(({ total }) => total))).toBe(summary.memory.total);
  });

  it('account for every second of every class', () => {
    expect(results.classes).toHaveLength(timeline.classes);
    for (const { seconds } of results.classes) {
      const sum = Object.values(seconds).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(summary.step.seconds, 9);
      expect(seconds.forward).toBeGreaterThan(0);
      expect(seconds.backward).toBeGreaterThan(seconds.forward);
    }
    expect(results.classes[0].bytes.nextStage).toBeGreaterThan(0);
    expect(results.classes[0].bytes.previousStage).toBe(0);
    expect(results.classes[3].bytes.nextStage).toBe(0);
  });

  it('are one number a line with its unit, and say where they come from', () => {
    const rows = cells(resultsCsv(results));
    expect(rows[0]).toEqual(['quantity', 'stage', 'value', 'unit']);
    const value = (quantity: string, stage = '') =>
      rows.find((row) => row[0] === quantity && row[1] === stage)?.slice(2);
    expect(value('step.seconds')).toEqual([String(summary.step.seconds), 's']);
    expect(value('power.joulesPerStep')).toEqual([String(summary.power.joulesPerStep), 'J']);
    expect(value('power.itWatts')?.[1]).toBe('W');
    expect(value('stage.memory.total', '2')).toEqual([String(results.stages[1].total), 'B']);
    expect(value('class.seconds.wait', '1')?.[1]).toBe('s');
    expect(value('source')?.[0]).toBe('"Inside ""Project Rainier"", simulated"');
    for (const row of rows) expect(row).toHaveLength(4);
    for (const [quantity, , number, unit] of rows.slice(1))
      if (number !== '' && !Number.isNaN(Number(number))) expect(unit, quantity).not.toBe('');
  });

  it('can be asked for again: the scenario in them is the one they follow from', () => {
    const copy = JSON.parse(JSON.stringify(results));
    expect(simulateStep(resolveScenario(copy.scenario)).summary).toEqual(summary);
  });
});
