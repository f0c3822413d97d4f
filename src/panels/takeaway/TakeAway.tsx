import { useState } from 'react';
import { problemText } from '../../state/problem.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave } from '../saveFile.ts';
import { LookFields } from './LookFields.tsx';
import type { Look } from './look.ts';
import { Made } from './Made.tsx';
import { SubjectField } from './SubjectField.tsx';
import { useJob } from './useJob.ts';
import { type Subject, useStudio } from './useStudio.ts';
import './takeaway.css';

/** Everything the view can be carried away as: chosen at the left, seen in small and made at the right. */
export function TakeAway() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const theme = useRainier((state) => state.theme);
  const labels = useRainier((state) => state.labels);
  const [subject, setSubject] = useState<Subject>(null);
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
  return (
    <div className="take" data-busy={job.running}>
      <p className="take-lead">{words('take.lead')}</p>
      {maySave() ? null : <p className="fault">{words('take.refused')}</p>}
      <fieldset className="take-fields" disabled={job.running}>
        <legend className="unseen">{words('take.what')}</legend>
        <SubjectField
          subject={subject}
          onChange={(next) => {
            setSubject(next);
            change({ seconds: null });
          }}
        />
        {opened ? (
          <LookFields
            look={look}
            onChange={change}
            step={opened.studio.visit.clock.duration}
            seconds={opened.seconds}
          />
        ) : null}
      </fieldset>
      {opened ? (
        <Made opened={opened} subject={subject} look={look} job={job} />
      ) : (
        <p role="status">{error === null ? words('take.preparing') : problemText(error, lang)}</p>
      )}
    </div>
  );
}
