import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import { type Address, contains, formatAddress, parseAddress } from '../../cluster/address.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { populationAt } from '../usePopulation.ts';
import { outerOf, type Twig, twigOf, twigsOf } from './twigs.ts';
import { stateText, twigName } from './wording.ts';
import './places.css';
import { createTyping, nextNamed } from './typeahead.ts';

/** Between two readings of what the places do while the step plays, milliseconds. */
const REFRESH_MS = 4000;
/** And after the playhead has come to rest. */
const REST_MS = 300;

const idOf = (address: Address): string => `place-${formatAddress(address) || 'campus'}`;

/** The places of the picture as a tree: what screen readers and keys go through. It is seen while it has the focus. */
export function Places() {
  const words = useWords();
  const format = useFormat();
  const { clock, select, flyTo } = useSession();
  const site = useRainier((state) => state.site);
  const job = useRainier((state) => state.job);
  const timeline = useRainier((state) => state.result?.timeline);
  const selected = useRainier((state) => state.selected);
  const at = useRainier((state) => state.view.at);
  const [active, setActive] = useState<Address>(() => twigOf(parseAddress(selected ?? at) ?? []));
  const [open, setOpen] = useState<Address>(() => outerOf(active));
  const [awake, setAwake] = useState(false);
  const [, refresh] = useReducer((n: number) => n + 1, 0);
  /** What the tree itself selected last: the campus is no selection, so that it must be told from none. */
  const own = useRef<string | null | undefined>(undefined);
  const tree = useRef<HTMLDivElement>(null);
  const [typing] = useState(() => createTyping());

  // What is selected in the picture is where the tree stands, and the way to it lies open.
  useEffect(() => {
    if (own.current === selected) return;
    own.current = undefined;
    const place = twigOf(parseAddress(selected ?? at) ?? []);
    setActive(place);
    setOpen((before) => (contains(outerOf(place), before) ? before : outerOf(place)));
  }, [selected, at]);
  useEffect(() => {
    if (tree.current?.contains(document.activeElement)) document.getElementById(idOf(active))?.focus();
  }, [active]);
  // A name that changes under the focus would be read again and again: then only moves refresh it.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = clock.onTick(() => {
      if (timer !== undefined || tree.current?.contains(document.activeElement)) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          refresh();
        },
        clock.playing ? REFRESH_MS : REST_MS,
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [clock]);

  if (!site) return null;
  const twigs = twigsOf(site, open);
  const move = (address: Address): void => {
    setActive(address);
    own.current = address.length === 0 ? null : formatAddress(address);
    select(own.current);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = twigs.findIndex(({ address }) => same(address, active));
    const twig: Twig | undefined = twigs[here];
    if (!twig) return;
    const step = (to: number): void => move(twigs[Math.max(0, Math.min(twigs.length - 1, to))].address);
    const acts: Record<string, () => void> = {
      ArrowDown: () => step(here + 1),
      ArrowUp: () => step(here - 1),
      Home: () => step(0),
      End: () => step(twigs.length - 1),
      ArrowRight: () => (twig.open === false ? setOpen(active) : twig.open && step(here + 1)),
      ArrowLeft: () => (twig.open && active.length > 0 ? setOpen(outerOf(active)) : move(outerOf(active))),
      Enter: () => void flyTo(formatAddress(active)).catch(() => {}),
      ' ': () => move(active),
    };
    if (Object.hasOwn(acts, event.key)) acts[event.key]();
    else if (event.key.length === 1) {
      // Letters and numbers go to the next place of that name; they mean nothing else while the tree has the focus.
      const found = nextNamed(
        twigs.map(({ address }) => twigName(words, address)),
        typing(event.key),
        here,
      );
      event.stopPropagation();
      if (found >= 0) step(found);
    } else return;
    event.preventDefault();
  };
  const nameOf = ({ address }: Twig): string => {
    const name = twigName(words, address);
    // Buildings are counted chip by chip: not before somebody listens.
    if (!job || !timeline || (address.length === 1 && !awake)) return name;
    const population = populationAt(job, formatAddress(address));
    return `${name}, ${stateText(words, format, timeline, population, clock.seconds)}`;
  };
  return (
    <div
      ref={tree}
      role="tree"
      className="places"
      aria-label={words('places.label')}
      onFocus={() => setAwake(true)}
    >
      {twigs.map((twig) => {
        const here = same(twig.address, active);
        return (
          <div
            key={formatAddress(twig.address)}
            id={idOf(twig.address)}
            role="treeitem"
            tabIndex={here ? 0 : -1}
            aria-level={twig.level}
            aria-posinset={twig.position}
            aria-setsize={twig.siblings}
            aria-expanded={twig.open ?? undefined}
            aria-selected={here}
            style={{ paddingLeft: `${0.4 + 0.8 * (twig.level - 1)}rem` }}
            onClick={() => move(twig.address)}
            onKeyDown={key}
          >
            {nameOf(twig)}
          </div>
        );
      })}
    </div>
  );
}

function same(a: Address, b: Address): boolean {
  return a.length === b.length && contains(a, b);
}
