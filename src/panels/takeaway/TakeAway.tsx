import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave } from '../saveFile.ts';
import { useFormat } from '../useFormat.ts';
import { captionOf, fileName, pictureTitle, sourceLine } from './captionOf.ts';
import { DataTab } from './DataTab.tsx';
import { FilmTab } from './FilmTab.tsx';
import { LinkTab } from './LinkTab.tsx';
import { LookFields } from './LookFields.tsx';
import { linkTo } from './linkTo.ts';
import { type Look, sizeIn } from './look.ts';
import { PictureTab } from './PictureTab.tsx';
import { Preview } from './Preview.tsx';
import { SubjectField } from './SubjectField.tsx';
import { useJob } from './useJob.ts';
import { type Subject, useStudio } from './useStudio.ts';
import './takeaway.css';

const TABS = ['picture', 'film', 'data', 'link'] as const;
type Tab = (typeof TABS)[number];

/** Everything the view can be carried away as: chosen left, seen in small, made right. */
export function TakeAway() {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const theme = useRainier((state) => state.theme);
  const labels = useRainier((state) => state.labels);
  const [subject, setSubject] = useState<Subject>(null);
  const [tab, setTab] = useState<Tab>('picture');
  const [date] = useState(() => new Date());
  const [look, setLook] = useState<Look>({
    theme,
    labels,
    shape: '16:9',
    long: 1920,
    own: { width: 1600, height: 1200 },
    caption: true,
    cutout: false,
    seconds: null,
  });
  const { opened, error } = useStudio(subject, look.theme, look.labels);
  const job = useJob(words('take.cancelled'));
  const change = (part: Partial<Look>): void => setLook((now) => ({ ...now, ...part }));
  const size = sizeIn(look);

  const parts = (): ReactNode => {
    if (!opened) return <p role="status">{error ?? words('take.preparing')}</p>;
    const { studio } = opened;
    const state = studio.visit.store.getState();
    const seconds = look.seconds ?? opened.seconds;
    const caption = (at: number, span: number) =>
      look.caption ? captionOf(state, { seconds: at, span }, words, format, date) : null;
    const step = studio.visit.clock.duration;
    const wanted = { shot: { seconds, cutout: look.cutout }, caption: caption(seconds, step) };
    const name = fileName(state);
    const link = linkTo(session, studio, seconds);
    const made = { studio, size, name, job };
    return (
      <>
        <LookFields look={look} onChange={change} step={step} seconds={opened.seconds} />
        <Preview studio={studio} size={size} wanted={wanted} busy={job.running} />
        <Tabs tab={tab} onTab={setTab}>
          {tab === 'picture' ? (
            <PictureTab {...made} wanted={wanted} />
          ) : tab === 'film' ? (
            <FilmTab {...made} subject={subject} seconds={seconds} caption={caption} />
          ) : tab === 'data' ? (
            <DataTab
              {...made}
              seconds={seconds}
              caption={wanted.caption}
              source={sourceLine(state, words, format, date)}
              link={link}
              date={date}
            />
          ) : (
            <LinkTab link={link} title={pictureTitle(state, words, format)} size={size} name={name} />
          )}
        </Tabs>
      </>
    );
  };
  return (
    <div className="take">
      <p className="take-lead">{words('take.lead')}</p>
      {maySave() ? null : <p className="fault">{words('take.refused')}</p>}
      <div className="take-fields">
        <SubjectField
          subject={subject}
          onChange={(next) => {
            setSubject(next);
            change({ seconds: null });
          }}
        />
      </div>
      {parts()}
    </div>
  );
}

interface TabsProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly children: ReactNode;
}

/** The kinds of things that can be made, one open at a time. */
function Tabs({ tab, onTab, children }: TabsProps) {
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
