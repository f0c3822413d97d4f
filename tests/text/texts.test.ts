import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as first } from '../../src/text/en.ts';
import { enLater } from '../../src/text/enLater.ts';
import { fill } from '../../src/text/fill.ts';
import { languages } from '../../src/text/texts.ts';
import { Kind } from '../../src/timeline/timeline.ts';

const en = { ...first, ...enLater };

describe('fill', () => {
  it('puts values into holes and leaves a hole without one', () => {
    expect(fill('{part} of {whole}', { part: 3, whole: 'twelve' })).toBe('3 of twelve');
    expect(fill('{part} of {whole}', { part: 3 })).toBe('3 of {whole}');
    expect(fill('{toString}', {})).toBe('{toString}');
  });
});

describe('the texts', () => {
  it('have in every language the holes of the English', async () => {
    const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [language, load] of Object.entries(languages)) {
      const all = await load();
      expect(Object.keys(all), language).toHaveLength(Object.keys(en).length);
      for (const [key, text] of Object.entries(en))
        expect(holes(all[key as keyof typeof en]), `${language} ${key}`).toEqual(holes(text));
    }
  });

  it('keep French marks with their words', async () => {
    for (const [key, text] of Object.entries(await languages.fr())) {
      expect(text, key).not.toMatch(/ [;:?!%]/);
      expect(text, key).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  it('are all used by the page', () => {
    const src = path.resolve('src');
    const code = readdirSync(src, { recursive: true })
      .map(String)
      .filter((name) => /^(panels|floorplan|state|scene)\/.*\.tsx?$/.test(name.replaceAll('\\', '/')))
      .map((name) => readFileSync(path.join(src, name), 'utf8'))
      .join('\n');
    // Keys that are put together at run time end in a hole: `kind.${…}`.
    const made = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, prefix]) => prefix);
    const unused = Object.keys(en).filter(
      (key) => !code.includes(`'${key}'`) && !made.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('name every kind of span, and explain every word of the glossary', () => {
    for (const kind of Object.keys(Kind)) expect(en).toHaveProperty([`kind.${kind}`]);
    const words = Object.keys(en).filter((key) => key.startsWith('term.'));
    expect(words.length).toBeGreaterThan(15);
    for (const key of words) expect(en).toHaveProperty([key.replace('term.', 'means.')]);
  });

  it('say that the project is independent', () => {
    expect(en['about.independent']).toMatch(/independent of AWS and of Anthropic/);
  });
});
