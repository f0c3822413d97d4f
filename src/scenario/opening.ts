import { DEFAULT_MODEL } from './shape.ts';

/** A layout to try before any other. */
export interface Preferred {
  readonly tensor: number;
  readonly pipeline: number;
}

/**
 * The job the page opens with: Llama 3.1 405B on any state of the campus. An UltraServer is a tensor group, so that
 * its 64 chips share a phase; a row is a pipeline stage; the columns of rows are replicas. On rainier-2025 that
 * makes 644 replicas and, at four microbatches a stage, a batch of 30,912 sequences: assumed, and larger than in
 * published runs.
 */
const OPENING: Preferred = { tensor: 64, pipeline: 12 };

/** The preferred layout of a model and cluster by their ids; null where there is none. */
export function preferredLayout(model: unknown, cluster: string | null): Preferred | null {
  const onCampus = cluster?.startsWith('rainier-') ?? false;
  return onCampus && (model === undefined || model === DEFAULT_MODEL) ? OPENING : null;
}
