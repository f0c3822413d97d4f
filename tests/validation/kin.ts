import { type Row, stackOf } from './row.ts';
import { STACKS } from './stacks.ts';

/** Words of a stack's name, and the listed stack whose habits it has. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/maxtext|jax|pax|t5x|levanter|xla/i, 'maxtext'],
  [/titan|fsdp2/i, 'torchtitan'],
  [/mosaic|llm-foundry|composer|fsdp/i, 'fsdp-mosaic'],
  [/neuron|nxd|trn/i, 'neuron-trn1'],
  [/zero-?bubble/i, 'megatron-zero-bubble'],
  [/megascale/i, 'megascale'],
  [/nemo/i, 'nemo-2024'],
];

/** GPUs before Hopper ran without fused attention until 2023. */
const BEFORE_HOPPER = /A100|V100/i;

/**
 * The listed stack (stacks.ts) that stands for the software of a row: its own; one that its name says it is kin to; or what runs
 * on such chips, where nothing is known of it.
 */
export function kinOf(row: Row): string {
  const name = stackOf(row);
  const chip = row.hardware?.name ?? '';
  if (Object.hasOwn(STACKS, name) && name !== 'other') return name;
  if (/TPU/i.test(chip)) return 'maxtext';
  if (/Trainium|trn\d/i.test(chip)) return 'neuron-trn1';
  const said = WORDS.find(([words]) => words.test(name));
  if (said) return said[1];
  if (!BEFORE_HOPPER.test(chip)) return 'megatron-bridge';
  if (/deepspeed|bigscience|bloom/i.test(name)) return 'megatron-deepspeed';
  const year = /megatron.*(20\d\d)/i.exec(name)?.[1];
  if (year) return `megatron-${Math.min(2023, Math.max(2021, Number(year)))}`;
  return /megatron/i.test(name) ? 'megatron-2022' : 'other';
}
