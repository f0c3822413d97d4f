import type { Precision } from '../../src/facts/chip.ts';
import type { Recompute, Scenario, Schedule } from '../../src/scenario/scenario.ts';
import { bridgeRecompute, bridgeSwitches } from './bridge.ts';
import { clusterOf } from './hardware.ts';
import { kinOf } from './kin.ts';
import { modelOf } from './model.ts';
import { recomputeOf } from './recompute.ts';
import { type Row, stackOf } from './row.ts';
import { switchesOf } from './stacks.ts';

/** A row as scenarios: one, or several where something that matters is not published. */
export interface Candidates {
  readonly scenarios: readonly Scenario[];
  /** What was taken as best feasible; empty where all is published. */
  readonly open: readonly string[];
}

/** Least values of the fields that are counts. */
const LEAST = {
  ...{ layers: 1, hidden: 1, heads: 1, kvHeads: 1, ffn: 1, vocab: 1, seq: 1 },
  ...{ experts: 0, topk: 0, moeFfn: 1, sharedExperts: 0, denseLayers: 0 },
  ...{ chips: 1, tp: 1, pp: 1, dp: 1, cp: 1, ep: 1, vpp: 1, zero: 0 },
  ...{ microbatch: 1, globalBatch: 1, slices: 1, numMicrobatches: 1 },
};
const COUNTS = new Set(Object.keys(LEAST));

/** Reads a row. Throws one line where it lacks what no search can fill. */
export function scenarioOf(row: Row): Candidates {
  const { model, parallel, hardware } = row;
  if (!model || !hardware) throw new Error('model or hardware is missing');
  for (const field of ['layers', 'hidden', 'heads', 'seq'] as const) {
    if (model[field] == null) throw new Error(`model.${field} is missing`);
  }
  for (const field of ['peakTflopsBf16', 'hbmGB', 'hbmTBs'] as const) {
    if (!(hardware[field] > 0)) throw new Error(`hardware.${field} is missing`);
  }
  if (parallel.chips == null) throw new Error('parallel.chips is missing');
  for (const [part, fields] of [
    ['model', model],
    ['parallel', parallel],
  ] as const) {
    for (const [field, value] of Object.entries(fields)) {
      if (!COUNTS.has(field) || value == null) continue;
      if (!Number.isInteger(value) || value < LEAST[field as keyof typeof LEAST] || value > 1e9)
        throw new Error(`${part}.${field} must be a count: ${JSON.stringify(value)}`);
    }
  }
  // Trainium1's layouts count the two cores of a chip.
  const cores = /NeuronCores/.test(parallel.parallelUnits ?? '') ? 2 : 1;
  const open: string[] = [];
  const options = <T>(name: string, given: T | null | undefined, tried: readonly T[]): readonly T[] => {
    if (given != null) return [given];
    if (tried.length > 1) open.push(name);
    return tried;
  };
  const chips = parallel.chips * cores;
  const megatron = /^(mega|nemo|other)/.test(kinOf(row)) && parallel.tp == null;
  const scenarios: Scenario[] = [];
  const contexts = [parallel.cp ?? 1];
  const pipelines = options('pp', parallel.pp, megatron ? [1, 2, 4] : [1]);
  for (const tensor of options('tp', parallel.tp, megatron ? [1, 2, 4, 8] : [1])) {
    for (const pipeline of pipelines) {
      for (const context of contexts) {
        const data = dataOf(row, chips / (tensor * pipeline * context));
        for (const rest of layouts(row, options, { tensor, pipeline, context, data })) {
          scenarios.push({
            ...rest,
            cluster: clusterOf(row, cores),
            model: modelOf(paddedModel(row, tensor)),
          });
        }
      }
    }
  }
  return { scenarios, open: [...new Set(open)] };
}

/** Replicas. MaxText counts the ranks of its expert axis apart; here experts live among the replicas. */
function dataOf(row: Row, ranks: number): number {
  const { dp, ep } = row.parallel;
  return dp == null || (kinOf(row) === 'maxtext' && (ep ?? 1) > 1) ? ranks : dp;
}

/** The vocabulary as it is cut: to whole rows of 128 a tensor rank. */
function paddedModel(row: Row, tensor: number): NonNullable<Row['model']> {
  const model = row.model!;
  // Korthikanti et al. count the memory of layers alone.
  if (row.kind === 'memory') return { ...model, vocab: tensor };
  if (model.vocab == null) return model;
  const unit = 128 * tensor;
  return { ...model, vocab: Math.ceil(model.vocab / unit) * unit };
}

type Options = <T>(name: string, given: T | null | undefined, tried: readonly T[]) => readonly T[];

interface Ranks {
  readonly tensor: number;
  readonly pipeline: number;
  readonly context: number;
  readonly data: number;
}

function layouts(row: Row, options: Options, ranks: Ranks): Omit<Scenario, 'cluster' | 'model'>[] {
  const { parallel, model } = row;
  const { tensor, pipeline, context, data } = ranks;
  const { overlapTensor, zero, recompute, virtual: usual, ...stack } = switchesOf(kinOf(row));
  const found: Omit<Scenario, 'cluster' | 'model'>[] = [];
  const sequence = model!.seq;
  const published = parallel.globalBatch ?? tryBatch(parallel.numMicrobatches, parallel.microbatch, data);
  if (published == null) throw new Error('parallel.globalBatch is missing');
  // A batch that the replicas cannot share out evenly is taken as the next smaller that they can.
  const globalBatch = published < data ? published : published - (published % data);
  const interleaved = /interleaved|1F1B-I$/i.test(parallel.schedule ?? '');
  const searched = interleaved || /vpp not stated/.test(parallel.schedule ?? '');
  const chunks = parallel.vpp ?? (interleaved ? usual : null);
  const divisors = pipeline === 1 ? [1] : chunkCounts(model!.layers, pipeline, interleaved);
  const policies = options<Recompute>(
    'recompute',
    parallel.recompute == null && kinOf(row) === 'other'
      ? null
      : recomputeOf(parallel.recompute, bridgeRecompute(row) ?? recompute ?? 'none'),
    ['none', 'full'],
  );
  for (const policy of policies) {
    for (const microbatch of options('microbatch', microbatchOf(row, globalBatch, ranks), [1, 2, 4, 8])) {
      for (const virtual of options('vpp', searched ? chunks : (parallel.vpp ?? 1), divisors)) {
        for (const expert of options(
          'ep',
          model!.experts ? parallel.ep : 1,
          powers(Math.min(64, data * context)),
        )) {
          const schedule = scheduleOf(parallel.schedule, pipeline > 1 ? virtual : 1);
          const stages = schedule === 'interleaved' ? virtual : 1;
          found.push({
            training: {
              sequence,
              globalBatch,
              microbatch,
              precision: precisionOf(parallel.precision),
              gradientType: gradientOf(row),
              recompute: policy,
              zero: (parallel.zero as 0 | 1 | 2 | 3 | null) ?? zero ?? 1,
              reshard: pipeline === 1,
              shardGroup: (data * context) / (parallel.slices ?? 1),
            },
            parallel: {
              ...ranks,
              virtual: stages,
              schedule,
              expert: expertsIn(model!.experts ?? 1, data * context, expert ?? 1),
              expertTensor: 1,
              sequenceParallel: tensor > 1 && (parallel.sp ?? true),
              overlapTensor: tensor > 1 && (parallel.asyncTP ?? overlapTensor ?? false),
              contextKind: 'ring',
            },
            stack: {
              name: stackOf(row),
              ...stack,
              ...compiled(row),
              ...bridgeSwitches(row, stages),
              fp8Recipe: recipeOf(row),
            },
          });
        }
      }
    }
  }
  return found;
}

/** The most ranks that share the experts: they divide these, and live among the replicas. */
function expertsIn(experts: number, replicas: number, most: number): number {
  let size = Math.min(most, replicas);
  while (experts % size > 0 || replicas % size > 0) size--;
  return size;
}

function tryBatch(microbatches: number | null | undefined, size: number | null | undefined, data: number) {
  return microbatches != null && size != null ? microbatches * size * data : null;
}

/** Sequences of a microbatch. MaxText and FSDP on TPU count them per device: a replica runs its whole batch at once. With
 *  pipelines torchtitan cuts the local batch into as many microbatches as stages. */
function microbatchOf(row: Row, globalBatch: number, { data, pipeline }: Ranks): number | null {
  const kin = kinOf(row);
  const samples = globalBatch / data;
  if (kin === 'maxtext') return samples;
  const { microbatch } = row.parallel;
  if (microbatch != null) return divisorUpTo(samples, microbatch);
  return kin === 'torchtitan' ? divisorUpTo(samples, samples / pipeline) : null;
}

function scheduleOf(published: string | null | undefined, virtual: number): Schedule {
  const name = published ?? '';
  if (/^ZB-?(1p|H1)/i.test(name)) return 'zb-h1';
  // The others of its authors leave no bubble either.
  if (/^ZB/i.test(name)) return 'zb-h2';
  if (/gpipe/i.test(name)) return 'gpipe';
  return virtual > 1 ? 'interleaved' : '1f1b';
}

function precisionOf(published: string | null | undefined): Precision {
  const text = published ?? 'bf16';
  if (/nvfp4/.test(text)) return 'nvfp4';
  if (/mxfp8|fp8-mx/.test(text)) return 'mxfp8';
  if (/fp8/.test(text)) return 'fp8';
  return /fp16/.test(text) ? 'fp16' : 'bf16';
}

/** How 8-bit scales are found; NeMo of 2024 and MosaicML took those of steps before. */
function recipeOf(row: Row): string {
  const kin = kinOf(row);
  const published = row.parallel.precision ?? '';
  if (/rowwise/.test(published)) return 'rowwise';
  if (/mx/.test(published)) return 'mx';
  return kin === 'nemo-2024' || kin === 'fsdp-mosaic' ? 'delayed' : 'tensorwise';
}

/** Virtual stages that cut the layers evenly, embedding and head counted as a layer where that is needed; any where none
 *  do. More than one where the schedule needs them. */
function chunkCounts(layers: number, pipeline: number, interleaved: boolean): number[] {
  const all: number[] = [];
  // Where several are sure, embedding and head may have a chunk each to themselves.
  const most = interleaved ? layers + 2 : layers;
  for (let v = interleaved ? 2 : 1; v * pipeline <= most; v++) all.push(v);
  const even = all.filter((v) => [0, 1, 2].some((edges) => (layers + edges) % (v * pipeline) === 0));
  return even.length > 0 ? even : all;
}

/** The largest divisor of a count that is at most `most`. */
function divisorUpTo(count: number, most: number): number {
  let size = Math.max(1, Math.min(Math.floor(most), count));
  while (count % size > 0) size--;
  return size;
}

function powers(most: number): number[] {
  const found: number[] = [];
  for (let n = 1; n <= most; n *= 2) found.push(n);
  return found;
}

/** Rows of torchtitan that say they were run eagerly; compiled, its layers are, its loss is not. */
function compiled(row: Row): { fusedOperators?: false } {
  return /eager/.test(row.id) ? { fusedOperators: false } : {};
}

/** MosaicML's rows in plain bf16 reduce gradients in it ("PURE"), those under autocast in fp32 ("DEFAULT"). */
function gradientOf(row: Row): 'fp32' | 'bf16' {
  return kinOf(row) === 'fsdp-mosaic' && row.parallel.precision === 'bf16' ? 'bf16' : 'fp32';
}
