// npx tsx tests/validation/fit.ts CHIP.CONSTANT… [--without=WORD]: fits constants to the rows that ran on their chips, all at once, and
// prints them; nothing is written. A prior of 10 % holds each near where it stands; sets weigh by the root of their rows; errors
// count as squares up to about 8 % and as such beyond. Gauss-Newton on logarithms, deterministic. Dense rows, with --mixture all.
// With --without=WORD sets whose name has the word are left out, and predicted with what the others gave.
import { CHIPS, constantsOf } from '../../src/sim/calibration/chips.ts';
import type { Constants } from '../../src/sim/calibration/constants.ts';
import { SOFTWARE } from '../../src/sim/calibration/software.ts';
import { clusterOf } from './hardware.ts';
import { predictRow } from './predict.ts';
import { type Row, readRows } from './row.ts';
import { score, stackScalars } from './score.ts';
import { setOf } from './sets.ts';

const PRIOR = 0.1;
const SOFT = 0.08;
const LEFT_OUT = /zero3|zero-bubble|other/;

const words = process.argv.slice(2);
const without = words.find((word) => word.startsWith('--without='))?.slice(10);
const mixture = words.includes('--mixture');
const names = words.filter((word) => !word.startsWith('--'));
const chips = CHIPS as Record<string, Constants>;
/** Chips of a name: "blackwell.x" moves x on all of them together. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  blackwell: ['b200', 'b300', 'gb200', 'gb300'],
  tpu: ['v4', 'v5e', 'v5p', 'v6e', 'tpu7x'],
  hopper: ['h100', 'h200', '500w'],
  gpu: ['a100', 'h100', 'h200', '500w', 'b200', 'b300', 'gb200', 'gb300'],
};
const keysOf = (name: string): readonly string[] => FAMILIES[name.split('.')[0]] ?? [name.split('.')[0]];
const start = { ...chips };
const software = SOFTWARE as Record<string, number>;
const software0 = { ...software };
const moved = new Set(names.flatMap(keysOf).flatMap((key) => start[key] ?? []));
const rows = readRows().filter((row) => isFitted(row));
const sizes = new Map<string, number>();
for (const row of rows) sizes.set(setOf(row), (sizes.get(setOf(row)) ?? 0) + 1);

function isFitted(row: Row): boolean {
  if (row.kind !== 'train-step' || row.exempt || !row.hardware) return false;
  if (row.model?.experts && !mixture && row.stack !== 'megatron-simumax') return false;
  if (row.provenance !== 'looked-up' || row.confidence === 'low' || LEFT_OUT.test(row.stack ?? ''))
    return false;
  return !isLeftOut(row) && ranOnChip(row);
}

function isLeftOut(row: Row): boolean {
  return without !== undefined && setOf(row).includes(without);
}

function ranOnChip(row: Row): boolean {
  const spec = clusterOf(row, 1).chip;
  return (
    typeof spec === 'object' && [...moved].some((constants) => constants.name === constantsOf(spec).name)
  );
}

function apply(logs: readonly number[]): void {
  for (const key of Object.keys(start)) chips[key] = start[key];
  Object.assign(software, software0);
  names.forEach((name, at) => {
    if (name.startsWith('software.')) {
      software[name.slice(9)] *= Math.exp(logs[at]);
      return;
    }
    const [, first, second] = name.split('.');
    for (const key of keysOf(name)) {
      const own = chips[key] as unknown as Record<string, number | Record<string, number>>;
      const factor = Math.exp(logs[at]);
      const value = own[first];
      const changed =
        typeof value === 'number' ? value * factor : { ...value, [second]: value[second] * factor };
      chips[key] = { ...own, [first]: changed } as unknown as Constants;
    }
  });
}

function currentOf(name: string): number {
  if (name.startsWith('software.')) return software[name.slice(9)];
  const [, first, second] = name.split('.');
  const value = (chips[keysOf(name)[0]] as unknown as Record<string, number | Record<string, number>>)[first];
  return typeof value === 'number' ? value : value[second];
}

/** Logarithmic errors of all rows. */
function errors(logs: readonly number[]): number[] {
  apply(logs);
  return rows.map((row) => {
    const entry = predictRow(row).find((each) => each.quantity === 'seconds');
    return entry?.error == null ? 0 : Math.log(1 + entry.error);
  });
}

const weightOf = (row: Row): number => 1 / Math.sqrt(sizes.get(setOf(row))!);
const penalty = 0.05 / PRIOR ** 2;
/** Software has a prior of its own: 5 %. */
const stiffness = names.map((name) => (name.startsWith('software.') ? 4 * penalty : penalty));

function lossOf(found: readonly number[], logs: readonly number[]): number {
  const misses = found.map((e, at) => weightOf(rows[at]) * (Math.sqrt(1 + (e / SOFT) ** 2) - 1));
  return misses.reduce((a, b) => a + b, 0) + logs.reduce((sum, x, at) => sum + stiffness[at] * x * x, 0);
}

/** Solves a symmetric system by Gauss's elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const a = matrix.map((row, at) => [...row, right[at]]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(a[j][i]) > Math.abs(a[pivot][i])) pivot = j;
    [a[i], a[pivot]] = [a[pivot], a[i]];
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const factor = a[j][i] / a[i][i];
      for (let k = i; k <= n; k++) a[j][k] -= factor * a[i][k];
    }
  }
  return a.map((row, at) => row[n] / row[at]);
}

let logs = names.map(() => 0);
let found = errors(logs);
const before = lossOf(found, logs);
let least = before;
const STEP = 0.03;
for (let round = 0; round < 4; round++) {
  const slopes = names.map((_, at) => {
    const shifted = errors(logs.map((x, index) => (index === at ? x + STEP : x)));
    return shifted.map((e, row) => (e - found[row]) / STEP);
  });
  // Weights of the soft absolute value, as in iteratively reweighted least squares.
  const weights = found.map((e, at) => weightOf(rows[at]) / SOFT ** 2 / Math.sqrt(1 + (e / SOFT) ** 2));
  const matrix = names.map((_, i) =>
    names.map((_, j) => {
      const sum = weights.reduce((total, w, row) => total + w * slopes[i][row] * slopes[j][row], 0);
      return sum + (i === j ? 2 * stiffness[i] : 0);
    }),
  );
  const right = names.map(
    (_, i) =>
      -weights.reduce((total, w, row) => total + w * slopes[i][row] * found[row], 0) -
      2 * stiffness[i] * logs[i],
  );
  const move = solve(matrix, right);
  let better = false;
  for (let share = 1; share > 0.1 && !better; share /= 2) {
    const tried = logs.map((x, at) => x + share * Math.max(-0.3, Math.min(0.3, move[at])));
    const errorsThere = errors(tried);
    const loss = lossOf(errorsThere, tried);
    if (loss < least * (1 - 1e-4)) {
      better = true;
      least = loss;
      logs = tried;
      found = errorsThere;
    }
  }
  if (!better) break;
}
console.log(`${rows.length} rows, loss ${before.toFixed(3)} → ${least.toFixed(3)}`);
apply(names.map(() => 0));
const old = names.map(currentOf);
apply(logs);
names.forEach((name, at) => {
  console.log(`${name} ${old[at].toPrecision(3)} → ${currentOf(name).toPrecision(3)}`);
});
const own = readRows().filter(
  (row) =>
    row.kind === 'train-step' &&
    !row.exempt &&
    row.hardware &&
    ranOnChip(row) &&
    (without === undefined || isLeftOut(row)),
);
const bySet = new Map<string, Row[]>();
for (const row of own) bySet.set(setOf(row), [...(bySet.get(setOf(row)) ?? []), row]);
for (const [name, part] of bySet) {
  const entries = part.flatMap(predictRow).filter((entry) => entry.quantity === 'seconds');
  const { mean, largest, bias, scaledMean } = score(name, entries, stackScalars(entries));
  const told = [mean, largest, bias, scaledMean].map((share) => (100 * share).toFixed(1)).join(', ');
  const how = without === undefined ? 'fitted' : 'unseen';
  console.log(`${name}, ${entries.length} ${how} rows: mean, largest, bias, scaled mean ${told} %`);
}
