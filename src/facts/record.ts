import { campus, campusStates } from './campus.ts';
import { monthlyMean } from './climate.ts';
import { energy } from './energy.ts';
import type { Fact } from './fact.ts';
import { network } from './network.ts';
import { reliability } from './reliability.ts';
import { server } from './server.ts';
import { software } from './software.ts';
import { story } from './story.ts';
import { trainium1, trainium2, trainium3 } from './trainium.ts';
import { ultraserver } from './ultraserver.ts';

/** Everything that is known of Project Rainier and its machines, by subject. */
export const record = {
  campus,
  campusStates,
  ultraserver,
  server,
  trainium2,
  trainium1,
  trainium3,
  network,
  software,
  reliability,
  energy,
  climate: monthlyMean,
  story,
} as const;

/** The fact at a path such as `campus.area` or `trainium2.peak.bf16`; undefined where there is none. */
export function factAt(path: string): Fact<number | string> | undefined {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return isFact(value) ? value : undefined;
}

/** Every fact with its path, in the order of the record. */
export function allFacts(value: unknown = record, path = ''): [path: string, fact: Fact<number | string>][] {
  if (isFact(value)) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => allFacts(inner, path ? `${path}.${key}` : key));
}

function isFact(value: unknown): value is Fact<number | string> {
  return typeof value === 'object' && value !== null && 'value' in value && 'confidence' in value;
}
