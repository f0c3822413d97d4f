import * as v from 'valibot';
import { chips } from '../facts/chips.ts';
import { clusters } from '../facts/clusters.ts';
import { amount, choice, delay, flag, record, text, wholeFrom } from './rules.ts';

const MOST_CHIPS = 1e8;
const MOST_DIMS = 6;

const chip = record({
  name: text,
  peak: record({
    bf16: amount,
    fp16: v.optional(amount),
    fp8: v.optional(amount),
    mxfp8: v.optional(amount),
    nvfp4: v.optional(amount),
  }),
  memory: amount,
  memoryBandwidth: amount,
  watts: amount,
});

const KINDS = 'must be one of torus, switch';
const fewDims = `must have from 1 to ${MOST_DIMS} values`;
const torus = record({
  kind: v.picklist(['torus'], KINDS),
  dims: v.pipe(
    v.array(wholeFrom(1, 1e6), 'must be a list'),
    v.minLength(1, fewDims),
    v.maxLength(MOST_DIMS, fewDims),
    v.check((dims) => dims.reduce((a, b) => a * b, 1) <= MOST_CHIPS, `must make at most ${MOST_CHIPS} chips`),
  ),
  wrap: flag,
  linkBandwidth: v.pipe(
    v.array(amount, 'must be a list'),
    v.minLength(1, fewDims),
    v.maxLength(MOST_DIMS, fewDims),
  ),
  latency: delay,
});

const fastSwitch = record({
  kind: v.picklist(['switch'], KINDS),
  size: wholeFrom(1, MOST_CHIPS),
  bandwidth: amount,
  latency: delay,
});

const OVERSUBSCRIPTION = 'must be a number from 1 to 1000';

/** A preset's id, or a described cluster. */
export const clusterSchema = v.lazy((value) =>
  typeof value === 'string'
    ? choice(Object.keys(clusters))
    : record({
        chip: v.optional(v.lazy((inner) => (typeof inner === 'string' ? choice(Object.keys(chips)) : chip))),
        chips: v.optional(wholeFrom(1, MOST_CHIPS)),
        scaleUp: v.optional(v.lazy((inner) => (kindOf(inner) === 'switch' ? fastSwitch : torus))),
        scaleOut: v.optional(
          record({
            bandwidth: amount,
            latency: delay,
            oversubscription: v.pipe(
              v.number(OVERSUBSCRIPTION),
              v.minValue(1, OVERSUBSCRIPTION),
              v.maxValue(1000, OVERSUBSCRIPTION),
            ),
          }),
        ),
      }),
);

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
