import '../../state/laterWords.ts';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatAddress, parseAddress } from '../../cluster/address.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';
import { useFormat } from '../useFormat.ts';
import { type Entry, entriesOf, find, go } from './entries.ts';
import { placeAt } from './place.ts';
import './goto.css';

interface GoToProps {
  readonly onClose: () => void;
  /** Opens the panel at a tab. */
  readonly onTab: (tab: 'step' | 'scenario') => void;
}

/** One box that goes anywhere: a combobox with a list below, the focus always in the box. */
export function GoTo({ onClose, onTab }: GoToProps) {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const id = useId();
  const lang = useRainier((state) => state.lang);
  const site = useRainier((state) => state.site);
  const at = useRainier((state) => state.view.at);
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    box.current?.focus();
  }, []);
  const here = useMemo(() => parseAddress(at) ?? [], [at]);
  const entries = useMemo(
    () => entriesOf({ site, here, words, lang, format }),
    [site, here, words, lang, format],
  );
  const { offered, absent } = useMemo(
    () => find(typed, entries, { site, here, words }),
    [typed, entries, site, here, words],
  );
  const option = (entry: Entry): string => `${id}-${entry.id}`;
  const active = offered[Math.min(chosen, offered.length - 1)];
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  const leave = (entry: Entry): void => {
    dialog.current?.close();
    go(session, entry.destination, onTab);
  };
  const key = (event: KeyboardEvent): void => {
    const n = offered.length;
    const acts: Record<string, () => void> = {
      ArrowDown: () => setChosen((chosen + 1) % n),
      ArrowUp: () => setChosen((chosen + n - 1) % n),
      PageDown: () => setChosen(n - 1),
      PageUp: () => setChosen(0),
      Enter: () => leave(active),
    };
    if (n === 0 || !Object.hasOwn(acts, event.key) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    acts[event.key]();
  };
  const example = site ? formatAddress(placeAt(site, here, 4)) : 'MFU';
  return (
    <dialog ref={dialog} className="goto" data-urgent="" aria-label={words('tool.goto')} onClose={onClose}>
      <div className="goto-box">
        <Icon name="search" />
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label={words('goto.ask')}
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? option(active) : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={words('goto.ask')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(0);
          }}
          onKeyDown={key}
        />
        <button
          type="button"
          className="quiet"
          aria-label={words('about.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={words('goto.results')} className="goto-list">
        {offered.map((entry, i) => (
          <div
            key={entry.id}
            id={option(entry)}
            role="option"
            tabIndex={-1}
            aria-selected={entry === active}
            onPointerMove={() => setChosen(i)}
            onClick={() => leave(entry)}
            onKeyDown={key}
          >
            <span className="goto-name">{entry.name}</span>
            <span className="second goto-kind">{words(`goto.kind.${entry.kind}`)}</span>
            {entry.text ? <span className="second goto-text">{entry.text}</span> : null}
          </div>
        ))}
      </div>
      <p role="status" className={offered.length > 0 ? 'unseen' : 'second goto-note'}>
        {typed.trim() === ''
          ? words('goto.example', { address: example })
          : offered.length > 0
            ? words('goto.found', { count: offered.length })
            : absent
              ? words('goto.absent', { address: absent })
              : words('goto.none')}
      </p>
    </dialog>
  );
}
