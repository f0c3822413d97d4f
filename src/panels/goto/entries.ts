import { type Address, formatAddress } from '../../cluster/address.ts';
import { exists } from '../../cluster/site.ts';
import { allFacts, type record } from '../../facts/record.ts';
import type { Format } from '../../look/format.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { placeName } from '../../state/names.ts';
import { factName } from '../../state/phrase.ts';
import type { Session } from '../../state/session.tsx';
import { type Language, type Lens, notify, READINGS, type Reading } from '../../state/store.ts';
import { terms } from '../../state/terms.ts';
import { TOURS } from '../../state/tour.ts';
import type { Words } from '../../state/words.tsx';
import { factText } from '../inspector/FactList.tsx';
import { fold, rank } from './match.ts';
import { placeAt, readPlace } from './place.ts';
import { reveal } from './reveal.ts';

/** Where an entry leads. */
export type Destination =
  | { readonly to: 'place'; readonly address: string }
  | { readonly to: 'tour'; readonly id: string }
  | { readonly to: 'page'; readonly reading: Reading; readonly sought: string | null }
  /** A part of the panel at the side, by the id of its heading. */
  | { readonly to: 'panel'; readonly tab: 'step' | 'scenario'; readonly part: string }
  | { readonly to: 'lens'; readonly lens: Lens };

export interface Entry {
  readonly id: string;
  readonly kind: 'place' | 'thing' | 'word' | 'deed' | 'tour' | 'fact' | 'page';
  readonly name: string;
  /** What stands beside the name: an address, a value, the beginning of a meaning. */
  readonly text: string;
  /** Other words that it is looked for by. */
  readonly also?: readonly string[];
  readonly destination: Destination;
}

/** Things of the picture, and how deep the places are that they are seen in. */
const THINGS = [
  ['campus', 0],
  ['building', 1],
  ['hall', 2],
  ['row', 3],
  ['ultraserver', 4],
  ['server', 5],
  ['tray', 6],
  ['chip', 7],
  ['hbm', 7],
  ['core', 8],
  ['engines', 8],
  ['sbuf', 8],
] as const;

/** What visitors come to do, and the part of the panel, or the lens, where it is done. */
const DEEDS = [
  ['slow', { to: 'panel', tab: 'step', part: 'limits' }],
  ['compare', { to: 'panel', tab: 'step', part: 'baseline' }],
  ['model', { to: 'panel', tab: 'scenario', part: 'model' }],
  ['fit', { to: 'panel', tab: 'scenario', part: 'cluster' }],
  ['layout', { to: 'panel', tab: 'scenario', part: 'search' }],
  ['run', { to: 'panel', tab: 'scenario', part: 'run' }],
  ['break', { to: 'panel', tab: 'scenario', part: 'faults' }],
  ['power', { to: 'panel', tab: 'step', part: 'power' }],
  ['microbatch', { to: 'lens', lens: 'microbatch' }],
  ['collective', { to: 'lens', lens: 'collective' }],
] as const satisfies readonly (readonly [id: string, destination: Destination])[];

/** Things and pages that have other names, too. */
const NAMED_TOO = ['campus', 'ultraserver', 'chip', 'lesson', 'takeaway', 'validation'] as const;

type Subject = keyof typeof record;

const KINDS = ['place', 'thing', 'word', 'deed', 'tour', 'page', 'fact'] as const;
/** More than these are not offered: another letter finds better than reading on. */
const MOST = 12;

/** What a visitor knows and where they stand. */
export interface Around {
  readonly site: SiteLayout | null;
  readonly here: Address;
  readonly words: Words;
  readonly lang: Language;
  readonly format: Format;
}

/** Everything that can be gone to by name. */
export function entriesOf({ site, here, words, lang, format }: Around): Entry[] {
  const also = (id: string): readonly string[] | undefined => {
    const named = NAMED_TOO.find((each) => each === id);
    return named && words(`goto.also.${named}`).split(', ');
  };
  const thing = (id: string, name: string, address: Address): Entry => ({
    id: `thing-${id}`,
    kind: 'thing',
    name,
    text: formatAddress(address),
    also: also(id),
    destination: { to: 'place', address: formatAddress(address) },
  });
  const page = (reading: Reading, sought: string | null): Destination => ({ to: 'page', reading, sought });
  return [
    ...(site
      ? [
          ...THINGS.map(([id, depth]) => thing(id, words(`goto.thing.${id}`), placeAt(site, here, depth))),
          thing('head', words('goto.thing.head'), [...placeAt(site, here, 5), 1]),
        ]
      : []),
    ...terms.map(
      (term): Entry => ({
        id: `word-${term}`,
        kind: 'word',
        name: words(`term.${term}`),
        text: words(`means.${term}`),
        destination: page('glossary', term),
      }),
    ),
    ...TOURS.map(
      (id): Entry => ({
        id: `tour-${id}`,
        kind: 'tour',
        name: words(`tour.start.${id}`),
        text: '',
        destination: { to: 'tour', id },
      }),
    ),
    ...READINGS.map(
      (reading): Entry => ({
        id: `page-${reading}`,
        kind: 'page',
        name: words(`reading.${reading}`),
        text: '',
        also: also(reading),
        destination: page(reading, null),
      }),
    ),
    ...DEEDS.map(
      ([id, destination]): Entry => ({
        id: `deed-${id}`,
        kind: 'deed',
        name: words(`goto.deed.${id}`),
        text: '',
        also: words(`goto.also.${id}`).split(', '),
        destination,
      }),
    ),
    ...allFacts().map(
      ([path, known]): Entry => ({
        id: `fact-${path.replaceAll(/[^\w]/g, '-')}`,
        kind: 'fact',
        name: factName(path, lang),
        text: `${factText(format, known, lang)} · ${words(`subject.${path.split('.')[0] as Subject}`)}`,
        destination: page('sources', path),
      }),
    ),
  ];
}

/** What is offered for what was typed, best first; and the address that was meant where this cluster lacks it. */
export function find(
  typed: string,
  entries: readonly Entry[],
  { site, here, words }: Pick<Around, 'site' | 'here' | 'words'>,
): { readonly offered: readonly Entry[]; readonly absent: string | null } {
  const asked = fold(typed);
  if (asked === '') return { offered: [], absent: null };
  const place = site ? readPlace(typed, site, here, words) : undefined;
  const there = site && place && exists(site, place) ? place : null;
  const ranked = entries.flatMap((entry) => {
    // What stands behind the comma explains a thing: its name is what comes before.
    const [name] = entry.name.split(',');
    const at = rank(asked, fold(entry.name), fold(entry.text)) ?? Number.POSITIVE_INFINITY;
    const called = Math.min(...(entry.also ?? []).map((other) => rank(asked, fold(other), '') ?? 9));
    const best = fold(name) === asked ? 0 : Math.min(at, called < 3 ? called : 9);
    return best < 9 ? [{ entry, at: best }] : [];
  });
  ranked.sort(
    (a, b) =>
      a.at - b.at ||
      KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
      a.entry.name.length - b.entry.name.length,
  );
  const named = ranked.slice(0, MOST).map(({ entry }) => entry);
  const offered = there ? [placeEntry(there, words), ...named] : named;
  return { offered, absent: place && !there ? formatAddress(place) : null };
}

function placeEntry(place: Address, words: Words): Entry {
  const address = formatAddress(place);
  const name = place.map((_, i) => placeName(words, place.slice(0, i + 1))).join(', ');
  return { id: 'place', kind: 'place', name, text: address, destination: { to: 'place', address } };
}

/** Goes there; what cannot be gone to becomes a notice. */
export function go(
  { store, guide, flyTo }: Session,
  destination: Destination,
  onTab: (tab: 'step' | 'scenario') => void,
): void {
  const failed = (error: Error): void => notify(store, error.message);
  if (destination.to === 'page') {
    const { reading, sought } = destination;
    store.setState({ reading, sought });
    return;
  }
  store.setState({ reading: null, sought: null });
  if (destination.to === 'panel') {
    onTab(destination.tab);
    reveal(destination.part);
  } else if (destination.to === 'lens')
    store.setState(({ view }) => ({ view: { ...view, lens: destination.lens } }));
  else if (destination.to === 'tour') guide.open(destination.id).catch(failed);
  else flyTo(destination.address).catch(failed);
}
