import { SCENARIO_KEYS } from '../scenario/query.ts';
import type { ResolvedScenario, Scenario } from '../scenario/scenario.ts';
import { SECTION_FIELDS } from '../scenario/schema.ts';

/** Keys of the view that can be fixed; the others say how the page is shown, and are fixed anyway. */
export const LOCKABLE = [
  ...(['at', 'cam', 'lens', 'sel', 'tour', 'tourStep', 'read', 't', 'play', 'speed'] as const),
  ...(['lang', 'theme', 'motion', 'quality', 'labels', 'axis', 'unfolded', 'layer', 'kind'] as const),
] as const;
export type ViewLock = (typeof LOCKABLE)[number];

/** The value of `lock` that holds everything that makes up a scenario. */
export const WHOLE_SCENARIO = 'cluster,model,training,parallel,run,faults';

/** A key of the address and what lies below it. */
type Path = string;

/** Whether a key names something that can be fixed: a part of the scenario (`training`, `training.sequence`, `scenario` for
 *  all of it) or a key of the view. */
export function isLockable(key: Path): boolean {
  if (LOCKABLE.some((each) => each === key)) return true;
  const [section, ...below] = key.split('.');
  if (!Object.hasOwn(SCENARIO_KEYS, section)) return false;
  if (below.length === 0) return true;
  const known: readonly string[] | undefined = Object.hasOwn(SECTION_FIELDS, section)
    ? SECTION_FIELDS[section as keyof typeof SECTION_FIELDS]
    : undefined;
  if (known) return known.includes(below[0]);
  return /^(cluster|model)$/.test(section) && below.every((name) => /^[a-zA-Z][a-zA-Z0-9]*$/.test(name));
}

function isView(key: Path): boolean {
  return LOCKABLE.some((each) => each === key);
}

/** The lock that holds a key: itself, or something around it; undefined where it is free. */
export function lockOn(locked: readonly Path[], key: Path): Path | undefined {
  return locked.find(
    (lock) => lock === key || key.startsWith(`${lock}.`) || (lock === 'scenario' && !isView(key)),
  );
}

/** Throws the sentence that says a key is fixed. */
export function mustBeFree(locked: readonly Path[], key: Path): void {
  const lock = lockOn(locked, key);
  if (lock !== undefined) throw new Error(fixedSentence(lock));
}

export function fixedSentence(lock: Path): string {
  return `${lock} is fixed by this link`;
}

/** Whether a field of the scenario can be changed: neither it, nor what is around it, nor a part of it is fixed. */
export function isFixed(locked: readonly Path[], path: Path): boolean {
  return lockOn(locked, path) !== undefined || locked.some((lock) => lock.startsWith(`${path}.`));
}

/** The value at a dotted path of a scenario; undefined where there is none. */
function valueAt(scenario: object, path: Path): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      scenario,
    );
}

/** A scenario as it was asked for, and what that comes to. */
export interface Asked {
  readonly scenario: Scenario;
  readonly resolved: ResolvedScenario;
}

/** The first lock that a changed scenario would break; undefined where it breaks none. */
export function brokenLock(locked: readonly Path[], before: Asked, after: Asked): Path | undefined {
  return locked.find((lock) => {
    if (isView(lock)) return false;
    const differs = (of: keyof Asked): boolean =>
      canonical(valueAt(before[of], lock)) !== canonical(valueAt(after[of], lock));
    if (lock === 'scenario') return canonical(before.scenario) !== canonical(after.scenario);
    // A preset and the same described in words have the same fields.
    const described = /^(cluster|model)\./.test(lock) && valueAt(before.resolved, lock) !== undefined;
    return differs(described ? 'resolved' : 'scenario');
  });
}

/** A changed scenario with those fixed fields of layout and training back that the change left open. */
export function withFixed(locked: readonly Path[], before: Scenario, after: Scenario): Scenario {
  const kept: Record<string, unknown> = { ...after };
  for (const name of ['parallel', 'training', 'run', 'stack', 'faults', 'seed'] as const) {
    const fixed = fixedPart(locked, before)[name];
    if (fixed === undefined) continue;
    kept[name] =
      typeof fixed === 'object' && !Array.isArray(fixed)
        ? { ...fixed, ...(after[name] as object | undefined) }
        : (after[name] ?? fixed);
  }
  return kept as Scenario;
}

/** What is fixed of a scenario, and nothing else: where every step of a tour begins. */
export function fixedPart(locked: readonly Path[], scenario: Scenario): Scenario {
  if (locked.includes('scenario')) return scenario;
  const part: Record<string, unknown> = {};
  for (const lock of locked) {
    const value = isView(lock) ? undefined : valueAt(scenario, lock);
    if (value === undefined) continue;
    const [section, ...below] = lock.split('.');
    if (below.length === 0) part[section] = value;
    // A described cluster or model is whole or nothing.
    else if (section === 'cluster' || section === 'model') part[section] = valueAt(scenario, section);
    else part[section] = { ...(part[section] as object | undefined), [below[0]]: value };
  }
  return part as Scenario;
}

/** JSON with its keys in order: equal for equal values. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
