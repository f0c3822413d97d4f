import { useEffect, useState } from 'react';
import { say } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { loadTour, TOURS } from '../../state/tour.ts';
import { useWords } from '../../state/words.tsx';
import type { Subject } from './useStudio.ts';

type Tour = Awaited<ReturnType<typeof loadTour>>;

interface SubjectFieldProps {
  readonly subject: Subject;
  readonly onChange: (subject: Subject) => void;
}

/** Chooses the present view, or a step of a tour: the tours of the site, and the one that leads. */
export function SubjectField({ subject, onChange }: SubjectFieldProps) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const leading = useRainier((state) => state.tour?.tour);
  const [tours, setTours] = useState<readonly Tour[]>([]);
  useEffect(() => {
    let gone = false;
    void Promise.all(TOURS.map(loadTour)).then((known) => {
      const own = leading && !known.some(({ id }) => id === leading.id) ? [leading] : [];
      if (!gone) setTours([...own, ...known]);
    });
    return () => {
      gone = true;
    };
  }, [leading]);
  const chosen = subject
    ? `${tours.findIndex((tour) => tour.id === subject.tour.id)}:${subject.step}`
    : 'view';
  return (
    <label className="take-wide">
      <span>{words('take.what')}</span>
      <select
        value={chosen}
        onChange={({ target }) => {
          const [tour, step] = target.value.split(':').map(Number);
          onChange(target.value === 'view' ? null : { tour: tours[tour], step });
        }}
      >
        <option value="view">{words('take.view')}</option>
        {tours.map((tour, i) => (
          <optgroup key={tour.id} label={say(tour.title, lang)}>
            {tour.steps.map(({ title }, k) => (
              <option key={say(title, 'en')} value={`${i}:${k + 1}`}>
                {words('take.step', { step: k + 1, title: say(title, lang) })}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
