import { otherScores, type Results } from './results.ts';
import { type Score, score, stackScalars } from './score.ts';
import { transferred } from './transferred.ts';

const percent = (value: number): string => (100 * value).toFixed(1);

/** docs/validation.md. */
export function reportOf(results: Results, plots: readonly string[]): string {
  const { sets, entries, chips } = results;
  const failures = entries.filter((entry) => entry.predicted === null);
  const guessed = entries.filter((entry) => entry.note.includes('best feasible'));
  const scalars = stackScalars(entries);
  return [
    '# Validation',
    '',
    'Steps and memory as predicted by the simulator against what was published, in seconds and bytes. Written by',
    '`npm run -s validate -- --write` from the rows in `tests/validation/rows`, each with its source; the constants behind it are in',
    '`src/sim/calibration/chips.ts`, what is documented of each software stack in `tests/validation/stacks.ts`. Rows are',
    'recalled (not re-read in their source) where a set says so; those are in no total.',
    '',
    '## Errors by set',
    '',
    'Absolute error in percent of the measurement: mean, median, largest, and mean with its sign; then mean and largest after one factor',
    'for each software stack. Rows that cannot be run count as failures.',
    '',
    '| set | n | failed | mean | median | largest | bias | scaled mean | scaled largest |',
    '|---|---|---|---|---|---|---|---|---|',
    ...sets.map(line),
    '',
    ...transfer(),
    ...others(),
    ...spread(results),
    '## By chip',
    '',
    'What the evidence of a result says (chips with eight steps or more).',
    '',
    '| chip, models | n | mean | nine of ten within | within 15 % |',
    '|---|---|---|---|---|',
    ...chips.map(
      ({ name, n, mean, within90, within15 }) =>
        `| ${name} | ${n} | ${percent(mean)} | ${percent(within90)} | ${percent(within15)} |`,
    ),
    '',
    '## One factor for each stack',
    '',
    'Median of measured ÷ predicted, on top of the factors that predictions already have (`src/sim/calibration/software.ts`: 0.95 to 1.08',
    'for seven stacks, fitted on these rows). This one is not applied; far from one it says that a stack is not understood.',
    '',
    '| stack | factor |',
    '|---|---|',
    ...[...scalars].map(([stack, value]) => `| ${stack} | ${value.toFixed(3)} |`),
    '',
    '## Plots',
    '',
    'Predicted against measured seconds, lines at ±10 %.',
    '',
    ...plots.map((name) => `<img src="validation/${name}.svg" width="300" alt="${name}">`),
    '',
    '## Read with care',
    '',
    `${guessed.length} predictions take the best feasible microbatch, virtual stages or expert groups, because those are not published.`,
    'There is no published step on Trainium2: its results carry over constants of Trainium1, whose four rows are too few to call a',
    'test. Constants were fitted on these rows (matmul and attention shares, the gain of 8 bits, factors of software); the errors by set are',
    'those of interpolation, those of sets left out stand below them. The dispatch time and host times of mixtures, the share of grouped',
    'products on TPU7x and the split of GB300 between bf16 and 8 bits were set by hand on these rows; which switches matter was found by',
    'looking at their errors. Known bad rows: MosaicML 70B on 40 GB A100 (its network is slower than published: −31 %), DeepSpeed ZeRO-3 of 2021',
    '(one port of a node carries the gathers), mixtures on Megatron-Bridge and TPU (kernels, overlap and recomputation differ by release and are',
    'not published).',
    '',
    ...(failures.length > 0
      ? ['## Failed', '', ...failures.map(({ id, note }) => `- ${id}: ${note}`), '']
      : []),
  ].join('\n');
}

function line(score: Score): string {
  const { name, n, failures, mean, median, largest, bias, scaledMean, scaledLargest } = score;
  const numbers = [mean, median, largest, bias, scaledMean, scaledLargest].map(percent);
  return `| ${name} | ${n} | ${failures} | ${numbers.join(' | ')} |`;
}

function others(): string[] {
  return [
    '## Figures that are no steps',
    '',
    'Collectives in bus bandwidth (NCCL, large; SimAI, by size and nodes, on a machine that is not named: taken as H100), square products of',
    'one of the two devices of a TPU7x, shares of bubble (recalled, low confidence; in points of the step), and goodput, of which a bound from below is published',
    'and checkpoints of a minute are assumed. Nothing is fitted to them here.',
    '',
    '| sort | figures | not modelled | mean | largest |',
    '|---|---|---|---|---|',
    ...otherScores().map(
      ({ name, figures, modelled, mean, largest }) =>
        `| ${name} | ${figures.length} | ${figures.length - modelled} | ${percent(mean)} | ${percent(largest)} |`,
    ),
    '',
  ];
}

/** Interpolation against transfer: sets predicted by constants that have not seen them. */
function transfer(): string[] {
  const told = transferred();
  if (told.length === 0) return [];
  return [
    '## Sets left out',
    '',
    'Constants of the chip fitted to the other sets alone, software of the set taken as any (factor 1), then the set predicted: what to',
    'expect of software that has not been seen. Last column after one factor for the set. Sets that have a chip, or the only use of',
    'a kernel, to themselves cannot be left out. One or two constants are fitted anew, from values that had seen the set and under their',
    'prior of 10 %; switches and the other constants stay as they are. So this is kinder than a test on new rows would be. Written by',
    '`npx tsx tests/validation/transfer.ts`.',
    '',
    '| set | n | mean | largest | bias | scaled mean |',
    '|---|---|---|---|---|---|',
    ...told.map(({ name, n, ...rest }) => {
      const numbers = [rest.mean, rest.largest, rest.bias, rest.scaledMean].map(percent);
      return `| ${name} | ${n} | ${numbers.join(' | ')} |`;
    }),
    '',
  ];
}

/** How dense steps are spread, and what guessing what is not published costs. */
function spread({ entries, rows, sets }: Results): string[] {
  const dense = sets.find(({ name }) => name === 'seconds: all dense');
  if (!dense) return [];
  const seconds = entries.filter(
    ({ id, quantity }) => quantity === 'seconds' && rows.get(id)?.provenance !== 'recalled',
  );
  const [guessed, published] = [true, false].map((wanted) =>
    score(
      '',
      seconds.filter(({ note }) => note.includes('best feasible') === wanted),
      new Map(),
    ),
  );
  const mixtures = score(
    '',
    seconds.filter(({ id }) => rows.get(id)?.model?.experts),
    new Map(),
  );
  return [
    `Of ${dense.n} dense steps ${percent(dense.within15)} % are within 15 %, nine of ten within ${percent(dense.within90)} %. Mixtures (${mixtures.n}): median`,
    `${percent(mixtures.median)} %, mean ${percent(mixtures.mean)} %, largest ${percent(mixtures.largest)} %. Rows of which something was guessed (${guessed.n}): mean ${percent(guessed.mean)} %,`,
    `median ${percent(guessed.median)} %; all of it published (${published.n}): mean ${percent(published.mean)} %, median ${percent(published.median)} %.`,
    '',
  ];
}
