import type { PublicState } from '../state/api.ts';
import { isScenarioKey } from '../state/keys.ts';

/** What a page showed when it was taken down, and the pairs that the attributes stood for then. */
export interface Left {
  readonly state: PublicState;
  readonly pairs: ReadonlyMap<string, string>;
  readonly src: string | null;
}

/** What the next page is asked for once it stands. */
export interface Again {
  /** A change of state, as `setState` takes it. */
  readonly state: object;
  /** What attributes say that were not so before; empty where there is nothing. */
  readonly query: string;
}

/**
 * How a page that was opened with these pairs comes to show what was left: attributes as they are now win over that. With a
 * scenario that they have changed the old one is gone; null where one was taken away: then all begins anew.
 */
export function cameBack(left: Left, now: ReadonlyMap<string, string>): Again | null {
  for (const key of left.pairs.keys()) if (!now.has(key)) return null;
  const changed = [...now].filter(([key, value]) => left.pairs.get(key) !== value);
  const { scenario, ...rest } = left.state;
  if (changed.some(([key]) => isScenarioKey(key))) return { state: rest, query: shown(changed) };
  return { state: { ...rest, scenario: completed(scenario, now.keys()) }, query: shown(changed) };
}

function shown(changed: readonly (readonly [string, string])[]): string {
  // The page was opened with those of the scenario.
  return String(new URLSearchParams(changed.filter(([key]) => !isScenarioKey(key)).map((pair) => [...pair])));
}

/** The scenario with null where the page was opened with a field that had been taken back to its default. */
function completed(scenario: object, keys: Iterable<string>): object {
  const all: Record<string, unknown> = structuredClone(scenario) as Record<string, unknown>;
  for (const key of keys) {
    if (!isScenarioKey(key) || key === 'scenario') continue;
    const [section, field] = key.split('.');
    all[section] ??= field === undefined ? null : {};
    const fields = all[section];
    if (field !== undefined && typeof fields === 'object' && fields !== null)
      (fields as Record<string, unknown>)[field] ??= null;
  }
  return all;
}
