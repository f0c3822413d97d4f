import { parseAddress } from '../cluster/address.ts';
import type { Job } from '../cluster/job.ts';
import { type Population, populationOf } from '../cluster/population.ts';
import { useRainier } from '../state/session.tsx';

/** Answers for a job, by address: several panels ask for the same place. */
const known = new WeakMap<Job, Map<string, Population>>();

/** The classes of ranks at a place; null where the cluster has no known places. */
export function usePopulation(at: string): Population | null {
  const job = useRainier((state) => state.job);
  return job && populationAt(job, at);
}

/** The same of a job at hand; remembered as long as the job is. */
export function populationAt(job: Job, at: string): Population {
  let answers = known.get(job);
  if (!answers) {
    answers = new Map();
    known.set(job, answers);
  }
  let population = answers.get(at);
  if (!population) {
    population = populationOf(job, parseAddress(at) ?? []);
    answers.set(at, population);
  }
  return population;
}
