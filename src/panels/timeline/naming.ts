import type { Format } from '../../look/format.ts';
import type { Words } from '../../state/words.tsx';
import type { Detail, DetailRow } from '../../timeline/detail.ts';
import { KIND_NAMES } from '../../timeline/meaning.ts';
import { activeSpan } from '../../timeline/spans.ts';
import { Kind, STREAMS, type Stream, type Timeline } from '../../timeline/timeline.ts';

const AXES = ['X', 'Y', 'Z'];

/** What a row is called. */
export function rowName(words: Words, row: DetailRow): string {
  switch (row.what) {
    case 'stage':
      return words('timeline.row.stage', { number: row.cls + 1 });
    case 'stream':
      return words(`timeline.row.${row.name}`);
    case 'unit':
      return words(`timeline.unit.${row.name}`);
    case 'link': {
      if (row.from < 0) return words('timeline.row.port', { count: row.links });
      const axis = AXES[row.axis] ?? String(row.axis + 1);
      const way = `${row.from + 1}→${row.to + 1}`;
      return words('timeline.row.link', {
        axis: axis + (row.direction > 0 ? '+' : '−'),
        way,
        count: row.links,
      });
    }
  }
}

/** What a detail shows the inside of, from the step inwards. */
export function subjectName(words: Words, { subject, lens, algorithm, schematic, hidden }: Detail): string {
  const { microbatch } = subject;
  const parts = [microbatch < 0 ? words('time.step') : words('time.microbatch', { number: microbatch + 1 })];
  if (subject.direction) {
    const kind = {
      forward: 'kind.forward',
      backward: 'kind.backward',
      weights: 'kind.weightGradient',
    } as const;
    parts.push(words(kind[subject.direction]));
    parts.push(
      subject.layer < 0 ? words('timeline.edge') : words('time.layer', { number: subject.layer + 1 }),
    );
  }
  if (lens === 'collective' || lens === 'kernel' || lens === 'tile') {
    parts.push(words(`kind.${KIND_NAMES[subject.kind]}`));
  }
  if (lens === 'tile') parts.push(words('timeline.tile', { number: subject.index + 1 }));
  const notes = [
    algorithmName(words, algorithm),
    schematic ? words('timeline.schematic') : '',
    hidden > 0 ? words('timeline.hidden') : '',
  ];
  const told = notes.filter((note) => note !== '');
  return parts.join(' › ') + (told.length > 0 ? ` (${told.join(', ')})` : '');
}

const ALGORITHMS = ['ring', 'halvingDoubling', 'direct', 'torus'] as const;

/** Algorithms of a collective, one for each dimension; '' where nothing is chosen. */
function algorithmName(words: Words, algorithm: string): string {
  const told = algorithm.split('+').map((part) => {
    const known = ALGORITHMS.find((each) => each === part);
    return known ? words(`algorithm.${known}`) : part;
  });
  return told.join(' + ');
}

/** A span of a chart, told in words and numbers. */
export interface Named {
  /** The same span has the same key. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The span of class `cls` of a timeline at `t` seconds of it, whichever stream it is on; null where there is none. */
export function nameSpan(
  words: Words,
  format: Format,
  timeline: Timeline,
  cls: number,
  t: number,
  row: string,
  inLink: boolean,
): Named | null {
  let span = -1;
  for (let stream = 0; stream < STREAMS && span < 0; stream++) {
    span = activeSpan(timeline, cls, stream as Stream, t);
  }
  if (span < 0) return null;
  const kind = timeline.kind[span] as Kind;
  const seconds = timeline.end[span] - timeline.start[span];
  const bytes = timeline.bytes[span];
  const lines = [row, format.seconds(seconds)];
  if (bytes > 0) lines.push(`${format.si(bytes, 'B')}, ${format.si(bytes / seconds, 'B/s')}`);
  const formula = inLink ? words('formula.link') : formulaOf(words, kind);
  if (formula) lines.push(formula);
  const microbatch = timeline.microbatch[span];
  const title = words(`kind.${KIND_NAMES[kind]}`);
  const passes = kind === Kind.forward || kind === Kind.backward || kind === Kind.weightGradient;
  return {
    key: `${span}`,
    title:
      passes && microbatch >= 0 ? `${title}, ${words('time.microbatch', { number: microbatch + 1 })}` : title,
    lines,
  };
}

/** How long a span of a kind takes, in the symbols of docs/model.md; '' for what takes as long as it must wait. */
export function formulaOf(words: Words, kind: Kind): string {
  switch (kind) {
    case Kind.matmul:
    case Kind.attention:
    case Kind.recompute:
      return words('formula.matmul');
    case Kind.memory:
    case Kind.loss:
      return words('formula.memory');
    case Kind.optimizer:
      return words('formula.optimizer');
    case Kind.tensorAllGather:
    case Kind.tensorReduceScatter:
    case Kind.contextExchange:
    case Kind.dataAllGather:
    case Kind.dataReduceScatter:
      return words('formula.allGather');
    case Kind.tensorAllReduce:
    case Kind.dataAllReduce:
      return words('formula.allReduce');
    case Kind.expertAllToAll:
      return words('formula.allToAll');
    case Kind.sendForward:
    case Kind.sendBackward:
      return words('formula.send');
    case Kind.forward:
    case Kind.backward:
    case Kind.weightGradient:
      return words('formula.pass');
    default:
      return '';
  }
}
