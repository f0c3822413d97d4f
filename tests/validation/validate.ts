// npm run -s validate: predictions of every published run against what was measured. --rows FILE takes others of the same
// format, --json prints data, --set WORD lists the rows of sets whose name has the word, --write writes what follows from
// the project's own rows (write.ts).
import { otherScores, resultsOf } from './results.ts';
import { OWN_ROWS, readRows } from './row.ts';
import type { Score } from './score.ts';
import { setOf } from './sets.ts';
import { writeResults } from './write.ts';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const results = resultsOf(readRows(option('--rows') ?? OWN_ROWS));
const listed = option('--set');
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(results.entries, null, 1)}\n`);
} else if (listed !== undefined) {
  for (const { id, quantity, measured, predicted, error, note } of results.entries) {
    if (!setOf(results.rows.get(id)!).includes(listed)) continue;
    const told = error === null ? 'failed' : `${(100 * error).toFixed(1)} %`;
    console.log(`${id} ${quantity} ${measured} ${predicted?.toPrecision(5)} ${told} ${note}`);
  }
} else {
  console.log(table(results.sets));
  if (option('--rows') === undefined) console.log(othersTable());
  for (const { id, predicted, note } of results.entries) {
    if (predicted === null) console.log(`failed: ${id}: ${note}`);
  }
  if (process.argv.includes('--write') && option('--rows') === undefined) writeResults(results);
}

function table(all: readonly Score[]): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(7);
  const head = `${'set'.padEnd(46)}   n fail    mean  median largest    bias  scaled largest`;
  const lines = all.map(
    (s) =>
      `${s.name.padEnd(46)} ${String(s.n).padStart(3)} ${String(s.failures).padStart(4)} ` +
      [s.mean, s.median, s.largest, s.bias, s.scaledMean, s.scaledLargest].map(percent).join(' '),
  );
  return [head, ...lines].join('\n');
}

/** What is held against figures that are no steps. */
function othersTable(): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(7);
  const lines = otherScores().map(
    ({ name, figures, modelled, mean, largest }) =>
      `${name.padEnd(46)} ${String(figures.length).padStart(3)} ${String(figures.length - modelled).padStart(4)} ${percent(mean)} ${''.padStart(7)} ${percent(largest)}`,
  );
  return ['', 'figures that are no steps', ...lines].join('\n');
}
