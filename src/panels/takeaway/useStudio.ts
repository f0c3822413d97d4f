import { useEffect, useState } from 'react';
import type { Studio } from '../../state/session.tsx';
import { useRainier, useSession } from '../../state/session.tsx';
import type { State, Theme } from '../../state/store.ts';

type Tour = NonNullable<State['tour']>['tour'];

/** What is taken away: a step of a tour, or null, what stands on the page. */
export type Subject = { readonly tour: Tour; readonly step: number } | null;

/** The ids of tours that have no address. */
const PLAIN = /^[a-z0-9-]{1,40}$/;

export interface Opened {
  readonly studio: Studio;
  /** Simulated seconds at which the view stands. */
  readonly seconds: number;
}

/** A studio with the subject in it, in this look; null while it is being prepared. */
export function useStudio(subject: Subject, theme: Theme, labels: boolean) {
  const session = useSession();
  const lang = useRainier((state) => state.lang);
  const result = useRainier((state) => state.result);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<string | null>(null);
  const tour = subject?.tour;
  const step = subject?.step;
  useEffect(() => {
    let gone = false;
    let mine: Studio | null = null;
    setOpened(null);
    setError(null);
    if (!result) return;
    const open = async (): Promise<void> => {
      const studio = await session.studio();
      mine = studio;
      if (gone) return studio.dispose();
      const { visit } = studio;
      if (tour !== undefined) await visit.guide.open(PLAIN.test(tour.id) ? tour : tour.id, step);
      else visit.guide.close();
      if (!gone) setOpened({ studio, seconds: visit.clock.seconds });
    };
    open().catch((reason: Error) => {
      if (!gone) setError(reason.message);
    });
    return () => {
      gone = true;
      mine?.dispose();
    };
  }, [session, result, tour, step]);
  // Before anything is drawn with it: effects of the page that draws come later.
  useEffect(() => {
    opened?.studio.visit.store.setState({ theme, labels, lang });
  }, [opened, theme, labels, lang]);
  return { opened, error };
}
