import type {
  ParallelRequest,
  ResolvedScenario,
  Scenario,
  TrainingRequest,
} from '../../scenario/scenario.ts';

/** What a search chooses. Everything else of a scenario stays as it is. */
export type Layout = Required<
  Pick<
    ParallelRequest,
    'tensor' | 'context' | 'pipeline' | 'virtual' | 'expert' | 'expertTensor' | 'data' | 'schedule'
  >
> &
  Required<Pick<TrainingRequest, 'microbatch' | 'recompute' | 'zero'>>;

/** The layout of a resolved scenario. */
export function layoutOf({ parallel, training }: ResolvedScenario): Layout {
  const { tensor, context, pipeline, virtual, expert, expertTensor, data, schedule } = parallel;
  const { microbatch, recompute, zero } = training;
  return {
    ...{ tensor, context, pipeline, virtual, expert, expertTensor, data, schedule },
    ...{ microbatch, recompute, zero },
  };
}

/** A resolved scenario on another layout. What follows from a layout unless it was asked for follows this one. */
export function onLayout(base: ResolvedScenario, asked: Scenario, layout: Layout): ResolvedScenario {
  const { microbatch, recompute, zero, ...sizes } = layout;
  const { tensor, context, data } = sizes;
  const whole = base.training.sequence % (tensor * context) === 0;
  return {
    ...base,
    training: {
      ...base.training,
      ...{ microbatch, recompute, zero },
      shardGroup: asked.training?.shardGroup ?? data * context,
    },
    parallel: {
      ...base.parallel,
      ...sizes,
      sequenceParallel: asked.parallel?.sequenceParallel ?? (tensor > 1 && whole),
    },
  };
}

/** What was asked, with this layout given: it resolves to `onLayout`. Batch and sequence are given too, for an open batch
 *  would follow the layout. */
export function withLayout(asked: Scenario, base: ResolvedScenario, layout: Layout): Scenario {
  const { microbatch, recompute, zero, ...sizes } = layout;
  const { sequence, globalBatch } = base.training;
  return {
    ...asked,
    training: { ...asked.training, sequence, globalBatch, microbatch, recompute, zero },
    parallel: { ...asked.parallel, ...sizes },
  };
}
