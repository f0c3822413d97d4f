import type { ResolvedScenario } from '../../scenario/scenario.ts';

/** Layers `from … to - 1` of a virtual stage. */
export interface LayerRange {
  readonly from: number;
  readonly to: number;
}

/** Layers of every virtual stage (chunk c of stage s is c·pipeline + s), in model order. */
export function layersOfStages({ model, parallel }: ResolvedScenario): LayerRange[] {
  const stages = parallel.pipeline * parallel.virtual;
  return Array.from({ length: stages }, (_, index) => ({
    from: Math.floor((index * model.layers) / stages),
    to: Math.floor(((index + 1) * model.layers) / stages),
  }));
}
