import { describe, expect, it } from 'vitest';
import { cited } from '../../src/facts/citations.ts';
import { clusters } from '../../src/facts/clusters.ts';
import { allFacts } from '../../src/facts/record.ts';
import { SOURCES } from '../../src/facts/sources.ts';
import { VALIDATED_SETS } from '../../src/facts/validated.ts';
import { sourceText } from '../../src/state/phrase.ts';
import { recordInFrench } from '../../src/text/fr/record.ts';
import { citationsInFrench, wordsInFrench } from '../../src/text/fr/sources.ts';

/** What needs no French: names, numbers, dates, and what is spelt alike. */
const ALIKE =
  /^(Megatron-Core|MegaScale|torchtitan|MosaicML FSDP|NeMo|Neuron)|^[\d\s×{},.()-]*$|^(10p10u|AWS Neuron SDK [\d.]+|Indiana Michigan Power|Mississippi)$/;

const facts = allFacts().map(([, known]) => known);
/** Names and words of the clusters, and what is named when a scenario describes one without a name. */
const named = [
  ...Object.values(clusters).flatMap(({ name, date, note }) => [name, date, note]),
  ...VALIDATED_SETS.map(({ name }) => name.split(': ')[1]),
  'described model',
  'described chip',
];
const digits = (text: string): string =>
  text
    .replaceAll(/(\d)[,.\s\u202f](?=\d)/g, '$1')
    .replaceAll(/[^\d]+/g, ' ')
    .trim();

describe('the record of facts in French', () => {
  it('has every value that is words, and every note', () => {
    const said = facts.flatMap(({ value, note }) => [
      ...(typeof value === 'string' ? [value] : []),
      ...(note ? [note] : []),
    ]);
    said.push(...named);
    const missing = said.filter((text) => !ALIKE.test(text) && !Object.hasOwn(recordInFrench, text));
    expect(missing).toEqual([]);
  });

  it('has no word that the record has lost', () => {
    const known = new Set([
      ...facts.flatMap(({ value, note, unit }) => [String(value), note ?? '', unit]),
      ...named,
    ]);
    expect(Object.keys(recordInFrench).filter((text) => !known.has(text))).toEqual([]);
  });

  it('keeps the numbers of what it translates', () => {
    for (const [english, french] of Object.entries(recordInFrench))
      expect(digits(french)).toBe(digits(english));
  });
});

describe('sources in French', () => {
  it('have everything that is said in words, and nothing else', () => {
    const isWords = (source: string): boolean => /^derived|; derived|^Announcements/.test(source);
    const derived = new Set(facts.map(({ source }) => source).filter(isWords));
    for (const { facts: own } of Object.values(clusters))
      for (const { source } of Object.values(own)) if (isWords(source)) derived.add(source);
    expect(Object.keys(wordsInFrench).sort()).toEqual([...derived].sort());
  });

  it('have no month and no small word of English', () => {
    for (const key of Object.keys(SOURCES)) {
      const said = sourceText(`§${key}`, 'fr').replaceAll(/\S+\.\S+|«[^»]*»/g, '');
      expect(said).not.toMatch(
        /\b(January|April|June|July|August|October|November|December|and|on|at|of|read|in)\b/,
      );
    }
  });

  it('keep numbers and addresses', () => {
    for (const [english, french] of Object.entries(wordsInFrench))
      expect(french.match(/\d/g)).toEqual(english.match(/\d/g));
    for (const [key, french] of Object.entries(citationsInFrench)) {
      const english = cited(`§${key}`);
      expect(french.match(/\d+/g), key).toEqual(english.match(/\d+/g));
      expect(french.match(/[\w-]+\.(com|org|net|ai|io|dev|ae)\S*/g), key).toEqual(
        english.match(/[\w-]+\.(com|org|net|ai|io|dev|ae)\S*/g),
      );
    }
  });
});
