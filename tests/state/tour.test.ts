import { describe, expect, it } from 'vitest';
import { allFacts, factAt } from '../../src/facts/record.ts';
import { openState } from '../../src/state/initial.ts';
import { factName, say } from '../../src/state/phrase.ts';
import { changeOf, loadTour, readTour, TOURS } from '../../src/state/tour.ts';

const { state } = openState('', { reducedMotion: false, webgl: true });

describe.each(TOURS)('the tour %s', (id) => {
  it('is a tour, in English and French, whose steps the page can show', async () => {
    const tour = await loadTour(id);
    expect(readTour(tour).steps).toHaveLength(tour.steps.length);
    expect(tour.id).toBe(id);
    tour.steps.forEach((step, i) => {
      for (const words of [step.title, step.text, step.notes])
        expect(words, `step ${i + 1}`).toHaveProperty('fr');
      expect(() => changeOf(tour, i + 1, state)).not.toThrow();
    });
  });

  it('rests on facts of the record, wherever it names a number', async () => {
    for (const { text, notes = '', facts = [] } of (await loadTour(id)).steps) {
      for (const path of facts) expect(factAt(path), path).toBeDefined();
      const said = `${say(text, 'en')} ${say(notes, 'en')}`;
      if (/\d/.test(said)) expect(facts.length, said).toBeGreaterThan(0);
    }
  });
});

it('starts every step from what the page opens with', async () => {
  const tour = await loadTour('rainier');
  const elsewhere = { ...state, scenario: { model: 'llama-3.1-8b' } };
  expect(changeOf(tour, 1, elsewhere).scenario).toEqual({});
  expect(changeOf(tour, 2, elsewhere).scenario).toEqual({ cluster: 'rainier-2026' });
});

it('has a name in two languages for every number of the record', () => {
  for (const [path] of allFacts()) {
    expect(factName(path, 'en'), path).not.toBe(path);
    expect(factName(path, 'fr'), path).not.toBe(path);
  }
});

describe('a tour that someone wrote', () => {
  const step = { title: 'Here', text: 'Look.' };

  it('needs no more than a title and words', () => {
    expect(readTour({ title: 'Mine', steps: [step] })).toMatchObject({ id: 'own', title: 'Mine' });
  });

  it.each([
    [7, 'tour must be an object: 7'],
    [{ title: 'Mine' }, 'tour.steps must be a list of 1 to 200: undefined'],
    [{ title: 'Mine', steps: [] }, 'tour.steps must be a list of 1 to 200: a list of 0'],
    [{ title: 'Mine', steps: { toString: 1 } }, 'tour.steps must be a list of 1 to 200: an object'],
    [{ title: 'Mine', steps: [{ ...step, text: 5 }] }, 'tour.steps.1.text must be text'],
    [
      { title: 'Mine', steps: [step, { ...step, moment: 2 }] },
      'tour.steps.2.moment must be a number from 0 to 1: 2',
    ],
    [{ title: 'Mine', steps: [{ ...step, colour: 1 }] }, 'colour is not a field of tour.steps.1'],
    [{ title: { fr: 'Le mien' }, steps: [step] }, 'tour.title must be text'],
    [
      { id: 'My tour', title: 'Mine', steps: [step] },
      'tour.id must be lower-case letters, digits and hyphens: My tour',
    ],
  ])('is refused by field and value: %j', (value, message) => {
    expect(() => readTour(value)).toThrow(message);
  });

  it('is refused at the step whose state cannot be', () => {
    const tour = readTour({ title: 'Mine', steps: [step, { ...step, state: { view: { at: 'b99' } } }] });
    expect(() => changeOf(tour, 2, state)).toThrow(
      'tour.steps.2.state: view.at names no place of this cluster: b99',
    );
  });
});
