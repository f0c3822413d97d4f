import { useMemo } from 'react';
import { formatAddress, parseAddress } from '../../cluster/address.ts';
import { rankOfChip } from '../../cluster/job.ts';
import type { Layout } from '../../cluster/mates.ts';
import { pickedChip } from '../../cluster/picked.ts';
import { chipAddress } from '../../cluster/site.ts';
import { type Spread, spreadOf } from '../../cluster/spread.ts';
import type { Dimension } from '../../scenario/scenario.ts';
import { useRainier } from '../../state/session.tsx';
import { KINDS } from '../../state/store.ts';

/** The chip whose groups are shown, and those of its groups that have other chips. */
export interface Picked {
  readonly address: string;
  /** −1 where it is not in the job. */
  readonly rank: number;
  readonly groups: readonly { readonly kind: Dimension; readonly spread: Spread }[];
}

/** The picked chip of a place; null where no place is known. */
export function usePicked(place: string): Picked | null {
  const job = useRainier((state) => state.job);
  const expert = useRainier((state) => (state.resultOf ?? state.resolved).parallel.expert);
  return useMemo(() => {
    if (!job) return null;
    const layout: Layout = { job, expert };
    const chip = pickedChip(job.site, parseAddress(place) ?? []);
    const rank = rankOfChip(job, chip);
    const address = formatAddress(chipAddress(job.site, chip));
    if (rank < 0) return { address, rank, groups: [] };
    const groups = KINDS.filter((kind) => sizeOf(layout, kind) > 1);
    return { address, rank, groups: groups.map((kind) => ({ kind, spread: spreadOf(layout, rank, kind) })) };
  }, [job, expert, place]);
}

/** Chips of a group along a dimension. */
function sizeOf({ job: { size }, expert }: Layout, kind: Dimension): number {
  return kind === 'expert' ? expert : kind === 'data' ? size.data * size.context : size[kind];
}
