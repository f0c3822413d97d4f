import { describe, expect, it } from 'vitest';
import { allFacts } from '../../src/facts/record.ts';
import { recordInFrench } from '../../src/text/fr/record.ts';

/** What needs no French: names, numbers, dates, and what is spelt alike. */
const ALIKE = /^[\d\s×{},.()-]*$|^(10p10u|AWS Neuron SDK [\d.]+|Indiana Michigan Power|Mississippi)$/;

describe('the record of facts in French', () => {
  const facts = allFacts().map(([, known]) => known);

  it('has every value that is words, and every note', () => {
    const said = facts.flatMap(({ value, note }) => [
      ...(typeof value === 'string' ? [value] : []),
      ...(note ? [note] : []),
    ]);
    const missing = said.filter((text) => !ALIKE.test(text) && !Object.hasOwn(recordInFrench, text));
    expect(missing).toEqual([]);
  });

  it('has no word that the record has lost', () => {
    const known = new Set(facts.flatMap(({ value, note, unit }) => [String(value), note ?? '', unit]));
    expect(Object.keys(recordInFrench).filter((text) => !known.has(text))).toEqual([]);
  });

  it('keeps the numbers of what it translates', () => {
    const digits = (text: string): string =>
      text
        .replaceAll(/(\d)[,.\s\u202f](?=\d)/g, '$1')
        .replaceAll(/[^\d]+/g, ' ')
        .trim();
    for (const [english, french] of Object.entries(recordInFrench))
      expect(digits(french)).toBe(digits(english));
  });
});
