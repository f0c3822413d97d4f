import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/state/problem.ts';

/** Files whose sentences reach the visitor. */
const FOLDERS = [
  'src/scenario',
  'src/cluster',
  'src/state',
  'src/sim/search',
  'src/sim/result',
  'src/panels/scenario',
];
const MORE = ['src/sim/step.ts'];

/** Mistakes of whoever writes a lesson or a constant, and frames whose rule comes later (`must be \${what}`). */
const NOT_SHOWN =
  /^(check names no case|question must|is not in the record; its constants|must be 7(: |$)|must be the address of 7)/;
/** What those frames hold. */
const FRAMED = [
  ...['a chip', 'a chip or an UltraServer'].map((what) => `must be the address of ${what}, such as b1`),
  ...[
    '0 or 1',
    'a whole number from 1',
    'a number from 0 to 5',
    'a positive number up to 5',
    'azimuth,elevation,distance',
  ].map((what) => `must be ${what}`),
  'must be an address such as b3/h2/r4/u17',
];

/** Texts of the code that are a rule about a field, their holes filled with a number. */
function rules(): string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((name) => /\.tsx?$/.test(name)),
  ).concat(MORE);
  const found = new Set<string>();
  for (const file of files) {
    const code = readFileSync(file, 'utf8')
      .replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')
      // What a record of keys explains is never shown.
      .replaceAll(/export const (VIEW|SCENARIO)_KEYS = \{[\s\S]*?\n\} as const;/g, '');
    const texts = code.matchAll(/`((?:\$\{[^`]*?\}|[^`$])*)`|'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"/g);
    for (const [, template, quoted, doubly] of texts) {
      const text = (template ?? quoted ?? doubly).replaceAll(/\$\{[^}]*\}/g, '7').replaceAll('\\', '');
      if (
        /^(\S+ )?(must|is missing|is not|are not|has no|names|cannot|need|stops|leaves|×|tensor ×)\b/.test(
          text,
        )
      )
        found.add(text.replace(/^7(\.7)* /, ''));
    }
  }
  return [...found].filter((text) => !NOT_SHOWN.test(text)).map((text) => text.replace(/: 7$/, ''));
}

describe('what is wrong, in French', () => {
  it('knows every rule of the code', () => {
    const all = [...rules(), ...FRAMED];
    expect(all.length).toBeGreaterThan(70);
    const unknown = all.filter((rule) => {
      const sentence = /^(tour|time|view|at|unfolded)[.\w]* /.test(rule) ? rule : `parallel.tensor ${rule}`;
      return problemText(`${sentence}: 7`, 'fr') === `${sentence}: 7`;
    });
    expect(unknown).toEqual([]);
  });

  it('keeps field and values, and says them with French marks', () => {
    expect(problemText('parallel.tensor must divide heads (128): 48', 'fr')).toBe(
      'parallel.tensor doit diviser le nombre de têtes (128)\u00a0: 48',
    );
    expect(
      problemText('training.sequence must be a whole number from 1 to 100000000: a list of 3', 'fr'),
    ).toBe('training.sequence doit être un entier de 1 à 100000000\u00a0: une liste de longueur 3');
    expect(problemText('theme must be one of dark, light, contrast: pink: or red', 'fr')).toBe(
      'theme doit être l’une de ces valeurs (dark, light, contrast)\u00a0: pink: or red',
    );
    expect(problemText('model.foo is not a field of a scenario', 'fr')).toBe(
      'model.foo n’est pas un champ d’un scénario',
    );
  });

  it('finds the sentence inside a sentence', () => {
    expect(problemText('tour.steps.3.state: theme must be one of dark, light: pink', 'fr')).toBe(
      'tour.steps.3.state\u00a0: theme doit être l’une de ces valeurs (dark, light)\u00a0: pink',
    );
    expect(problemText('the simulator stopped: it could not be loaded', 'fr')).toBe(
      'le simulateur s’est arrêté\u00a0: il n’a pas pu être chargé',
    );
  });

  it('leaves English, and what it does not know, as it is', () => {
    expect(problemText('parallel.tensor must divide heads (128): 48', 'en')).toMatch(/^parallel.tensor must/);
    expect(problemText('Failed to fetch', 'fr')).toBe('Failed to fetch');
  });
});
