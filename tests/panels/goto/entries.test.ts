import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/look/format.ts';
import { entriesOf, find } from '../../../src/panels/goto/entries.ts';
import { fold, rank } from '../../../src/panels/goto/match.ts';
import { placeAt, readPlace } from '../../../src/panels/goto/place.ts';
import '../../../src/state/laterWords.ts';
import { loadWords, wordsOf } from '../../../src/state/words.tsx';

const site = { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 };

async function asked(lang: 'en' | 'fr', typed: string, here: readonly number[] = []) {
  await loadWords(lang);
  const around = { site, here, words: wordsOf(lang), lang, format: formatOf(lang) };
  return find(typed, entriesOf(around), around);
}
const first = async (lang: 'en' | 'fr', typed: string, here?: readonly number[]) =>
  (await asked(lang, typed, here)).offered[0]?.destination;

describe('fold', () => {
  it('forgets accents, capitals and typographic marks', () => {
    expect(fold(' Bâtiment L’étape ')).toBe("batiment l'etape");
  });
});

describe('rank', () => {
  it('prefers the name, then its beginning, its words, its inside, its text', () => {
    expect(rank('torus', 'torus', '')).toBe(0);
    expect(rank('tor', 'torus', '')).toBe(1);
    expect(rank('ser ult', 'ultra server', '')).toBe(2);
    expect(rank('server', 'ultraserver', '')).toBe(3);
    expect(rank('grid', 'torus', 'a grid whose ends are joined')).toBe(4);
    expect(rank('cat', 'torus', 'a grid')).toBeNull();
  });
});

describe('readPlace', () => {
  const read = (typed: string, here: readonly number[] = []) => readPlace(typed, site, here, wordsOf('en'));
  it('reads addresses however they are typed', () => {
    for (const typed of [
      'b1/h2/r4',
      'B1 H2 R4',
      'b1h2r4',
      'Building 1, hall 2, row 4',
      'building 1 › hall 2 › row 4',
    ])
      expect(read(typed), typed).toEqual([1, 2, 4]);
  });
  it('begins at the place the visitor is in, and fills what is left out', () => {
    expect(read('hall 3', [2, 1])).toEqual([2, 3]);
    expect(read('u5', [2, 1, 9, 4])).toEqual([2, 1, 9, 5]);
    expect(read('b2 u5')).toEqual([2, 1, 4, 5]);
  });
  it('reads nothing into words', () => {
    for (const typed of ['row', 'hello 4', 'r4/b1', 'b0', 'HBM', '4'])
      expect(read(typed), typed).toBeUndefined();
  });
  it('steps from a head tray to one with chips', () => {
    expect(placeAt(site, [1, 1, 1, 1, 1, 1], 7)).toEqual([1, 1, 1, 1, 1, 2, 1]);
  });
});

describe('go to', () => {
  it('goes to an address, a thing, a word, a tour, a page and a fact', async () => {
    expect(await first('en', 'b3/h2/r4')).toEqual({ to: 'place', address: 'b3/h2/r4' });
    expect(await first('en', 'NeuronCore')).toEqual({ to: 'place', address: 'b1/h1/r4/u12/s2/t5/c1/n1' });
    expect(await first('en', 'hbm', [2, 2])).toEqual({ to: 'place', address: 'b2/h2/r4/u12/s2/t5/c1' });
    expect(await first('en', 'ultraserver')).toEqual({ to: 'place', address: 'b1/h1/r4/u12' });
    expect(await first('en', 'bubble')).toEqual({ to: 'page', reading: 'glossary', sought: 'bubble' });
    expect(await first('en', 'inside project')).toEqual({ to: 'tour', id: 'rainier' });
    expect(await first('en', 'area of the campus')).toEqual({
      to: 'page',
      reading: 'sources',
      sought: 'campus.area',
    });
    expect(await first('en', 'validat')).toBeDefined();
  });

  it('knows what visitors come to do, by other words too', async () => {
    const part = (tab: string, name: string) => ({ to: 'panel', tab, part: name });
    expect(await first('en', 'chip dies')).toEqual(part('scenario', 'faults'));
    expect(await first('en', 'bottleneck')).toEqual(part('step', 'limits'));
    expect(await first('en', 'compare')).toEqual(part('step', 'baseline'));
    expect(await first('en', 'oom')).toEqual(part('scenario', 'cluster'));
    expect(await first('en', 'hop by hop')).toEqual({ to: 'lens', lens: 'collective' });
    expect(await first('en', 'worksheet')).toMatchObject({ to: 'page', reading: 'lesson' });
    expect(await first('en', 'torus')).toEqual({ to: 'place', address: 'b1/h1/r4/u12' });
    expect(await first('fr', 'tore')).toEqual({ to: 'place', address: 'b1/h1/r4/u12' });
    expect(await first('fr', 'puce morte')).toEqual(part('scenario', 'faults'));
    expect(await first('fr', 'corrige')).toMatchObject({ to: 'page', reading: 'lesson' });
  });

  it('says what a number is about', async () => {
    const { offered } = await asked('en', 'power');
    expect(offered.filter(({ name }) => name === 'Power').map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/500.W · Trainium2/)]),
    );
    expect((await asked('en', 'water for energy')).offered[0].text).toMatch(/^0\.12\sL\/kWh/);
  });

  it('finds French words without their accents', async () => {
    expect(await first('fr', 'batiment 2, salle 3')).toEqual({ to: 'place', address: 'b2/h3' });
    expect(await first('fr', 'etape')).toMatchObject({ to: 'page', sought: 'step' });
    expect(await first('fr', 'bulle')).toEqual({ to: 'page', reading: 'glossary', sought: 'bubble' });
  });

  it('says which address is not there, and offers little', async () => {
    expect(await asked('en', 'b9/h1')).toMatchObject({ offered: [], absent: 'b9/h1' });
    expect((await asked('en', 'e')).offered).toHaveLength(12);
    expect((await asked('en', '  ')).offered).toEqual([]);
  });
});
