import { problemText } from '../../state/problem.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import type { Job } from './useJob.ts';

/** How far a job is, how to stop it, and what came of it; told to screen readers in tenths. */
export function Progress({ job }: { job: Job }) {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const tenth = Math.floor(job.done * 10) / 10;
  return (
    <div className="take-progress">
      {job.running ? (
        <>
          <progress value={job.done} max={1} aria-label={words('take.progress')} />
          <button type="button" className="plain" onClick={job.cancel}>
            {words('take.cancel')}
          </button>
        </>
      ) : null}
      <p role="status">
        {job.running ? words('take.drawing', { done: format.percent(tenth) }) : job.failed ? '' : job.said}
      </p>
      {job.left === null ? null : (
        <p className="second" aria-hidden="true">
          {words('take.left', { time: format.seconds(Math.max(1, Math.round(job.left))) })}
        </p>
      )}
      <p role="alert" className="fault">
        {job.failed ? problemText(job.said, lang) : ''}
      </p>
    </div>
  );
}
