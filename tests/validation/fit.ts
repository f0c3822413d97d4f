// npx tsx tests/validation/fit.ts CHIP CONSTANT…: fits constants of a chip to the dense rows that ran on it, and prints them; nothing
// is written. A prior of 10 % holds each constant near where it stands; sets weigh by the root of their rows; errors
// count as squares up to about 8 % and as such beyond. Deterministic: one constant after the other, ever finer.
import { CHIPS, constantsOf } from '../../src/sim/calibration/chips.ts';
import type { Constants } from '../../src/sim/calibration/constants.ts';
import { clusterOf } from './hardware.ts';
import { predictRow } from './predict.ts';
import { type Row, readRows } from './row.ts';
import { score, stackScalars } from './score.ts';
import { setOf } from './sets.ts';

const PRIOR = 0.1;
const SOFT = 0.08;
const LEFT_OUT = /zero3|zero-bubble|other/;

const [chip, ...words] = process.argv.slice(2);
const without = words.find((word) => word.startsWith('--without='))?.slice(10);
const names = words.filter((word) => !word.startsWith('--'));
const chips = CHIPS as Record<string, Constants>;
const start = chips[chip];
const rows = readRows().filter((row) => isFitted(row));
const sizes = new Map<string, number>();
for (const row of rows) sizes.set(setOf(row), (sizes.get(setOf(row)) ?? 0) + 1);

function isFitted(row: Row): boolean {
  if (row.kind !== 'train-step' || row.exempt || row.model?.experts || !row.hardware) return false;
  if (row.provenance !== 'looked-up' || row.confidence === 'low' || LEFT_OUT.test(row.stack ?? ''))
    return false;
  if (isLeftOut(row)) return false;
  return ranOnChip(row);
}

function isLeftOut(row: Row): boolean {
  return without !== undefined && setOf(row).includes(without);
}

function ranOnChip(row: Row): boolean {
  const spec = clusterOf(row, 1).chip;
  return typeof spec === 'object' && constantsOf(spec) === start;
}

function read(constants: Constants, name: string): number {
  const [first, second] = name.split('.') as [keyof Constants, 'flash' | undefined];
  const value = constants[first];
  return (second ? (value as Constants['attention'])[second] : value) as number;
}

function withValue(constants: Constants, name: string, value: number): Constants {
  const [first, second] = name.split('.') as [keyof Constants, string | undefined];
  return { ...constants, [first]: second ? { ...constants.attention, [second]: value } : value };
}

function loss(constants: Constants): number {
  chips[chip] = constants;
  let total = 0;
  for (const row of rows) {
    const entry = predictRow(row).find((each) => each.quantity === 'seconds');
    if (entry?.error == null) continue;
    const off = Math.log(1 + entry.error) / SOFT;
    total += (Math.sqrt(1 + off * off) - 1) / Math.sqrt(sizes.get(setOf(row))!);
  }
  for (const name of names) {
    total += (0.05 * Math.log(read(constants, name) / read(start, name)) ** 2) / PRIOR ** 2;
  }
  return total;
}

let best = start;
let least = loss(start);
for (let step = 0.12; step > 0.012; step /= 2) {
  for (let round = 0, moved = true; moved && round < 4; round++) {
    moved = false;
    for (const name of names) {
      for (const way of [1 + step, 1 / (1 + step)]) {
        const tried = withValue(best, name, read(best, name) * way);
        const value = loss(tried);
        if (value < least - 1e-9) {
          least = value;
          best = tried;
          moved = true;
        }
      }
    }
  }
}
console.log(`${chip}, ${rows.length} rows, loss ${loss(start).toFixed(3)} → ${least.toFixed(3)}`);
for (const name of names) console.log(`${name} ${read(start, name)} → ${read(best, name).toFixed(3)}`);

// With --without=WORD the sets whose name has the word are left out, and predicted with what the others gave.
const unseen = readRows().filter(
  (row) => row.kind === 'train-step' && !row.exempt && row.hardware && isLeftOut(row),
);
chips[chip] = start;
const own = unseen.filter(ranOnChip);
chips[chip] = best;
const entries = own.flatMap(predictRow).filter((entry) => entry.quantity === 'seconds');
if (entries.length > 0) {
  const { mean, largest, bias, scaledMean } = score(without!, entries, stackScalars(entries));
  const told = [mean, largest, bias, scaledMean].map((share) => (100 * share).toFixed(1)).join(', ');
  console.log(`${without}, ${entries.length} unseen rows: mean, largest, bias, scaled mean ${told} %`);
}
