import { CHIPS, constantsOf } from '../../src/sim/calibration/chips.ts';
import type { Constants } from '../../src/sim/calibration/constants.ts';
import { SOFTWARE } from '../../src/sim/calibration/software.ts';
import { clusterOf } from './hardware.ts';
import { type Entry, predictRow } from './predict.ts';
import { type Row, readRows, stackOf } from './row.ts';
import { setOf } from './sets.ts';
import { solve } from './solve.ts';

/** What to fit, and to which rows. */
export interface FitRequest {
  /** "a100.matmul", "blackwell.eightBit" (a family moves together), "software.megascale". */
  readonly names: readonly string[];
  /** Sets whose name has this word are left out; the factors of their software are 1. */
  readonly without?: string;
  /** Mixtures too, not only those of the B200 node. */
  readonly mixture?: boolean;
  readonly rounds?: number;
}

export interface Fitted {
  readonly rows: number;
  readonly loss: readonly [before: number, after: number];
  /** Value of each name, before and after. */
  readonly values: readonly (readonly [string, number, number])[];
  /** Steps of the rows that were left out (of all that ran on the chips where none was), by set, with the constants found. */
  readonly sets: ReadonlyMap<string, readonly Entry[]>;
}

/** A constant is held to 10 % of where it stands, a factor of software to 5 %. */
const PRIOR = { constant: 0.1, software: 0.05 };
/** Errors count as squares up to about this, and as such beyond. */
const SOFT = 0.08;
const STEP = 0.03;
const NEVER = /zero3|zero-bubble|other/;

const chips = CHIPS as Record<string, Constants>;
const software = SOFTWARE as Record<string, number>;

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  blackwell: ['b200', 'b300', 'gb200', 'gb300'],
  tpu: ['v4', 'v5e', 'v5p', 'v6e', 'tpu7x'],
  hopper: ['h100', 'h200', '500w'],
};

const keysOf = (name: string): readonly string[] => FAMILIES[name.split('.')[0]] ?? [name.split('.')[0]];

/**
 * Fits constants to published steps, all at once: Gauss-Newton on logarithms, sets weighed by the root of their rows.
 * Deterministic; what it changes in the tables of constants is undone before it returns.
 */
export function fit({ names, without, mixture = false, rounds = 4 }: FitRequest): Fitted {
  const start = { ...chips };
  const factors = { ...software };
  const moved = new Set(names.flatMap(keysOf).flatMap((key) => (start[key] ? [start[key].name] : [])));
  const isLeftOut = (row: Row): boolean => without !== undefined && setOf(row).includes(without);
  const ran = readRows().filter((row) => {
    if (row.kind !== 'train-step' || row.exempt || !row.hardware) return false;
    const spec = clusterOf(row, 1).chip;
    return typeof spec === 'object' && moved.has(constantsOf(spec).name);
  });
  const rows = ran.filter(
    (row) =>
      !isLeftOut(row) &&
      (mixture || !row.model?.experts || row.stack === 'megatron-simumax') &&
      row.provenance === 'looked-up' &&
      row.confidence !== 'low' &&
      !NEVER.test(stackOf(row)),
  );
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(setOf(row), (sizes.get(setOf(row)) ?? 0) + 1);
  const weights = rows.map((row) => 1 / Math.sqrt(sizes.get(setOf(row))!));
  const unseen = new Set(ran.filter(isLeftOut).map(stackOf));

  const apply = (logs: readonly number[]): void => {
    Object.assign(chips, start);
    Object.assign(software, factors);
    for (const stack of unseen) if (Object.hasOwn(software, stack)) software[stack] = 1;
    names.forEach((name, at) => {
      const factor = Math.exp(logs[at]);
      if (name.startsWith('software.')) software[name.slice(9)] *= factor;
      else for (const key of keysOf(name)) chips[key] = scaled(chips[key], name, factor);
    });
  };
  const errorsAt = (logs: readonly number[]): number[] => {
    apply(logs);
    return rows.map((row) => {
      const entry = predictRow(row).find((each) => each.quantity === 'seconds');
      return entry?.error == null ? 0 : Math.log(1 + entry.error);
    });
  };
  const stiffness = names.map((name) => {
    const prior = name.startsWith('software.') ? PRIOR.software : PRIOR.constant;
    return 0.05 / prior ** 2;
  });
  const lossOf = (errors: readonly number[], logs: readonly number[]): number =>
    errors.reduce((sum, e, at) => sum + weights[at] * (Math.hypot(1, e / SOFT) - 1), 0) +
    logs.reduce((sum, x, at) => sum + stiffness[at] * x * x, 0);

  let logs: readonly number[] = names.map(() => 0);
  let errors = errorsAt(logs);
  const before = lossOf(errors, logs);
  let least = before;
  for (let round = 0, better = names.length > 0; better && round < rounds; round++) {
    better = false;
    const slopes = names.map((_, at) =>
      errorsAt(logs.map((x, index) => (index === at ? x + STEP : x))).map(
        (e, row) => (e - errors[row]) / STEP,
      ),
    );
    const pull = errors.map((e, at) => weights[at] / SOFT ** 2 / Math.hypot(1, e / SOFT));
    const product = (a: readonly number[], b: readonly number[]): number =>
      pull.reduce((sum, w, row) => sum + w * a[row] * b[row], 0);
    const matrix = names.map((_, i) =>
      names.map((_, j) => product(slopes[i], slopes[j]) + (i === j ? 2 * stiffness[i] : 0)),
    );
    const move = solve(
      matrix,
      names.map((_, i) => -product(slopes[i], errors) - 2 * stiffness[i] * logs[i]),
    );
    for (let share = 1; share > 0.2 && !better; share /= 2) {
      const tried = logs.map((x, at) => x + share * Math.max(-0.3, Math.min(0.3, move[at])));
      const there = errorsAt(tried);
      const loss = lossOf(there, tried);
      if (loss >= least * (1 - 1e-4)) continue;
      better = true;
      least = loss;
      logs = tried;
      errors = there;
    }
  }
  apply(names.map(() => 0));
  const old = names.map(valueAt);
  apply(logs);
  const values = names.map((name, at) => [name, old[at], valueAt(name)] as const);
  const sets = new Map<string, readonly Entry[]>();
  for (const row of without === undefined ? ran : ran.filter(isLeftOut)) {
    const own = predictRow(row).filter((entry) => entry.quantity === 'seconds');
    sets.set(setOf(row), [...(sets.get(setOf(row)) ?? []), ...own]);
  }
  Object.assign(chips, start);
  Object.assign(software, factors);
  return { rows: rows.length, loss: [before, least], values, sets };
}

/** Constants with the one that a name says multiplied. */
function scaled(constants: Constants, name: string, factor: number): Constants {
  const [, first, second] = name.split('.');
  const own = constants as unknown as Record<string, number | Record<string, number>>;
  const value = own[first];
  const changed = typeof value === 'number' ? value * factor : { ...value, [second]: value[second] * factor };
  return { ...own, [first]: changed } as unknown as Constants;
}

function valueAt(name: string): number {
  if (name.startsWith('software.')) return software[name.slice(9)];
  const [, first, second] = name.split('.');
  const own = chips[keysOf(name)[0]] as unknown as Record<string, number | Record<string, number>>;
  const value = own[first];
  return typeof value === 'number' ? value : value[second];
}
