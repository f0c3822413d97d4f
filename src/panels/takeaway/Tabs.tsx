import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useWords } from '../../state/words.tsx';

export const TABS = ['picture', 'film', 'data', 'link'] as const;
export type Tab = (typeof TABS)[number];

interface TabsProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly children: ReactNode;
}

/** The kinds of things that can be made, one open at a time. */
export function Tabs({ tab, onTab, children }: TabsProps) {
  const words = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    onTab(next);
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <section className="take-tabs">
      <div ref={list} role="tablist" aria-label={words('take.as')}>
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
            {words(`take.tab.${name}`)}
          </button>
        ))}
      </div>
      <div id={`${id}-body`} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
        {children}
      </div>
    </section>
  );
}
