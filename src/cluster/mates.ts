import type { Dimension } from '../scenario/scenario.ts';
import { coordinate, type Job } from './job.ts';

/** How a rank belongs to a picked one, the closest first; pictures number colours and patterns so. */
export const Mate = { none: 0, self: 1, tensor: 2, context: 3, expert: 4, data: 5, pipeline: 6 } as const;
export type Mate = (typeof Mate)[keyof typeof Mate];

/** The kinds of group, the closest first. */
export const GROUPS = ['tensor', 'context', 'expert', 'data', 'pipeline'] as const satisfies Dimension[];

/** A job and the size of its expert groups, which take no ranks of their own. */
export interface Layout {
  readonly job: Job;
  readonly expert: number;
}

/**
 * The ranks of a rank's group along a dimension, ascending, itself among them. Tensor, context and pipeline groups
 * differ in that coordinate alone. A data group is all replicas of the same weights: it differs in data and context. An
 * expert group is `expert` neighbouring replicas of it, numbered over context and data, whichever lies further in first.
 */
export function membersOf({ job, expert }: Layout, rank: number, dimension: Dimension): number[] {
  const { size, stride } = job;
  if (dimension === 'data' || dimension === 'expert') {
    const replicas = size.context * size.data;
    const share = dimension === 'expert' ? expert : replicas;
    const first = Math.floor(replicaOf(job, rank) / share) * share;
    const none = rank - offset(job, rank, 'context') - offset(job, rank, 'data');
    const count = Math.min(share, replicas - first);
    return Array.from({ length: count }, (_, i) => none + replicaOffset(job, first + i)).sort(
      (a, b) => a - b,
    );
  }
  const first = rank - offset(job, rank, dimension);
  return Array.from({ length: size[dimension] }, (_, i) => first + i * stride[dimension]);
}

/** Whether two ranks share a group along a dimension; arithmetic alone, the twin of `membersOf`. */
export function shareGroup({ job, expert }: Layout, dimension: Dimension, a: number, b: number): boolean {
  const same = (along: Exclude<Dimension, 'expert'>): boolean =>
    coordinate(job, a, along) === coordinate(job, b, along);
  if (dimension === 'data' || dimension === 'expert') {
    const block = (rank: number): number => Math.floor(replicaOf(job, rank) / expert);
    return same('tensor') && same('pipeline') && (dimension === 'data' || block(a) === block(b));
  }
  return (['tensor', 'context', 'data', 'pipeline'] as const).every((d) => d === dimension || same(d));
}

/** The closest group that two ranks share: of all kinds, or of one alone. −1 is no rank. */
export function mateOf(layout: Layout, only: Dimension | null, a: number, b: number): Mate {
  if (a < 0 || b < 0) return Mate.none;
  if (a === b) return Mate.self;
  const found = GROUPS.find((group) => (only ?? group) === group && shareGroup(layout, group, a, b));
  return found ? Mate[found] : Mate.none;
}

/** Number of a rank's replica: over context and data, whichever lies further in first. */
export function replicaOf(job: Job, rank: number): number {
  const c = coordinate(job, rank, 'context');
  const d = coordinate(job, rank, 'data');
  return contextInside(job) ? c + d * job.size.context : d + c * job.size.data;
}

/** How far the first tensor rank and stage of a replica stands from those of the first replica, in ranks. */
function replicaOffset({ size, stride }: Job, replica: number): number {
  const inner = contextInside({ stride }) ? 'context' : 'data';
  const outer = inner === 'context' ? 'data' : 'context';
  return (replica % size[inner]) * stride[inner] + Math.floor(replica / size[inner]) * stride[outer];
}

function contextInside({ stride }: Pick<Job, 'stride'>): boolean {
  return stride.context <= stride.data;
}

function offset(job: Job, rank: number, dimension: Dimension): number {
  return coordinate(job, rank, dimension) * job.stride[dimension];
}
