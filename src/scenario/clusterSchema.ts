import * as v from 'valibot';
import { chips } from '../facts/chips.ts';
import { clusters } from '../facts/clusters.ts';
import { amount, choice, delay, flag, record, text, wholeFrom } from './rules.ts';

const MOST_CHIPS = 1e8;
const MOST_DIMS = 6;

const chip = record({
  name: v.optional(text),
  peak: v.optional(
    record({
      bf16: v.optional(amount),
      fp16: v.optional(amount),
      fp8: v.optional(amount),
      mxfp8: v.optional(amount),
      nvfp4: v.optional(amount),
    }),
  ),
  memory: v.optional(amount),
  memoryBandwidth: v.optional(amount),
  watts: v.optional(amount),
});

const KINDS = 'must be one of torus, switch';
const fewDims = `must have from 1 to ${MOST_DIMS} values`;
const torus = record({
  kind: v.optional(v.picklist(['torus'], KINDS)),
  dims: v.optional(
    v.pipe(
      v.array(wholeFrom(1, 1e6), 'must be a list'),
      v.minLength(1, fewDims),
      v.maxLength(MOST_DIMS, fewDims),
      v.check(
        (dims) => dims.reduce((a, b) => a * b, 1) <= MOST_CHIPS,
        `must make at most ${MOST_CHIPS} chips`,
      ),
    ),
  ),
  wrap: v.optional(flag),
  linkBandwidth: v.optional(
    v.pipe(v.array(amount, 'must be a list'), v.minLength(1, fewDims), v.maxLength(MOST_DIMS, fewDims)),
  ),
  latency: v.optional(delay),
});

const fastSwitch = record({
  kind: v.optional(v.picklist(['switch'], KINDS)),
  size: v.optional(wholeFrom(1, MOST_CHIPS)),
  bandwidth: v.optional(amount),
  latency: v.optional(delay),
});

const OVERSUBSCRIPTION = 'must be a number from 1 to 1000';

/** A preset's id, or a described cluster. */
export const clusterSchema = v.lazy((value) =>
  typeof value === 'string'
    ? choice(Object.keys(clusters))
    : record({
        chip: v.optional(v.lazy((inner) => (typeof inner === 'string' ? choice(Object.keys(chips)) : chip))),
        chips: v.optional(wholeFrom(1, MOST_CHIPS)),
        scaleUp: v.optional(v.lazy((inner) => (isSwitch(inner) ? fastSwitch : torus))),
        scaleOut: v.optional(
          record({
            bandwidth: v.optional(amount),
            latency: v.optional(delay),
            oversubscription: v.optional(
              v.pipe(
                v.number(OVERSUBSCRIPTION),
                v.minValue(1, OVERSUBSCRIPTION),
                v.maxValue(1000, OVERSUBSCRIPTION),
              ),
            ),
          }),
        ),
      }),
);

/** Whether fields of a fast domain are those of a switch: by its kind, else by a field that only switches have. */
function isSwitch(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value ? value.kind === 'switch' : 'size' in value || 'bandwidth' in value;
}
