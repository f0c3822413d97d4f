import { type Group, groupsOf } from '../../src/cluster/groups.ts';
import type { ChipSpec } from '../../src/facts/chip.ts';
import { fabrics } from '../../src/facts/fabrics.ts';
import { reliability } from '../../src/facts/reliability.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Schedule } from '../../src/scenario/scenario.ts';
import { constantsOf } from '../../src/sim/calibration/chips.ts';
import { goodput } from '../../src/sim/result/goodput.ts';
import { exchangeCosts } from '../../src/sim/run/exchange.ts';
import { forwardSeconds } from '../../src/sim/run/roofline.ts';
import { matmul } from '../../src/sim/shape/sizes.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { clusterOf } from './hardware.ts';
import { modelOf } from './model.ts';
import { type Row, readRows } from './row.ts';

/** Rows that are no steps: collectives, products, bubbles, goodput. */
export const OTHER_ROWS = new URL('rows/others.ndjson', import.meta.url).pathname;

interface Curves {
  readonly op?: string;
  /** Bytes (null: large) and bandwidth in GB/s or as a share of the peak. */
  readonly curve?: readonly (readonly [number | null, number])[];
  /** Side of a square product and TFLOP/s of one of the two devices of a chip. */
  readonly gemmCurve?: readonly (readonly [number, number])[];
  readonly bubbleRate?: number;
  readonly effectiveTrainingTimeMin?: number;
  readonly mtbfHours?: number;
}

/** One figure of a row that is no step, in its own unit. */
export interface Other {
  readonly set: string;
  readonly id: string;
  readonly measured: number;
  readonly predicted: number | null;
  /** The measured figure is a bound from below. */
  readonly atLeast: boolean;
  /** A share that may be nought: told by the difference, in points. */
  readonly points?: boolean;
  readonly note: string;
}

export function otherFigures(rows: readonly Row[] = readRows(OTHER_ROWS)): Other[] {
  return rows.flatMap((row) => {
    const measured = row.measured as Row['measured'] & Curves;
    switch (row.kind) {
      case 'collective':
        return collectives(row, measured);
      case 'gemm':
        return products(row, measured);
      case 'pipeline-bubble':
        return [bubble(row, measured.bubbleRate!)];
      case 'goodput':
        return [goodputOf(row, measured)];
      default:
        return [];
    }
  });
}

/** A group of `chips` GPUs in nodes of eight, and what bandwidth a chip's ring could have at most. */
function ringOf(row: Row, chips: number): { group: Group; chip: ChipSpec; peak: number; scattered: number } {
  const name = /A100/.test(row.hardware?.name ?? '') ? 'a100' : 'h100';
  const scenario = resolveScenario({
    cluster: { chip: name, chips },
    model: { layers: 1, hidden: 64, heads: 1, ffn: 64, vocab: 64 },
    training: { globalBatch: chips, microbatch: 1, sequence: 8 },
    parallel: { tensor: 1, pipeline: 1, data: chips },
  });
  const { scaleUp, scaleOut } = fabrics[name];
  const inside = scaleUp.kind === 'switch' ? scaleUp.bandwidth : 0;
  return {
    group: groupsOf(scenario).data,
    chip: scenario.cluster.chip,
    // Eight ports of a node carry one ring each: together the bandwidth that NCCL reports.
    peak: chips > 8 ? Math.min(inside, 8 * scaleOut.bandwidth) : inside,
    // All-to-all: what stays in the node needs no port.
    scattered: chips > 8 ? (scaleOut.bandwidth * (chips - 1)) / (chips - 8) : inside,
  };
}

const LARGE = 8e9;

function collectives(row: Row, { op = '', curve = [] }: Curves): Other[] {
  const chips = row.parallel.chips ?? 128;
  const { group, chip, peak, scattered } = ringOf(row, chips);
  const cost = exchangeCosts({ chip, constants: constantsOf(chip) });
  const all = op === 'all_to_all';
  const absolute = curve.some(([bytes]) => bytes === null);
  return curve.map(([bytes, measured]) => {
    const size = bytes ?? LARGE;
    const { seconds } = cost(all ? Kind.expertAllToAll : Kind.dataAllReduce, size, group);
    const passed = ((all ? 1 : 2) * size * (chips - 1)) / chips;
    const rate = passed / seconds;
    return {
      set: absolute
        ? 'bus bandwidth, large all-reduce'
        : `share of bus bandwidth, ${all ? 'all-to-all' : 'ring'}`,
      ...{ id: row.id, measured, atLeast: false, note: bytes === null ? 'GB/s' : `${bytes} bytes` },
      predicted: absolute ? rate / 1e9 : rate / (all ? scattered : peak),
    };
  });
}

function products(row: Row, { gemmCurve = [] }: Curves): Other[] {
  const whole = clusterOf(row, 1).chip as ChipSpec;
  // The table is of one of the chip's two devices.
  const chip = { ...whole, peak: { bf16: whole.peak.bf16 / 2 }, memoryBandwidth: whole.memoryBandwidth / 2 };
  const constants = constantsOf(chip);
  return gemmCurve.map(([side, measured]) => {
    const operator = matmul('mlp', side, side, side);
    const seconds = forwardSeconds(operator, {
      ...{ chip, constants, precision: 'bf16', attentionKernel: 'flash', recipe: 'tensorwise' },
      ...{ software: 1, fusedOperators: true },
    });
    return {
      ...{ set: 'square products', id: row.id, measured, atLeast: false, note: `TFLOP/s at ${side}` },
      predicted: operator.flops / seconds / 1e12,
    };
  });
}

const SCHEDULES: Readonly<Record<string, Schedule>> = {
  '1F1B': '1f1b',
  '1F1B-I': 'interleaved',
  'ZB-H1': 'zb-h1',
  'ZB-1p': 'zb-h1',
  'ZB-H2': 'zb-h2',
  'ZB-2p': 'zb-h2',
};

/** Share of a step in which stages stand idle. The authors cut the vocabulary's layers off; stages are equal. */
function bubble(row: Row, measured: number): Other {
  const { parallel, model } = row;
  const schedule = SCHEDULES[parallel.schedule ?? ''];
  const at = { set: 'share of bubble (recalled)', id: row.id, measured, atLeast: false, points: true };
  if (!schedule) return { ...at, predicted: null, note: `${parallel.schedule} is not modelled` };
  const stages = parallel.pp!;
  const virtual = schedule === 'interleaved' ? Math.round((model!.layers + 2) / stages) : 1;
  const layers = Math.round((model!.layers + 2) / (stages * virtual)) * stages * virtual;
  const { summary } = simulateStep(
    resolveScenario({
      cluster: { chip: 'a100', chips: parallel.chips! },
      model: { ...modelOf({ ...model!, layers, vocab: 64 }) },
      training: {
        ...{ sequence: model!.seq, microbatch: parallel.microbatch!, zero: 0, recompute: 'none' },
        globalBatch: parallel.numMicrobatches! * parallel.microbatch!,
      },
      parallel: { tensor: parallel.tp ?? 1, pipeline: stages, data: 1, schedule, virtual },
    }),
  );
  const { bubble: idle, pipeline, data, optimizer } = summary.breakdown;
  const busy = summary.step.seconds - data - optimizer;
  return { ...at, predicted: (idle + pipeline) / busy, note: `${stages} stages` };
}

/** The bounds that are published for long runs: chips that fail once in 50,000 hours, checkpoints of a minute, and as long to be back
 *  as the source says. */
function goodputOf(row: Row, { effectiveTrainingTimeMin, mtbfHours }: Curves): Other {
  // MegaScale's runs had more than 10,000 GPUs and took at most ten minutes to find a fault and 15 to catch up.
  const chips = row.parallel.chips ?? 10_000;
  const mtbf = mtbfHours ? mtbfHours * 3600 : reliability.chipMtbf.value / chips;
  const recovery = mtbfHours ? reliability.recovery.value : 25 * 60;
  return {
    ...{ set: 'goodput', id: row.id, measured: effectiveTrainingTimeMin ?? 0, atLeast: true },
    predicted: goodput(mtbf, 60, recovery).share,
    note: `${(mtbf / 3600).toFixed(1)} h between failures`,
  };
}
