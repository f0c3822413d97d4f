// npm run -s validate: predictions of every published run against what was measured. --rows FILE takes others of the same
// format, --json prints data, --set WORD lists the rows of sets whose name has the word.
import { type Entry, predict } from './predict.ts';
import { OWN_ROWS, readRows } from './row.ts';
import { type Score, score, stackScalars } from './score.ts';
import { setOf } from './sets.ts';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const rows = readRows(option('--rows') ?? OWN_ROWS);
const entries = predict(rows);
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(entries, null, 1)}\n`);
} else {
  const sets = new Map(rows.map((row) => [row.id, setOf(row)]));
  const listed = option('--set');
  if (listed !== undefined) list(entries.filter((entry) => sets.get(entry.id)?.includes(listed)));
  else console.log(table(scores(entries, sets)));
}

function scores(all: readonly Entry[], sets: ReadonlyMap<string, string>): Score[] {
  const scalars = stackScalars(all);
  const names = [...new Set(all.map((entry) => sets.get(entry.id)!))];
  const result: Score[] = [];
  for (const quantity of ['seconds', 'bytes'] as const) {
    const own = all.filter((entry) => entry.quantity === quantity);
    for (const name of names) {
      const part = own.filter((entry) => sets.get(entry.id) === name);
      if (part.length > 0) result.push(score(`${quantity}: ${name}`, part, scalars));
    }
    result.push(score(`${quantity}: all`, own, scalars));
  }
  return result;
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

function list(part: readonly Entry[]): void {
  for (const { id, quantity, measured, predicted, error, note } of part) {
    const told = error === null ? 'failed' : `${(100 * error).toFixed(1)} %`;
    console.log(`${id} ${quantity} ${measured} ${predicted?.toPrecision(5)} ${told} ${note}`);
  }
}
