import { useEffect, useState } from 'react';
import type { CaptionText } from '../../export/caption.ts';
import { type Encoding, encodeFilm, encodingFor } from '../../export/encode.ts';
import { bitRate, checkFilm, framesOf, secondsAt, shotAt } from '../../export/film.ts';
import { encodeGif } from '../../export/loop.ts';
import { createCanvas, drawPicture } from '../../export/picture.ts';
import { checkSize, type Size } from '../../export/size.ts';
import { cycleOf } from '../../state/opening.ts';
import type { Studio } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave, saveFile } from '../saveFile.ts';
import { useFormat } from '../useFormat.ts';
import { FilmFields } from './FilmFields.tsx';
import { filmOf, flightStart, GIF_LONGEST, type Run } from './filmOf.ts';
import { Progress } from './Progress.tsx';
import type { Job } from './useJob.ts';
import type { Subject } from './useStudio.ts';

interface FilmTabProps {
  readonly studio: Studio;
  readonly subject: Subject;
  readonly size: Size;
  /** Simulated seconds at which it begins. */
  readonly seconds: number;
  /** At simulated seconds, in a film of so many simulated seconds; null where none is wished. */
  readonly caption: (seconds: number, span: number) => CaptionText | null;
  readonly name: string;
  readonly job: Job;
}

/** Changes a second between forward and backward that nobody should be shown unawares (WCAG 2.3.1). */
const MOST_CHANGES = 3;

/** A film drawn frame by frame: MP4 or WebM, or a GIF. */
export function FilmTab({ studio, subject, size: wished, seconds, caption, name, job }: FilmTabProps) {
  const words = useWords();
  const format = useFormat();
  const [run, setRun] = useState<Run>(() => ({
    kind: 'film',
    seconds: 8,
    rate: 30,
    whole: false,
    speed: studio.visit.clock.speed,
    camera: 'still',
  }));
  const [moves, setMoves] = useState(false);
  const [encoding, setEncoding] = useState<Encoding | null | undefined>(undefined);
  const size = run.kind === 'gif' ? smaller(wished) : evenly(wished);
  const { width, height } = size;
  useEffect(() => {
    let gone = false;
    void studio.easel().then(
      (easel) => !gone && setMoves(easel.moves),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [studio]);
  useEffect(() => {
    let gone = false;
    void encodingFor({ width, height }).then(
      (found) => !gone && setEncoding(found),
      () => setEncoding(null),
    );
    return () => {
      gone = true;
    };
  }, [width, height]);

  const film = filmOf(studio, subject, run, { seconds, cutout: false });
  const frames = framesOf(film);
  const rate = bitRate(width, height, film.rate);
  const make = (): void =>
    job.run(async (course) => {
      checkFilm(film);
      const context = createCanvas(checkSize(size));
      const draw = (frame: number): Promise<void> =>
        drawPicture(
          studio,
          context,
          { shot: shotAt(film, frame), caption: caption(secondsAt(film, frame), film.speed * film.seconds) },
          { signal: course.signal },
        );
      const said = caption(seconds, film.step);
      const made =
        run.kind === 'gif'
          ? await encodeGif(context, frames, 1 / film.rate, draw, course)
          : await encodeFilm(
              context,
              {
                size,
                rate: film.rate,
                frames,
                encoding: encoding ?? refuse(),
                bitRate: rate,
                title: said?.title ?? name,
                comment: said?.source ?? '',
              },
              draw,
              course,
            );
      const file = `${name}-${width}x${height}.${run.kind === 'gif' ? 'gif' : encoding?.container}`;
      saveFile(file, made.type, made);
      return words('take.saved', { name: file, size: format.si(made.size, 'B') });
    });
  const hasty = film.speed > (MOST_CHANGES / 2) * microbatchSeconds(studio);
  const about =
    run.kind === 'gif'
      ? words('take.about.gif')
      : encoding === undefined
        ? ''
        : words(encoding ? `take.about.${encoding.container}` : 'take.about.none');
  return (
    <>
      <FilmFields
        run={run}
        onChange={(change) => setRun((now) => ({ ...now, ...change }))}
        moves={moves}
        flies={flightStart(studio, subject) !== null}
      />
      <p className="second">
        {words('take.frames', {
          frames: format.count(frames || 0),
          width: format.count(width || 0),
          height: format.count(height || 0),
        })}{' '}
        {run.kind === 'film'
          ? words('take.estimate', { size: format.si((rate * run.seconds) / 8 || 0, 'B') })
          : ''}{' '}
        {about}
      </p>
      {hasty ? <p className="second">{words('take.hasty')}</p> : null}
      <p className="choices">
        <button
          type="button"
          className="plain"
          disabled={job.running || !maySave() || (run.kind === 'film' && !encoding)}
          onClick={make}
        >
          {words(run.kind === 'gif' ? 'take.make.gif' : 'take.make.film')}
        </button>
      </p>
      <Progress job={job} />
    </>
  );
}

/** Simulated seconds from one forward pass of the first stage to the next. */
function microbatchSeconds(studio: Studio): number {
  const { result } = studio.visit.store.getState();
  return result ? cycleOf(result.timeline) : Number.POSITIVE_INFINITY;
}

function refuse(): never {
  throw new Error('this browser writes neither H.264 nor VP9');
}

/** Films have even sides. */
function evenly({ width, height }: Size): Size {
  return { width: width - (width % 2), height: height - (height % 2) };
}

/** The same shape, its longer side no longer than a GIF's. */
function smaller({ width, height }: Size): Size {
  const scale = Math.min(1, GIF_LONGEST / Math.max(width, height));
  return evenly({ width: Math.round(width * scale), height: Math.round(height * scale) });
}
