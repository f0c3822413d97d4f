import { footprint } from '../scenario/footprint.ts';
import type { ResolvedScenario, Scenario } from '../scenario/scenario.ts';
import { KIND_NAMES } from '../timeline/meaning.ts';
import { spansIn } from '../timeline/spans.ts';
import type { Summary } from '../timeline/summary.ts';
import { Kind, Stream, type Timeline } from '../timeline/timeline.ts';

/** A step with what it was asked for. */
export interface Simulated {
  /** As asked for, and with every field. */
  readonly scenario: Scenario;
  readonly resolved: ResolvedScenario;
  readonly summary: Summary;
  readonly timeline: Timeline;
}

/** What one chip of a class of ranks (a pipeline stage, and where there are faults a group of its own) does in a step. */
export interface ClassResult {
  /** From 1. */
  readonly class: number;
  /** Seconds by what is computed (`forward`, `backward`, `optimizer` …); `wait` is the rest of the step. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Bytes sent. */
  readonly bytes: {
    readonly nextStage: number;
    readonly previousStage: number;
    readonly replicas: number;
  };
}

/** The numbers of a step, version 1: seconds, bytes, FLOP, watts, joules. */
export interface Results {
  readonly version: 1;
  /** Where they come from, in words; the link that shows them; the day, ISO 8601. */
  readonly source: string;
  readonly link: string;
  readonly date: string;
  readonly scenario: Scenario;
  readonly summary: Summary;
  /** Bytes on a chip of each pipeline stage when it is fullest. */
  readonly stages: readonly Readonly<Record<string, number>>[];
  readonly classes: readonly ClassResult[];
}

export function resultsOf(
  { scenario, resolved, summary, timeline }: Simulated,
  { source, link, date }: Pick<Results, 'source' | 'link' | 'date'>,
): Results {
  const stages = footprint(resolved).stages.map((memory, i) => ({ stage: i + 1, ...memory }));
  const classes = Array.from({ length: timeline.classes }, (_, cls) => classResult(timeline, cls));
  return {
    version: 1,
    ...{ source, link, date },
    scenario: { version: 1, ...scenario },
    ...{ summary, stages, classes },
  };
}

function classResult(timeline: Timeline, cls: number): ClassResult {
  const seconds: Record<string, number> = {};
  let busy = 0;
  const { from, to } = spansIn(timeline, cls, Stream.compute);
  for (let span = from; span < to; span++) {
    const kind = timeline.kind[span];
    if (kind === Kind.wait) continue;
    const took = timeline.end[span] - timeline.start[span];
    seconds[KIND_NAMES[kind]] = (seconds[KIND_NAMES[kind]] ?? 0) + took;
    busy += took;
  }
  seconds.wait = Math.max(0, timeline.seconds - busy);
  const sent = (stream: Stream): number => {
    const range = spansIn(timeline, cls, stream);
    let bytes = 0;
    for (let span = range.from; span < range.to; span++) bytes += timeline.bytes[span];
    return bytes;
  };
  return {
    class: cls + 1,
    seconds,
    bytes: {
      nextStage: sent(Stream.sendForward),
      previousStage: sent(Stream.sendBackward),
      replicas: sent(Stream.data),
    },
  };
}

/** Units of the numbers of a summary by section, and by name where a section has several. */
const UNITS: Readonly<Record<string, string>> = {
  'model.parameters': '1',
  'model.activeParameters': '1',
  'step.seconds': 's',
  'step.tokens': '1',
  'step.tokensPerSecond': '1/s',
  'step.tokensPerSecondPerChip': '1/s',
  'step.flopsPerChip': 'FLOP',
  'step.mfu': '1',
  'step.hfu': '1',
  breakdown: 's',
  memory: 'B',
  'power.joulesPerStep': 'J',
  power: 'W',
  'run.goodput': '1',
  'run.failures': '1',
  'run.joules': 'J',
  'run.chipJoules': 'J',
  'run.itJoules': 'J',
  run: 's',
  'evidence.low': 's',
  'evidence.high': 's',
  'faults.waiting': 's',
  faults: '1',
  parallel: '1',
};

/** One number a line, as comma-separated values (RFC 4180): which, of which stage or class (from 1), how much, its unit. */
export function resultsCsv({ source, link, date, summary, stages, classes }: Results): string {
  const rows: (readonly (string | number)[])[] = [['quantity', 'stage', 'value', 'unit']];
  for (const [section, fields] of Object.entries(summary)) {
    if (typeof fields !== 'object' || fields === null) continue;
    for (const [name, value] of Object.entries(fields)) {
      const path = `${section}.${name}`;
      if (typeof value === 'number') rows.push([path, '', value, UNITS[path] ?? UNITS[section] ?? '']);
      else if (typeof value === 'string' || typeof value === 'boolean')
        rows.push([path, '', String(value), '']);
    }
  }
  for (const { stage, ...memory } of stages)
    for (const [name, bytes] of Object.entries(memory))
      rows.push([`stage.memory.${name}`, stage, bytes, 'B']);
  for (const { class: number, seconds, bytes } of classes) {
    for (const [name, value] of Object.entries(seconds))
      rows.push([`class.seconds.${name}`, number, value, 's']);
    for (const [name, value] of Object.entries(bytes)) rows.push([`class.bytes.${name}`, number, value, 'B']);
  }
  rows.push(['source', '', source, ''], ['link', '', link, ''], ['date', '', date, '']);
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
