import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SLIDE_KEYS } from '../../src/embed/keys.ts';
import { EVENTS, VERBS } from '../../src/embed/protocol.ts';
import { RainierView } from '../../src/host/view.ts';
import { SCENARIO_KEYS } from '../../src/scenario/query.ts';
import { VIEW_KEYS } from '../../src/state/keys.ts';
import { visitAt } from '../state/visitAt.ts';

const page = readFileSync('docs/embedding.md', 'utf8');

/** First cells of the table whose head begins with a word. */
function named(head: string): string[] {
  const from = page.indexOf(`\n| ${head} |`);
  const rows = page.slice(from + 1).split('\n');
  const end = rows.findIndex((row) => !row.startsWith('|'));
  return rows
    .slice(2, end)
    .map((row) => row.split('|')[1].trim())
    .map((cell) => cell.replaceAll('`', ''));
}

describe('docs/embedding.md', () => {
  it('has a line for every verb, event and key of the address, and none for others', () => {
    expect(named('verb').sort()).toEqual([...VERBS].sort());
    expect(named('event').sort()).toEqual([...EVENTS].sort());
    expect(named('key').sort()).toEqual([...VIEW_KEYS].sort());
    for (const section of Object.keys(SCENARIO_KEYS)) expect(page).toContain(`\`${section}`);
  });

  it('names every field of the state', () => {
    const [, fields] = /^State: `\{([^`]*)\}`/m.exec(page) ?? [];
    const names = fields.replace(/\{[^}]*\}|\| null/g, '').match(/\w+/g) ?? [];
    expect(names.sort()).toEqual(Object.keys(visitAt('').api.getState()).sort());
  });

  it('names the methods and properties that the element has', () => {
    for (const verb of VERBS) {
      expect(verb in RainierView.prototype, verb).toBe(true);
      expect(page).toContain(`\`${verb}(`);
    }
    const descriptors = Object.getOwnPropertyDescriptors(RainierView.prototype);
    for (const [name, { get }] of Object.entries(descriptors))
      if (get && name !== 'play') expect(page, name).toContain(`\`${name}\``);
  });

  it('names the keys that are left to the host', () => {
    const letters = SLIDE_KEYS.filter((key) => /^[a-z]$/.test(key));
    expect(page).toContain(`the letters ${letters.slice(0, -1).join(', ')} and ${letters.at(-1)}`);
    expect(SLIDE_KEYS.filter((key) => key.startsWith('Arrow'))).toHaveLength(4);
  });
});
