import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { plotOf } from './plot.ts';
import { reportOf } from './report.ts';
import type { Results } from './results.ts';

const at = (path: string): string => new URL(path, import.meta.url).pathname;

/** The table that the simulator's evidence reads. */
export const PUBLISHED = at('../../src/sim/calibration/published.ts');
/** Best mean error of each stack so far: a test fails when one gets worse. */
export const RECORDED = at('recorded.json');

/** Writes what follows from a validation: evidence, record, docs/validation.md and its plots. */
export function writeResults(results: Results): void {
  writeFileSync(PUBLISHED, publishedText(results));
  writeFileSync(RECORDED, `${JSON.stringify(recordOf(results), null, 2)}\n`);
  mkdirSync(at('../../docs/validation'), { recursive: true });
  const plots = results.stacks.map(({ name }) => {
    const points = results.entries.filter((entry) => entry.stack === name && entry.quantity === 'seconds');
    writeFileSync(at(`../../docs/validation/${name}.svg`), plotOf(name, points));
    return name;
  });
  writeFileSync(at('../../docs/validation.md'), reportOf(results, plots));
}

/** Source text of the generated table: chips with at least eight published steps. */
export function publishedText({ chips }: Results): string {
  const lines = chips
    .filter((chip) => chip.n - chip.failures >= 8)
    .map(
      ({ name, n, failures, mean, within90 }) =>
        `  '${name}': { rows: ${n - failures}, mean: ${round(mean)}, nineOfTen: ${round(within90)} },`,
    );
  return [
    '/** How far steps on a chip were from published ones. Shares of the measured time. */',
    'export interface PublishedError {',
    '  readonly rows: number;',
    '  /** Mean absolute error. */',
    '  readonly mean: number;',
    '  /** What nine rows of ten are within. */',
    '  readonly nineOfTen: number;',
    '}',
    '',
    '/** By chip and kind of model. Written by `npm run -s validate -- --write`; not to be changed by hand. */',
    'export const PUBLISHED: Readonly<Record<string, PublishedError>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

const round = (value: number): number => Number(value.toFixed(3));

/** Mean error of each stack, never above what is recorded already. */
function recordOf({ stacks }: Results): Record<string, number> {
  const before: Record<string, number> = existsSync(RECORDED)
    ? JSON.parse(readFileSync(RECORDED, 'utf8'))
    : {};
  return Object.fromEntries(
    stacks.map(({ name, mean }) => [name, Math.min(before[name] ?? 1e9, Number(mean.toFixed(4)))]),
  );
}
