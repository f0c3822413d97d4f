import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

export const TABS = ['step', 'scenario', 'place'] as const;
export type Tab = (typeof TABS)[number];

interface SideProps {
  readonly open: boolean;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The one panel at the side; a sheet at the bottom on a phone. */
export function Side({ open, tab, onTab, onClose, children }: SideProps) {
  const words = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  /** How far each tab was read: none opens where another was left. */
  const read = useRef<Partial<Record<Tab, number>>>({});
  useLayoutEffect(() => {
    const at = read.current[tab];
    // Scrolling lays the page out: not for a tab that opens for the first time.
    if (at !== undefined || Object.keys(read.current).length > 0) body.current?.scrollTo(0, at ?? 0);
  }, [tab]);
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    onTab(next);
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <aside className="side" id="panel" data-urgent="" data-open={open} aria-label={words('tool.panel')}>
      <div className="side-head">
        <div ref={list} role="tablist" aria-label={words('tool.panel')}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              data-tab={name}
              id={`${id}-${name}`}
              aria-selected={name === tab}
              aria-controls={`${id}-body`}
              tabIndex={name === tab ? 0 : -1}
              onKeyDown={move}
              onClick={() => onTab(name)}
            >
              {words(`tab.${name}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="quiet close"
          hidden={!open}
          aria-label={words('tool.panel.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        ref={body}
        className="side-body"
        id={`${id}-body`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        hidden={!open}
        onScroll={({ currentTarget }) => {
          read.current[tab] = currentTarget.scrollTop;
        }}
      >
        {children}
      </div>
    </aside>
  );
}
