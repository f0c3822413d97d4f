import type { Population } from '../cluster/population.ts';
import { useRainier } from '../state/session.tsx';
import { useWords, type Words } from '../state/words.tsx';
import { KIND_NAMES } from '../timeline/meaning.ts';
import { Kind, type Timeline } from '../timeline/timeline.ts';
import { deedOf, togetherAt } from './doing.ts';
import { usePlayhead } from './usePlayhead.ts';
import { usePopulation } from './usePopulation.ts';

/** When the visitor is: from the step inwards, as the place at hand lives it. */
export function Moment() {
  const words = useWords();
  const clock = usePlayhead();
  const at = useRainier((state) => state.selected ?? state.view.at);
  const timeline = useRainier((state) => state.result?.timeline);
  const population = usePopulation(at);
  if (!timeline || !population) return null;
  const parts = momentOf(words, timeline, population, clock.seconds);
  return (
    <p className="moment">
      <span className="unseen">{words('page.time')}</span>
      {parts.join(' › ')}
    </p>
  );
}

/** The words of an instant at a place, from the step inwards. */
export function momentOf(words: Words, timeline: Timeline, population: Population, t: number): string[] {
  const { classes } = population;
  const step = words('time.step');
  if (classes.length === 0) return [words('time.outside')];
  if (classes.length === 1 && classes[0] < timeline.classes) {
    const { kind, microbatch, inside, layer } = deedOf(timeline, classes[0], t);
    const parts = [step];
    if (microbatch >= 0) parts.push(words('time.microbatch', { number: microbatch + 1 }));
    if (kind === Kind.wait || microbatch < 0) parts.push(words(`kind.${KIND_NAMES[kind]}`));
    else {
      parts.push(words(`kind.${KIND_NAMES[kind]}`));
      if (layer >= 0) parts.push(words('time.layer', { number: layer + 1 }));
      if (inside !== null) parts.push(words(`kind.${KIND_NAMES[inside]}`));
    }
    return parts;
  }
  const { microbatches, chips } = togetherAt(timeline, population, t);
  if (!microbatches) return [step, words(chips.optimizer > 0 ? 'kind.optimizer' : 'kind.wait')];
  const [first, last] = microbatches;
  return [
    step,
    first === last
      ? words('time.microbatch', { number: first + 1 })
      : words('time.microbatches', { first: first + 1, last: last + 1 }),
  ];
}
