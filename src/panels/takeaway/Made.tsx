import { useState } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { captionOf, fileName, pictureTitle, sourceLine } from './captionOf.ts';
import { DataTab } from './DataTab.tsx';
import { FilmTab } from './FilmTab.tsx';
import { LinkTab } from './LinkTab.tsx';
import { linkTo } from './linkTo.ts';
import { type Look, sizeIn } from './look.ts';
import { PictureTab } from './PictureTab.tsx';
import { Preview } from './Preview.tsx';
import { type Tab, Tabs } from './Tabs.tsx';
import type { Job } from './useJob.ts';
import type { Opened, Subject } from './useStudio.ts';

interface MadeProps {
  readonly opened: Opened;
  readonly subject: Subject;
  readonly look: Look;
  readonly job: Job;
}

/** The preview, and what can be made of it. */
export function Made({ opened, subject, look, job }: MadeProps) {
  const words = useWords();
  const format = useFormat();
  const session = useSession();
  const lang = useRainier((state) => state.lang);
  const [tab, setTab] = useState<Tab>('picture');
  const [date] = useState(() => new Date());
  const { studio } = opened;
  // The copy is told the language after this is drawn.
  const state = { ...studio.visit.store.getState(), lang };
  const seconds = look.seconds ?? opened.seconds;
  const caption = (at: number, span: number) =>
    look.caption ? captionOf(state, { seconds: at, span }, words, format, date) : null;
  const wanted = {
    shot: { seconds, cutout: look.cutout },
    caption: caption(seconds, studio.visit.clock.duration),
  };
  const size = sizeIn(look);
  const name = fileName(state);
  const link = linkTo(session, studio, seconds);
  const title = pictureTitle(state, words, format);
  const source = sourceLine(state, words, format, date);
  const pngWords = { Title: title, Source: `${source} · ${link}`, 'Creation Time': date.toISOString() };
  const made = { studio, size, name, job };
  return (
    <div className="take-made">
      <Preview studio={studio} size={size} wanted={wanted} look={look} busy={job.running} />
      <Tabs tab={tab} onTab={setTab}>
        {tab === 'picture' ? (
          <PictureTab {...made} wanted={wanted} pngWords={pngWords} />
        ) : tab === 'film' ? (
          <FilmTab {...made} subject={subject} seconds={seconds} caption={caption} />
        ) : tab === 'data' ? (
          <DataTab
            {...made}
            seconds={seconds}
            caption={wanted.caption}
            source={source}
            link={link}
            date={date}
          />
        ) : (
          <LinkTab link={link} title={title} size={size} name={name} />
        )}
      </Tabs>
    </div>
  );
}
