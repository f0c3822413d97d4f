import { useMemo } from 'react';
import type { Population } from '../../cluster/population.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { useWords } from '../../state/words.tsx';
import { KIND_NAMES, meaningOf } from '../../timeline/meaning.ts';
import { isCollective } from '../../timeline/spans.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { deedOf, togetherAt } from '../doing.ts';
import { Swatch } from '../Swatch.tsx';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { usePlayhead } from '../usePlayhead.ts';
import { Pair } from './Pair.tsx';
import { wireOf } from './wire.ts';

interface NowProps {
  readonly population: Population;
  readonly timeline: Timeline;
  readonly scenario: ResolvedScenario;
}

/** What a place does at the playhead: in detail where it holds one class of ranks, else added up. */
export function Now({ population, timeline, scenario }: NowProps) {
  const { classes } = population;
  return classes.length === 1 && classes[0] < timeline.classes ? (
    <OneClass cls={classes[0]} timeline={timeline} scenario={scenario} />
  ) : (
    <ManyClasses population={population} timeline={timeline} />
  );
}

function OneClass({ cls, timeline, scenario }: { cls: number } & Pick<NowProps, 'timeline' | 'scenario'>) {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  const wire = useMemo(() => wireOf(scenario), [scenario]);
  const { kind, progress, microbatch, inside, layer, traffic } = deedOf(timeline, cls, clock.seconds);
  const meaning = meaningOf(kind);
  const none = words('inspect.quiet');
  return (
    <dl className="pairs">
      <Pair term={words('inspect.phase')}>
        <Swatch of={meaning} />{' '}
        {meaning === 'waiting'
          ? words(`kind.${KIND_NAMES[kind]}`)
          : words('inspect.phase.done', {
              phase: words(`kind.${KIND_NAMES[kind]}`),
              share: format.percent(Math.floor(progress * 100) / 100),
            })}
      </Pair>
      <Pair term={<Term word="microbatch">{words('inspect.microbatch')}</Term>}>
        {microbatch < 0 ? none : format.count(microbatch + 1)}
      </Pair>
      <Pair term={words('inspect.layer')}>
        {layer < 0 ? none : words('inspect.of', { number: layer + 1, all: scenario.model.layers })}
      </Pair>
      <Pair term={words(inside !== null && isCollective(inside) ? 'inspect.collective' : 'inspect.operator')}>
        {inside === null ? none : words(`kind.${KIND_NAMES[inside]}`)}
      </Pair>
      <Pair term={words('inspect.traffic')}>
        {traffic.length === 0
          ? none
          : traffic.map((sent) => (
              <span key={sent.kind} className="line">
                <Swatch of={wire(sent.kind)} />{' '}
                {words('inspect.traffic.line', {
                  what: words(`kind.${KIND_NAMES[sent.kind]}`),
                  rate: format.si(sent.rate, 'B/s'),
                  wire: words(`term.${wire(sent.kind)}`),
                })}
              </span>
            ))}
      </Pair>
    </dl>
  );
}

const PHASES = ['forward', 'backward', 'optimizer', 'waiting'] as const;

function ManyClasses({ population, timeline }: Pick<NowProps, 'population' | 'timeline'>) {
  const words = useWords();
  const format = useFormat();
  const clock = usePlayhead();
  const { chips, microbatches } = togetherAt(timeline, population, clock.seconds);
  return (
    <dl className="pairs">
      {PHASES.map((phase) => (
        <Pair
          key={phase}
          term={
            <>
              <Swatch of={phase} /> {words(`kind.${phase === 'waiting' ? 'wait' : phase}`)}
            </>
          }
        >
          {format.percent(chips[phase] / Math.max(1, population.chips))}
        </Pair>
      ))}
      <Pair term={<Term word="microbatch">{words('inspect.microbatch')}</Term>}>
        {microbatches === null
          ? words('inspect.quiet')
          : microbatches[0] === microbatches[1]
            ? format.count(microbatches[0] + 1)
            : `${format.count(microbatches[0] + 1)}–${format.count(microbatches[1] + 1)}`}
      </Pair>
    </dl>
  );
}
