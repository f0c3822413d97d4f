import * as v from 'valibot';
import { clusterSchema } from './clusterSchema.ts';
import { ScenarioError } from './error.ts';
import { parseJson } from './json.ts';
import { modelSchema } from './modelSchema.ts';
import { amount, choice, flag, record, share, text, wholeFrom } from './rules.ts';
import type { Scenario } from './scenario.ts';

const LONGEST_FAULTS = 1000;
/** Largest size of a parallel dimension, of a batch and of a sequence: beyond them is a mistake. */
const MOST = { ranks: 1e8, batch: 1e9, sequence: 1e8 } as const;

const training = record({
  sequence: v.optional(wholeFrom(1, MOST.sequence)),
  globalBatch: v.optional(wholeFrom(1, MOST.batch)),
  microbatch: v.optional(wholeFrom(1, 1e6)),
  precision: v.optional(choice(['bf16', 'fp16', 'fp8', 'mxfp8', 'nvfp4'])),
  gradientType: v.optional(choice(['fp32', 'bf16'])),
  optimizer: v.optional(choice(['adam', 'sgd'])),
  recompute: v.optional(
    v.lazy((value) =>
      typeof value === 'object'
        ? record({
            attention: v.optional(share),
            core: v.optional(share),
            mlp: v.optional(share),
            memory: v.optional(share),
          })
        : choice(['none', 'selective', 'full']),
    ),
  ),
  zero: v.optional(choice([0, 1, 2, 3])),
  shardGroup: v.optional(wholeFrom(1, MOST.ranks)),
  reshard: v.optional(flag),
});

const DIMENSIONS = ['tensor', 'context', 'expert', 'data', 'pipeline'] as const;

const parallel = record({
  tensor: v.optional(wholeFrom(1, MOST.ranks)),
  sequenceParallel: v.optional(flag),
  overlapTensor: v.optional(flag),
  context: v.optional(wholeFrom(1, MOST.ranks)),
  contextKind: v.optional(choice(['ring', 'allGather'])),
  pipeline: v.optional(wholeFrom(1, MOST.ranks)),
  virtual: v.optional(wholeFrom(1, 1e4)),
  expert: v.optional(wholeFrom(1, MOST.ranks)),
  expertTensor: v.optional(wholeFrom(1, MOST.ranks)),
  data: v.optional(wholeFrom(1, MOST.ranks)),
  schedule: v.optional(choice(['gpipe', '1f1b', 'interleaved', 'zb-h1', 'zb-h2', 'dualpipe'])),
  order: v.optional(
    v.pipe(
      v.array(choice(DIMENSIONS), 'must be a list'),
      v.check(
        (order) => order.length === DIMENSIONS.length && new Set(order).size === order.length,
        `must have each of ${DIMENSIONS.join(', ')} once`,
      ),
    ),
  ),
});

const stack = record({
  name: v.optional(text),
  attentionKernel: v.optional(choice(['flash', 'flash2', 'triton', 'none'])),
  earlyStopRecompute: v.optional(flag),
  overlapGradients: v.optional(flag),
  fp8Recipe: v.optional(text),
  dropout: v.optional(flag),
  evenStages: v.optional(flag),
  fusedLoss: v.optional(flag),
  fusedOperators: v.optional(flag),
  asyncTensor: v.optional(flag),
  overlapWeights: v.optional(flag),
  sendOnce: v.optional(flag),
  overlapExperts: v.optional(flag),
  graphs: v.optional(flag),
  keepsOutputs: v.optional(flag),
  gradientBuffer: v.optional(flag),
});

const run = record({
  tokens: v.optional(amount),
  chipMtbf: v.optional(amount),
  checkpoint: v.optional(amount),
  recovery: v.optional(amount),
});

const address = v.pipe(
  text,
  v.regex(/^(b[1-9]\d*(\/[hrustcn][1-9]\d*)*)?$/, 'must be an address such as b3/h2/r4/u17'),
);

const fault = record({
  at: address,
  to: v.optional(address),
  kind: choice(['chip', 'link', 'straggler']),
  factor: v.optional(share),
});

const scenario = record({
  version: v.optional(choice([1])),
  cluster: v.optional(clusterSchema),
  model: v.optional(modelSchema),
  training: v.optional(training),
  parallel: v.optional(parallel),
  stack: v.optional(stack),
  run: v.optional(run),
  faults: v.optional(
    v.pipe(
      v.array(fault, 'must be a list'),
      v.maxLength(LONGEST_FAULTS, `must have at most ${LONGEST_FAULTS}`),
    ),
  ),
  seed: v.optional(wholeFrom(0, Number.MAX_SAFE_INTEGER)),
});

/** Names of the fields of the sections that have a fixed list of them. */
export const SECTION_FIELDS = {
  training: Object.keys(training.pipe[1].entries),
  parallel: Object.keys(parallel.pipe[1].entries),
  stack: Object.keys(stack.pipe[1].entries),
  run: Object.keys(run.pipe[1].entries),
} as const;

/** Checks a value of unknown origin. Throws a ScenarioError that names the field by its path, and its value. */
export function parseScenario(value: unknown): Scenario {
  const result = v.safeParse(scenario, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const keys = issue.path?.map(({ key }) => (key === '' ? '""' : String(key)));
  const path = keys?.join('.') || 'scenario';
  // A key that is not in the record: valibot then expects 'never' and reports the key itself.
  if (issue.expected === 'never') throw new ScenarioError(path, 'is not a field of a scenario');
  if (issue.input === undefined) throw new ScenarioError(path, 'is missing');
  throw new ScenarioError(path, issue.message, issue.input);
}

/** The same from the text of a file. */
export function parseScenarioText(source: string): Scenario {
  return parseScenario(parseJson('scenario', source));
}
