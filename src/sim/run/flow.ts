import type { Kind } from '../../timeline/timeline.ts';
import type { Load } from './share.ts';

/** Who sends one thing after the other: gradients and weights that all replicas hold, those of experts, collectives cut up
 *  under their products, messages between stages. */
export type Queue = 'dense' | 'experts' | 'hidden' | 'message';

/** A collective or message that runs beside what its rank does; an item of the lane as it is (lane.ts). */
export interface Flow {
  readonly type: 'collective';
  readonly kind: Kind;
  /** Alone on its links. */
  readonly seconds: number;
  readonly bytes: number;
  readonly load: Load;
  readonly queue: Queue;
  /** Share of the engines that it takes from compute beside it, where not that of all collectives: a message is a plain copy. */
  readonly engines?: number;
}

/** A flow as it was played, seconds relative to the start of what it runs beside. */
export interface FlowSpan {
  readonly kind: Kind;
  readonly start: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly queue: Queue;
}
