import type { FaultPlan } from '../../cluster/faults.ts';
import { reliability } from '../../facts/reliability.ts';
import { ScenarioError } from '../../scenario/error.ts';
import { footprint } from '../../scenario/footprint.ts';
import { countParameters } from '../../scenario/parameters.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import type { Summary } from '../../timeline/summary.ts';
import type { PlayedStep } from '../run/events.ts';
import { microbatchesOfChunk, type Plan } from '../run/plan.ts';
import { modelFlops } from '../shape/modelFlops.ts';
import { breakdownOf } from './breakdown.ts';
import { evidenceFor } from './evidence.ts';
import { goodput } from './goodput.ts';
import { powerOf } from './power.ts';

/** What a run's numbers rest on where the scenario names no failure rate. */
const ASSUMED_MTBF = `no failure rate of Trainium2 is public: ${Math.round(reliability.chipMtbf.value / 3600)} hours a chip is assumed, carried over from H100`;

/** A run with less goodput than this never ends. */
const LEAST_GOODPUT = 1e-6;

/** The numbers of a played step. Throws a ScenarioError where failures leave a run no time to train. */
export function summarise(plan: Plan, played: PlayedStep, faults: FaultPlan | null = null): Summary {
  const { scenario, machine } = plan;
  const { parallel, training, model, cluster } = scenario;
  const { seconds } = played;
  const chips = parallel.tensor * parallel.context * parallel.data * parallel.pipeline;
  // The step runs without the replicas that stand still, and without their part of the batch.
  const working = (faults?.replicas ?? parallel.data) / parallel.data;
  const tokens = training.globalBatch * training.sequence * working;
  const flopsPerChip = (modelFlops(scenario) * working) / chips;
  const peak = cluster.chip.peak.bf16;
  const { stages, fullest, fits } = footprint(scenario);
  const memory = { ...stages[fullest], capacity: cluster.chip.memory };
  const power = powerOf(cluster.chip, chips, seconds);
  return {
    version: 1,
    feasible: fits,
    why: fits ? null : whyNot(memory, fullest),
    model: countParameters(model),
    parallel: { ...parallel },
    step: {
      seconds,
      tokens,
      tokensPerSecond: tokens / seconds,
      tokensPerSecondPerChip: tokens / seconds / chips,
      flopsPerChip,
      mfu: flopsPerChip / (seconds * peak),
      hfu: (hardwareFlops(plan) * working) / (seconds * peak),
    },
    breakdown: breakdownOf(plan, played),
    memory,
    power,
    run: runOf(scenario, chips, tokens / seconds, power),
    ...(faults && { faults: faultsOf(plan, played, faults) }),
    evidence: evidenceFor(machine.constants, machine.chip, model.experts !== null, seconds),
  };
}

/** Who waits for whom. */
function faultsOf({ scenario }: Plan, { waiting }: PlayedStep, faults: FaultPlan): Summary['faults'] {
  const { data } = scenario.parallel;
  const stopped = data - faults.replicas;
  const still = stopped === 1 ? '1 replica stands' : `${stopped} replicas stand`;
  const note = [
    ...(stopped > 0 ? [`${still} still, and the step runs on ${faults.replicas} of ${data}`] : []),
    ...(waiting > 0
      ? [
          faults.healthy
            ? `healthy replicas wait ${(1e3 * waiting).toFixed(1)} ms for the slowest before gradients meet`
            : `all replicas work at the pace of what is slow, ${(1e3 * waiting).toFixed(1)} ms longer`,
        ]
      : []),
  ].join('; ');
  const { replicas, healthy } = faults;
  return { replicas, stopped, waiting, healthy, note: note || 'nothing waits for what is slow' };
}

/** FLOPs a chip does in a step, what it does twice included; mean over the stages. */
function hardwareFlops(plan: Plan): number {
  const { cells, stages } = plan;
  let flops = 0;
  for (const cell of cells) {
    for (const entry of cell.forward) flops += entry.flops;
    for (const entry of cell.backward) flops += entry.flops;
    for (const entry of cell.weights?.pattern ?? []) flops += entry.flops;
  }
  return (flops * microbatchesOfChunk(plan)) / stages;
}

/** One sentence: by how much the fullest chip is over, and what takes most of it. */
function whyNot(memory: Summary['memory'], stage: number): string {
  const { total, capacity, ...parts } = memory;
  const [largest, bytes] = Object.entries(parts).reduce((a, b) => (b[1] > a[1] ? b : a));
  const gigabytes = (value: number) => `${(value / 1e9).toFixed(1)} GB`;
  return (
    `a chip of stage ${stage + 1} needs ${gigabytes(total)} and has ${gigabytes(capacity)}: ` +
    `${gigabytes(total - capacity)} too much, most of it ${largest} (${gigabytes(bytes)})`
  );
}

function runOf(
  { run }: ResolvedScenario,
  chips: number,
  tokensPerSecond: number,
  { chipWatts, itWatts, facilityWatts }: Summary['power'],
): Summary['run'] {
  if (!run?.tokens) return null;
  const mtbf = (run.chipMtbf ?? reliability.chipMtbf.value) / chips;
  const { share, interval } = goodput(mtbf, run.checkpoint ?? reliability.checkpoint.value, run.recovery);
  if (!(share > LEAST_GOODPUT)) {
    const field = (['recovery', 'checkpoint'] as const).find((name) => run[name] !== undefined) ?? 'chipMtbf';
    const why = `leaves no time to train between failures every ${mtbf} s`;
    throw new ScenarioError(`run.${field}`, why, run[field]);
  }
  const seconds = run.tokens / tokensPerSecond / share;
  return {
    seconds,
    goodput: share,
    failures: seconds / mtbf,
    joules: facilityWatts * seconds,
    chipJoules: chipWatts * seconds,
    itJoules: itWatts * seconds,
    mtbf,
    checkpointInterval: interval,
    because: run.chipMtbf === undefined ? ASSUMED_MTBF : '',
  };
}
