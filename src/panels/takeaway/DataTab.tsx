import type { CaptionText } from '../../export/caption.ts';
import { glbOf } from '../../export/glb.ts';
import { handToPerfetto, PERFETTO } from '../../export/perfetto.ts';
import type { Course } from '../../export/picture.ts';
import { planSvg } from '../../export/plan.ts';
import { resultsCsv, resultsOf } from '../../export/results.ts';
import { checkSize, type Size } from '../../export/size.ts';
import { traceFile } from '../../export/trace.ts';
import { type Studio, useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave, saveFile } from '../saveFile.ts';
import { savedText } from '../scenario/file.ts';
import { useFormat } from '../useFormat.ts';
import { Progress } from './Progress.tsx';
import type { Job } from './useJob.ts';

interface DataTabProps {
  readonly studio: Studio;
  readonly size: Size;
  readonly seconds: number;
  readonly caption: CaptionText | null;
  /** Where the numbers come from, in words, and the link that shows them. */
  readonly source: string;
  readonly link: string;
  readonly date: Date;
  readonly name: string;
  readonly job: Job;
}

/** Drawings as SVG, numbers as CSV and JSON, the trace, the scenario. */
export function DataTab({ studio, size, seconds, caption, source, link, date, name, job }: DataTabProps) {
  const words = useWords();
  const format = useFormat();
  const { store } = useSession();
  const links = useRainier((state) => state.manners.links);
  const state = studio.visit.store.getState();
  const { result, resultOf, scenario, site } = state;
  if (!result || !resultOf) return <p role="status">{words('take.preparing')}</p>;
  const { summary, timeline } = result;
  const numbers = () =>
    resultsOf(
      { scenario, resolved: resultOf, summary, timeline },
      { source, link, date: date.toISOString().slice(0, 10) },
    );
  const save = (ending: string, type: string, make: (course: Course) => Promise<string | Blob>): void =>
    job.run(async (course) => {
      const made = await make(course);
      const file = `${name}${ending}`;
      const blob = new Blob([made], { type });
      saveFile(file, type, blob);
      return words('take.saved', { name: file, size: format.si(blob.size, 'B') });
    });
  const trace = (course: Course): Promise<Blob> => traceFile(resultOf, summary, timeline, course);
  const solid = async (): Promise<Blob> => {
    studio.visit.clock.seek(seconds);
    return glbOf(await studio.solid(), `${source} · ${link}`);
  };
  const hand = (): void => {
    // In the same breath as the press, or browsers take the window for an advertisement.
    const other = window.open(PERFETTO);
    job.run(async (course) => {
      if (!other)
        throw new Error('the browser refused to open a window: allow it for this page, or save the trace');
      const file = await trace(course);
      const given = { buffer: await file.arrayBuffer(), title: source, fileName: `${name}.trace.json` };
      await handToPerfetto(window, other, given, course.signal);
      return words('take.perfetto.done');
    });
  };
  const files = [
    ['plan', '.svg', 'image/svg+xml', () => planSvg(studio, checkSize(size), seconds, caption)],
    ['glb', '.glb', 'model/gltf-binary', solid],
    ['csv', '.csv', 'text/csv', async () => resultsCsv(numbers())],
    ['json', '.json', 'application/json', async () => `${JSON.stringify(numbers(), null, 2)}\n`],
    ['trace', '.trace.json', 'application/json', trace],
    ['scenario', '.scenario.json', 'application/json', async () => savedText(scenario)],
  ] as const;
  return (
    <>
      <ul className="take-list">
        {files.map(([kind, ending, type, make]) => (
          <li key={kind}>
            <button
              type="button"
              className="plain"
              disabled={job.running || !maySave() || ((kind === 'plan' || kind === 'glb') && !site)}
              onClick={() => save(ending, type, make)}
            >
              {words(`take.data.${kind}`)}
            </button>
            <p className="second">{words(`take.data.${kind}.about`)}</p>
          </li>
        ))}
        {links ? (
          <li>
            <button type="button" className="plain" disabled={job.running} onClick={hand}>
              {words('take.perfetto')}
            </button>
            <p className="second">{words('take.perfetto.about')}</p>
          </li>
        ) : null}
        <li>
          <button
            type="button"
            className="plain"
            onClick={() => store.setState({ reading: 'charts', sought: null })}
          >
            {words('reading.charts')}
          </button>
          <p className="second">{words('take.charts')}</p>
        </li>
      </ul>
      <Progress job={job} />
    </>
  );
}
