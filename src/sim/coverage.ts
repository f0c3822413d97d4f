import type { ResolvedScenario } from '../scenario/scenario.ts';

/** Throws one sentence where a scenario asks for what the simulation does not model yet, naming field and value. */
export function refuseUnmodelled({ training, parallel, faults }: ResolvedScenario): void {
  const refuse = (field: string, what: string, value: unknown) => {
    throw new Error(`${field} ${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  };
  if (training.zero > 1) refuse('training.zero', 'is modelled up to 1', training.zero);
  if (parallel.context > 1) refuse('parallel.context', 'is modelled up to 1', parallel.context);
  if (parallel.overlapTensor) refuse('parallel.overlapTensor', 'is not modelled', true);
  if (parallel.schedule === 'zb-h1' || parallel.schedule === 'dualpipe') {
    refuse('parallel.schedule', 'is modelled for gpipe, 1f1b and interleaved', parallel.schedule);
  }
  if (parallel.virtual > 1 && parallel.schedule !== 'interleaved') {
    refuse('parallel.virtual', `must be 1 for the schedule ${parallel.schedule}`, parallel.virtual);
  }
  if (faults.length > 0) refuse(`faults[0].kind`, 'is not modelled', faults[0].kind);
  const replica = parallel.data * training.microbatch;
  if (training.globalBatch % replica !== 0 || training.globalBatch < replica) {
    refuse(
      'training.globalBatch',
      `must be a multiple of data × microbatch (${replica})`,
      training.globalBatch,
    );
  }
}
