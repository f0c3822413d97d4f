import { useMemo } from 'react';
import { parseAddress } from '../cluster/address.ts';
import { type Population, populationOf } from '../cluster/population.ts';
import { useRainier } from '../state/session.tsx';

/** The classes of ranks at a place; null where the cluster has no known places. */
export function usePopulation(at: string): Population | null {
  const job = useRainier((state) => state.job);
  return useMemo(() => (job ? populationOf(job, parseAddress(at) ?? []) : null), [job, at]);
}
