// npx tsx tests/validation/fit.ts CHIP.CONSTANT… [--without=WORD] [--mixture]: fits constants to the rows that ran on their chips
// (fitting.ts) and prints them, with the errors of the sets; nothing is written.
import { fit } from './fitting.ts';
import { score, stackScalars } from './score.ts';

const words = process.argv.slice(2);
const without = words.find((word) => word.startsWith('--without='))?.slice(10);
const names = words.filter((word) => !word.startsWith('--'));
const { rows, loss, values, sets } = fit({ names, without, mixture: words.includes('--mixture') });
console.log(`${rows} rows, loss ${loss.map((value) => value.toFixed(3)).join(' → ')}`);
for (const [name, old, found] of values) {
  console.log(`${name} ${old.toPrecision(3)} → ${found.toPrecision(3)}`);
}
for (const [name, entries] of sets) {
  const { mean, largest, bias, scaledMean } = score(name, entries, stackScalars(entries));
  const told = [mean, largest, bias, scaledMean].map((share) => (100 * share).toFixed(1)).join(', ');
  const how = without === undefined ? 'fitted' : 'unseen';
  console.log(`${name}, ${entries.length} ${how} rows: mean, largest, bias, scaled mean ${told} %`);
}
