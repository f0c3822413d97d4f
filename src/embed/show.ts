import type { PublicState } from '../state/api.ts';
import { AT_HOME } from '../state/manners.ts';
import { readQuery } from '../state/query.ts';

/** The change of state that an address with this query asks for. Throws the sentence of the first thing that is wrong with
 *  it; keys that say how the page behaves are wrong, for the address it was opened with has fixed them. */
export function changeOfQuery(search: string, { tour: open }: Pick<PublicState, 'tour'>): object {
  const { problems, unknown, scenario, manners, locked, reading, against, ...query } = readQuery(search);
  if (problems.length > 0) throw new Error(problems[0]);
  if (unknown.length > 0) throw new Error(`${unknown[0].slice(0, 60)} is not a key of the page's address`);
  const given = new URLSearchParams(search);
  for (const key of [...Object.keys(AT_HOME), 'lock', 'read', 'against'])
    if (given.has(key)) throw new Error(`${key} is fixed by the address the page was opened with`);
  const { at, cam, lens, selected, tour, tourStep, seconds, playing, speed, ...look } = query;
  if (tourStep !== undefined && tour === undefined && !open)
    throw new Error(`tourStep is a step of a tour, and none is open: ${tourStep}`);
  const change: Record<string, unknown> = { ...look, selected };
  if (Object.keys(scenario).length > 0) change.scenario = scenario;
  if (at !== undefined || cam || lens) change.view = { at, cam, lens };
  if (seconds !== undefined || playing !== undefined || speed !== undefined)
    change.time = { seconds, playing, speed };
  if (tour !== undefined || tourStep !== undefined) change.tour = { id: tour ?? open?.id, step: tourStep };
  return change;
}
