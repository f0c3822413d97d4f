import { type Address, depthOf } from '../../cluster/address.ts';
import type { Population } from '../../cluster/population.ts';
import type { Format } from '../../look/format.ts';
import { placeName } from '../../state/names.ts';
import type { Words } from '../../state/words.tsx';
import type { Timeline } from '../../timeline/timeline.ts';
import { togetherAt } from '../doing.ts';

const PHASES = ['forward', 'backward', 'optimizer'] as const;

/** What a place of the tree is called: trays with their server. */
export function twigName(words: Words, address: Address): string {
  const name = placeName(words, address);
  return depthOf(address) === 'tray' ? `${placeName(words, address.slice(0, 5))}, ${name}` : name;
}

/** What a place does at `t`, seconds, in a few words: computes, waits, is not in the job, or how many of it compute. */
export function stateText(
  words: Words,
  format: Format,
  timeline: Timeline,
  population: Population,
  t: number,
): string {
  if (population.chips === 0) return words('places.empty');
  if (population.working === 0) return words('places.outside');
  const { chips } = togetherAt(timeline, population, t);
  const computing = chips.forward + chips.backward + chips.optimizer;
  if (computing === 0) return words('places.waiting');
  const alone = PHASES.find((phase) => chips[phase] === population.chips);
  if (alone) return words('places.computing', { phase: words(`kind.${alone}`) });
  return words('places.part', { count: format.count(computing), all: format.count(population.chips) });
}

/** The sentence of the narration: what a place mostly does. Changes with the phase alone, not with every number. */
export function narrationText(
  words: Words,
  place: string,
  timeline: Timeline,
  population: Population,
  t: number,
): string | null {
  if (population.working === 0) return null;
  const { chips } = togetherAt(timeline, population, t);
  const all = [...PHASES, 'waiting'] as const;
  const most = all.reduce((a, b) => (chips[b] > chips[a] ? b : a));
  const phase = words(most === 'waiting' ? 'kind.wait' : `kind.${most}`);
  return words(chips[most] === population.working ? 'places.narrate' : 'places.mostly', { place, phase });
}
