import { shown } from '../scenario/error.ts';
import { parseJson } from '../scenario/json.ts';
import type { Phrase, Tour, TourStep } from '../text/tours/tour.ts';
import { type Change, fields, readChange, record } from './change.ts';
import { fixedPart } from './lock.ts';
import type { State } from './store.ts';

const BUILT_IN = {
  rainier: async () => (await import('../text/tours/rainier.ts')).rainier,
  step: async () => (await import('../text/tours/trainingStep.ts')).trainingStep,
} as const;

/** Ids of the tours that come with the site. */
export const TOURS = Object.keys(BUILT_IN) as readonly (keyof typeof BUILT_IN)[];

const MOST_STEPS = 200;
const LONGEST_WORDS = 4000;

/** The tour of an id, or at an address of this site (`tours/mine.json`). Throws one sentence. */
export async function loadTour(id: string): Promise<Tour> {
  if (Object.hasOwn(BUILT_IN, id)) return BUILT_IN[id as keyof typeof BUILT_IN]();
  const address = URL.canParse(id, location.href) ? new URL(id, location.href) : undefined;
  if (!address || address.origin !== location.origin || !address.pathname.endsWith('.json'))
    throw new Error(
      `tour must be one of ${TOURS.join(', ')}, or the address of a .json file on this site: ${shown(id)}`,
    );
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(`tour cannot be read: ${shown(id)}`);
  return { ...readTour(parseJson('tour', await answer.text())), id };
}

/** Checks a tour of unknown origin; throws the sentence of the first thing that is wrong. */
export function readTour(value: unknown): Tour {
  const tour = fields('tour', value, ['version', 'id', 'title', 'steps']);
  if (tour.version !== undefined && tour.version !== 1)
    throw new Error(`tour.version must be 1: ${shown(tour.version)}`);
  const { id = 'own', steps } = tour;
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,40}$/.test(id))
    throw new Error(`tour.id must be lower-case letters, digits and hyphens: ${shown(id)}`);
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS)
    throw new Error(`tour.steps must be a list of 1 to ${MOST_STEPS}: ${shown(steps)}`);
  return { version: 1, id, title: phrase('tour.title', tour.title), steps: steps.map(readStep) };
}

const STEP_FIELDS = ['title', 'text', 'notes', 'state', 'moment', 'seconds', 'facts'];

function readStep(value: unknown, index: number): TourStep {
  const at = `tour.steps.${index + 1}`;
  const step = fields(at, value, STEP_FIELDS);
  const number = (name: 'moment' | 'seconds', most: number): number | undefined => {
    const given = step[name];
    if (given === undefined) return undefined;
    if (typeof given === 'number' && given >= 0 && given <= most) return given;
    throw new Error(`${at}.${name} must be a number from 0 to ${most}: ${shown(given)}`);
  };
  const { facts, notes, state } = step;
  if (facts !== undefined && !(Array.isArray(facts) && facts.every((path) => typeof path === 'string')))
    throw new Error(`${at}.facts must be a list of paths such as campus.area: ${shown(facts)}`);
  return {
    title: phrase(`${at}.title`, step.title),
    text: phrase(`${at}.text`, step.text),
    notes: notes === undefined ? undefined : phrase(`${at}.notes`, notes),
    state: state === undefined ? undefined : record(`${at}.state`, state),
    moment: number('moment', 1),
    seconds: number('seconds', 60),
    facts: facts as string[] | undefined,
  };
}

function phrase(field: string, value: unknown): Phrase {
  const fits = (text: unknown): text is string =>
    typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_WORDS;
  if (fits(value)) return value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { en, fr } = fields(field, value, ['en', 'fr']);
    if (fits(en) && (fr === undefined || fits(fr))) return { en, fr };
  }
  throw new Error(
    `${field} must be text, or { en, fr } with text of at most ${LONGEST_WORDS} characters: ${shown(value)}`,
  );
}

/** The change a step makes, checked; on what the page opens with and what its link fixes, so that each step stands
 *  alone. */
export function changeOf(tour: Tour, step: number, state: State): Change {
  const asked = tour.steps[step - 1].state ?? {};
  try {
    return readChange(
      { ...asked, scenario: asked.scenario ?? {}, tour: undefined },
      { ...state, scenario: fixedPart(state.locked, state.scenario) },
    );
  } catch (error) {
    throw new Error(`tour.steps.${step}.state: ${(error as Error).message}`);
  }
}
