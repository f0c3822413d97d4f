import * as v from 'valibot';
import { models } from '../facts/models.ts';
import { MOST } from './fields.ts';
import { choice, flag, record, share, text, wholeFrom } from './rules.ts';

const width = wholeFrom(1, MOST.width);

const mla = record({
  queryRank: wholeFrom(0, MOST.width),
  kvRank: width,
  nopeDim: width,
  ropeDim: width,
  valueDim: width,
});

const experts = record({
  count: v.optional(wholeFrom(1, MOST.experts)),
  active: v.optional(wholeFrom(1, MOST.experts)),
  shared: v.optional(wholeFrom(0, MOST.experts)),
  ffn: v.optional(width),
  sharedFfn: v.optional(wholeFrom(0, MOST.width)),
  firstDense: v.optional(wholeFrom(0, MOST.layers)),
  every: v.optional(wholeFrom(1, MOST.layers)),
  dense: v.optional(
    v.pipe(v.array(wholeFrom(0, MOST.layers), 'must be a list'), v.maxLength(MOST.layers, 'is too long')),
  ),
  extra: v.optional(wholeFrom(0, 1e12)),
});

const shape = record({
  name: v.optional(text),
  layers: v.optional(wholeFrom(1, MOST.layers)),
  hidden: v.optional(width),
  heads: v.optional(wholeFrom(1, MOST.heads)),
  kvHeads: v.optional(wholeFrom(1, MOST.heads)),
  headDim: v.optional(width),
  ffn: v.optional(width),
  gated: v.optional(flag),
  vocab: v.optional(wholeFrom(1, MOST.vocab)),
  tiedEmbeddings: v.optional(flag),
  attention: v.optional(choice(['mha', 'gqa', 'mla'])),
  mla: v.optional(v.nullable(mla)),
  experts: v.optional(v.nullable(experts)),
  positions: v.optional(wholeFrom(0, MOST.vocab)),
  normsPerLayer: v.optional(wholeFrom(0, 100)),
  extraPerLayer: v.optional(wholeFrom(0, 1e12)),
  // Below 0 where a narrower embedding saves more than its projections cost.
  extra: v.optional(wholeFrom(-1e15, 1e15)),
  slidingWindow: v.optional(v.nullable(record({ window: wholeFrom(1, MOST.vocab), share }))),
});

/** A preset's id, a config.json (read when the scenario is resolved), or the fields of a shape. */
export const modelSchema = v.lazy((value) => {
  if (typeof value === 'string') return choice(Object.keys(models));
  const isConfig = typeof value === 'object' && value !== null && Object.hasOwn(value, 'config');
  return isConfig ? record({ config: v.unknown() }) : shape;
});
