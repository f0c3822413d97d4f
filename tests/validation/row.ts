import { readFileSync } from 'node:fs';

/** One published measurement. Absent and null mean: not published. */
export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly provenance: string;
  readonly confidence: string;
  readonly hardware: Hardware | null;
  readonly model: Model | null;
  readonly parallel: Parallel;
  readonly measured: Measured;
  readonly flopsConvention?: { readonly best: string } | null;
  /** The software that ran it. */
  readonly stack?: string | null;
  /** Why it cannot be run; such a row counts for nothing. */
  readonly exempt?: string | null;
}

type Maybe<T> = T | null | undefined;

export interface Hardware {
  readonly name: string;
  readonly peakTflopsBf16: number;
  readonly hbmGB: number;
  readonly hbmTBs: number;
  /** Chips of the fast domain, and GB/s of one in one direction. */
  readonly scaleUpSize: number;
  readonly scaleUpGBs?: Maybe<number>;
  readonly scaleOutGbps?: Maybe<number>;
}

export interface Model {
  readonly name: string;
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads?: Maybe<number>;
  readonly ffn?: Maybe<number>;
  readonly vocab?: Maybe<number>;
  readonly seq: number;
  readonly experts?: Maybe<number>;
  readonly topk?: Maybe<number>;
  readonly moeFfn?: Maybe<number>;
  readonly sharedExperts?: Maybe<number>;
  readonly denseLayers?: Maybe<number>;
  readonly headDim?: Maybe<number>;
  readonly attention?: Maybe<string>;
  readonly note?: Maybe<string>;
}

export interface Parallel {
  readonly chips?: Maybe<number>;
  readonly tp?: Maybe<number>;
  readonly pp?: Maybe<number>;
  readonly dp?: Maybe<number>;
  readonly cp?: Maybe<number>;
  readonly ep?: Maybe<number>;
  readonly vpp?: Maybe<number>;
  readonly zero?: Maybe<number>;
  readonly microbatch?: Maybe<number>;
  readonly globalBatch?: Maybe<number>;
  readonly recompute?: Maybe<string>;
  readonly sp?: Maybe<boolean>;
  readonly schedule?: Maybe<string>;
  readonly precision?: Maybe<string>;
  readonly slices?: Maybe<number>;
  readonly asyncTP?: Maybe<boolean>;
  readonly numMicrobatches?: Maybe<number>;
  readonly parallelUnits?: Maybe<string>;
}

export interface Measured {
  readonly iterationSeconds?: Maybe<number>;
  readonly tflopsPerChip?: Maybe<number>;
  readonly mfu?: Maybe<number>;
  readonly hfu?: Maybe<number>;
  readonly tokensPerSecPerChip?: Maybe<number>;
  readonly samplesPerSecPerChip?: Maybe<number>;
  readonly sequencesPerSec?: Maybe<number>;
  readonly memoryGB?: Maybe<number>;
}

/** The rows that the project carries. */
export const OWN_ROWS = new URL('rows/published.ndjson', import.meta.url).pathname;

/** Rows of a file: a JSON array, an object that holds one, or one row a line. */
export function readRows(file: string = OWN_ROWS): Row[] {
  const text = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  return parsed(text).map(completed);
}

function parsed(text: string): Row[] {
  if (text === '') return [];
  if (text.startsWith('[')) return JSON.parse(text) as Row[];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.map((line) => JSON.parse(line) as Row);
  } catch {
    const whole = JSON.parse(text) as Record<string, unknown>;
    return (Object.values(whole).find(Array.isArray) ?? [whole]) as Row[];
  }
}

/** A row of which the parts that all code reads are there, however little stands in them. */
export function completed(row: Row): Row {
  return {
    ...row,
    id: String(row.id ?? 'unnamed'),
    kind: row.kind ?? 'train-step',
    source: String(row.source ?? ''),
    provenance: row.provenance ?? '',
    confidence: row.confidence ?? '',
    hardware: row.hardware ? { ...row.hardware, name: String(row.hardware.name ?? 'unknown') } : null,
    model: row.model ? { ...row.model, name: String(row.model.name ?? '') } : null,
    parallel: row.parallel ?? {},
    measured: row.measured ?? {},
    stack: typeof row.stack === 'string' ? row.stack : null,
  };
}

/** The rows that say something about a step: its time, or its memory. */
export function isRun(row: Row): boolean {
  return row.kind === 'train-step' || (row.kind === 'memory' && row.measured.memoryGB != null);
}

/** The software that ran a row; that of Korthikanti et al. for their memory figures, which name none. */
export function stackOf(row: Row): string {
  return row.stack ?? (/2205\.05198/.test(row.source) ? 'megatron-2022' : 'other');
}
