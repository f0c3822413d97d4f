import type { Recompute, StackRequest } from '../../src/scenario/scenario.ts';
import { kinOf } from './kin.ts';
import type { Row } from './row.ts';

/**
 * What Megatron-Bridge's performance recipes (scripts/performance/configs of its repository) set and its tables do not tell.
 * Tokens go once to each rank (HybridEP) since release 26.02. Layers are CUDA graphs on NVL72 since then, on other
 * Blackwell since 26.06. The all-to-all runs beside another microbatch where experts stand in several nodes and the pipeline is interleaved, which it
 * needs, and with whole-step graphs in 8 bits on NVL72. GPT-OSS's clamped activation is not fused before those.
 */
export function bridgeSwitches(row: Row, virtual: number): StackRequest {
  if (kinOf(row) !== 'megatron-bridge' || !row.model?.experts) return {};
  const release = releaseOf(row);
  const node = row.hardware?.scaleUpSize ?? 8;
  const rack = node >= 72;
  const graphs = !/H\d00/.test(row.hardware?.name ?? '') && release >= (rack ? 26.02 : 26.06);
  const whole = rack && release >= 26.06 && /mx/.test(row.parallel.precision ?? '');
  return {
    sendOnce: release >= 26.02,
    graphs,
    overlapExperts: whole || ((row.parallel.ep ?? 1) > node && virtual > 1),
    fusedOperators: whole || !/GPT-OSS/i.test(row.model.name),
  };
}

/** DeepSeek's recipes run the spreading of latent vectors to heads again; null for the others. */
export function bridgeRecompute(row: Row): Recompute | null {
  const latent = kinOf(row) === 'megatron-bridge' && row.model?.attention === 'MLA';
  return latent ? { attention: 0.3 } : null;
}

/** The release of a table as a number, 26.08; the newest where a row does not say. */
function releaseOf({ id, source }: Row): number {
  return Number(/\b2\d\.\d\d\b/.exec(`${id} ${source}`)?.[0] ?? 99);
}
