import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { plotOf } from './plot.ts';
import { reportOf } from './report.ts';
import type { Results } from './results.ts';
import type { Score } from './score.ts';

const at = (path: string): string => new URL(path, import.meta.url).pathname;

/** The table that the simulator's evidence reads. */
export const PUBLISHED = at('../../src/sim/calibration/published.ts');
/** Best mean error of each stack so far: a test fails when one gets worse. */
export const RECORDED = at('recorded.json');

/** The table that the page shows. */
export const VALIDATED = at('../../src/facts/validated.ts');

/** Writes what follows from a validation: evidence, record, docs/validation.md and its plots. */
export function writeResults(results: Results): void {
  writeFileSync(PUBLISHED, publishedText(results));
  writeFileSync(RECORDED, `${JSON.stringify(recordOf(results), null, 2)}\n`);
  writeFileSync(VALIDATED, validatedText(results));
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

/** Source text of the table that the page shows: sets, and for each stack its steps, measured and predicted. */
export function validatedText({ sets, stacks, entries }: Results): string {
  const four = (value: number): string => String(Number(value.toPrecision(4)));
  const told = (score: Score): string => {
    const { name, n, failures, mean, median, largest, bias, within15 } = score;
    const numbers = { n, failures, mean, median, largest, bias, within15 };
    const fields = Object.entries(numbers).map(([field, value]) => `${field}: ${four(value)}`);
    return `name: ${JSON.stringify(name).replaceAll('"', name.includes("'") ? '"' : "'")}, ${fields.join(', ')}`;
  };
  const points = (stack: string): string =>
    entries
      .filter((entry) => entry.stack === stack && entry.quantity === 'seconds' && entry.predicted !== null)
      .map(({ measured, predicted }) => `[${four(measured!)}, ${four(predicted!)}]`)
      .join(', ');
  return [
    '// biome-ignore-all format: generated.',
    '/** How well a set of published figures is predicted. Shares of the measured figure, not percent. */',
    'export interface ValidatedSet {',
    '  /** "seconds" or "bytes", then the set; or the name of a software stack. */',
    '  readonly name: string;',
    '  readonly n: number;',
    '  /** Rows that could not be run. */',
    '  readonly failures: number;',
    '  /** Mean and median absolute error, the largest, and the mean with its sign. */',
    '  readonly mean: number;',
    '  readonly median: number;',
    '  readonly largest: number;',
    '  readonly bias: number;',
    '  /** Share of rows within 15 %. */',
    '  readonly within15: number;',
    '}',
    '',
    '/** A software stack with its steps. */',
    'export interface ValidatedStack extends ValidatedSet {',
    '  /** Seconds of each published step, and as predicted. */',
    '  readonly points: readonly (readonly [number, number])[];',
    '}',
    '',
    '/** Sets of published runs. Written by `npm run -s validate -- --write`; not to be changed by hand. */',
    'export const VALIDATED_SETS: readonly ValidatedSet[] = [',
    ...sets.map((set) => `  { ${told(set)} },`),
    '];',
    '',
    '/** Software stacks, for a plot of predicted against measured seconds. Written likewise. */',
    'export const VALIDATED_STACKS: readonly ValidatedStack[] = [',
    ...stacks.map((stack) => `  { ${told(stack)}, points: [${points(stack.name)}] },`),
    '];',
    '',
  ].join('\n');
}
