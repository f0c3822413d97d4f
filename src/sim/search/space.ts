import { domainSize } from '../../facts/cluster.ts';
import type { Recompute, ResolvedScenario, Scenario, Schedule } from '../../scenario/scenario.ts';
import type { Layout } from './layout.ts';

/** The layouts a search looks at: all that share tensor, context and pipeline are one unit of work. */
export interface Space {
  readonly units: readonly Unit[];
  /** All layouts of a unit, in an order that never changes. Some break a rule (scenario/check.ts). */
  layouts(unit: Unit): Generator<Layout>;
  /** One or a few of each unit that tell early what is good. */
  scouts(unit: Unit): Generator<Layout>;
}

export interface Unit {
  readonly tensor: number;
  readonly context: number;
  readonly pipeline: number;
}

/** Fewest tokens of a sequence on one rank of a context group. */
const LEAST_TOKENS = 1024;
const MICROBATCHES = [1, 2, 4, 8];
/** Sizes of data looked at for one pipeline, the largest that the chips hold. */
const DATA_SIZES = 3;
const MOST_VIRTUAL = 8;

/**
 * What is given stays; what is left open takes these values. tensor: divisors of heads and ffn inside the fast domain;
 * context: powers of two that leave a rank 1,024 tokens; pipeline: up to 8, then ever coarser, and divisors of the chips;
 * virtual: 2 to 8, and where the layers divide evenly; expert: divisors of the experts; expertTensor: 1 or tensor;
 * data: the three largest that divide the samples and that the chips hold; microbatch: 1, 2, 4, 8; recompute: none, full,
 * and selective where attention is not fused; ZeRO 0 to 3; every schedule that is simulated, ZB-H2 where it is asked for.
 * The global batch and the sequence are those of the resolved scenario: layouts of one search do the same work.
 */
export function searchSpace(asked: Scenario, base: ResolvedScenario): Space {
  const { parallel = {}, training = {} } = asked;
  const { model, cluster } = base;
  const { globalBatch, sequence } = base.training;
  const domain = domainSize(cluster.scaleUp);
  const tensors = fixed(parallel.tensor) ?? [
    ...range(1, Math.min(domain, cluster.chips, model.heads)).filter(
      (t) => model.heads % t === 0 && model.ffn % t === 0 && domain % t === 0,
    ),
  ];
  const contexts =
    fixed(parallel.context) ??
    [1, 2, 4, 8, 16, 32, 64].filter((c) => c === 1 || (sequence % c === 0 && sequence / c >= LEAST_TOKENS));
  const pipelines =
    fixed(parallel.pipeline) ?? range(1, model.layers).filter((p) => isRound(p) || cluster.chips % p === 0);
  const units = tensors.flatMap((tensor) =>
    contexts.flatMap((context) =>
      pipelines
        .filter((pipeline) => tensor * context * pipeline <= cluster.chips)
        .map((pipeline): Unit => ({ tensor, context, pipeline })),
    ),
  );
  const recomputes: readonly Recompute[] =
    fixed(training.recompute) ??
    (base.stack.attentionKernel === 'none' ? ['none', 'selective', 'full'] : ['none', 'full']);
  const zeros = fixed(training.zero) ?? [0, 1, 2, 3];
  const microbatches =
    fixed(training.microbatch) ?? MICROBATCHES.filter((microbatch) => globalBatch % microbatch === 0);

  const dataSizes = (unit: Unit, microbatch: number, most: number): readonly number[] => {
    const given = fixed(parallel.data);
    if (given) return given;
    const samples = globalBatch / microbatch;
    const found: number[] = [];
    const chips = Math.floor(cluster.chips / (unit.tensor * unit.context * unit.pipeline));
    for (let data = Math.min(chips, samples); data >= 1 && found.length < most; data--) {
      if (samples % data === 0) found.push(data);
    }
    return found;
  };

  const experts = ({ tensor, context }: Unit, data: number): readonly (readonly [number, number])[] => {
    if (!model.experts) return [[parallel.expert ?? 1, parallel.expertTensor ?? 1]];
    const { count, ffn } = model.experts;
    const sizes =
      fixed(parallel.expert) ?? range(1, count).filter((e) => count % e === 0 && (data * context) % e === 0);
    const split = tensor > 1 && ffn % tensor === 0 ? [tensor, 1] : [1];
    return sizes.flatMap((size) =>
      (fixed(parallel.expertTensor) ?? split).map((tensors) => [size, tensors] as const),
    );
  };

  const schedules = ({ pipeline }: Unit): readonly (readonly [Schedule, number])[] => {
    const found: [Schedule, number][] = [];
    const most = Math.floor(model.layers / pipeline);
    const virtuals = range(2, most).filter((v) => v <= MOST_VIRTUAL || model.layers % (pipeline * v) === 0);
    for (const schedule of ['1f1b', 'interleaved', 'zb-h1', 'gpipe', 'dualpipe', 'zb-h2'] as const) {
      if (parallel.schedule !== undefined && schedule !== parallel.schedule) continue;
      // Its optimizers do not wait for the norm of all gradients, which few do without: only where it is asked for.
      if (schedule === 'zb-h2' && parallel.schedule === undefined) continue;
      // With one stage there is nothing to order.
      if (pipeline === 1 && schedule !== '1f1b' && parallel.schedule === undefined) continue;
      if (schedule === 'dualpipe' && pipeline % 2 > 0) continue;
      for (const virtual of schedule === 'interleaved' ? virtuals : [1]) {
        if (parallel.virtual === undefined || parallel.virtual === virtual) found.push([schedule, virtual]);
      }
    }
    return found;
  };

  return {
    units,
    *layouts(unit) {
      const all = schedules(unit);
      for (const microbatch of microbatches) {
        for (const data of dataSizes(unit, microbatch, DATA_SIZES)) {
          // Interleaving takes microbatches in groups of stages.
          const count = globalBatch / (data * microbatch);
          const whole = count % unit.pipeline === 0;
          // DualPipe feeds both ends with as many, and fills the pipeline from both.
          const both = count % 2 === 0 && count >= 2 * unit.pipeline;
          const orders = all.filter(
            ([schedule]) => (whole || schedule !== 'interleaved') && (both || schedule !== 'dualpipe'),
          );
          for (const [expert, expertTensor] of experts(unit, data)) {
            for (const recompute of recomputes) {
              // Where no rank has a copy there is nothing to share out.
              for (const zero of data * unit.context > 1 ? zeros : zeros.slice(0, 1)) {
                for (const [schedule, virtual] of orders) {
                  // All in one literal: a search makes very many of these.
                  yield {
                    tensor: unit.tensor,
                    context: unit.context,
                    pipeline: unit.pipeline,
                    virtual,
                    expert,
                    expertTensor,
                    data,
                    schedule,
                    microbatch,
                    recompute,
                    zero,
                  };
                }
              }
            }
          }
        }
      }
    },
    *scouts(unit) {
      const order = schedules(unit)[0];
      const microbatch = microbatches[0];
      if (!order || microbatch === undefined) return;
      for (const data of dataSizes(unit, microbatch, 1)) {
        const sizes = experts(unit, data);
        for (const [expert, expertTensor] of sizes.filter(
          ([size]) => size === sizes[sizes.length - 1]?.[0],
        )) {
          const [schedule, virtual] = order;
          const shared = zeros.filter((zero) => zero === 1 || zero === 3);
          // The fastest that share something, and those that need least memory.
          const tried = shared.length > 0 && data * unit.context > 1 ? shared : zeros.slice(0, 1);
          for (const recompute of recomputes) {
            for (const zero of tried) {
              yield { ...unit, virtual, expert, expertTensor, data, schedule, microbatch, recompute, zero };
            }
          }
        }
      }
    },
  };
}

/** The one value that is given; null where it is open. */
function fixed<T>(value: T | undefined): readonly T[] | null {
  return value === undefined ? null : [value];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** 1 to 8, then steps of a quarter of the power of two below. */
function isRound(size: number): boolean {
  return size % 2 ** Math.max(0, Math.floor(Math.log2(size)) - 2) === 0;
}
