import { createCanvas, drawPicture, pngOf, type Wanted } from '../../export/picture.ts';
import { type PngWords, withWords } from '../../export/pngText.ts';
import { checkSize, type Size } from '../../export/size.ts';
import type { Studio } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave, saveFile } from '../saveFile.ts';
import { useFormat } from '../useFormat.ts';
import { Progress } from './Progress.tsx';
import type { Job } from './useJob.ts';

interface PictureTabProps {
  readonly studio: Studio;
  readonly size: Size;
  readonly wanted: Wanted;
  /** Written into the file, also where nothing is written on the picture. */
  readonly pngWords: PngWords;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly job: Job;
}

/** The picture as a PNG file, or on the clipboard. */
export function PictureTab({ studio, size, wanted, pngWords, name, job }: PictureTabProps) {
  const words = useWords();
  const format = useFormat();
  const draw = async (course: Parameters<Parameters<Job['run']>[0]>[0]): Promise<Blob> => {
    const context = createCanvas(checkSize(size));
    await drawPicture(studio, context, wanted, course);
    return withWords(await pngOf(context), pngWords);
  };
  const save = (): void =>
    job.run(async (course) => {
      const blob = await draw(course);
      const file = `${name}-${size.width}x${size.height}.png`;
      saveFile(file, 'image/png', blob);
      return words('take.saved', { name: file, size: format.si(blob.size, 'B') });
    });
  const copy = (): void =>
    job.run(async (course) => {
      // Handed over unfinished: browsers want to see the click in the same breath.
      const drawing = draw(course);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawing })]).catch(async () => {
        // What went wrong with the drawing is said rather than what it did to the copying.
        await drawing;
        throw new Error('the browser refused to copy the picture: save it instead');
      });
      return words('take.copied');
    });
  return (
    <>
      <p className="choices">
        <button type="button" className="plain" disabled={job.running || !maySave()} onClick={save}>
          {words('take.save', {
            width: format.count(size.width || 0),
            height: format.count(size.height || 0),
          })}
        </button>
        {'ClipboardItem' in window ? (
          <button type="button" className="plain" disabled={job.running} onClick={copy}>
            {words('take.copy')}
          </button>
        ) : null}
      </p>
      <Progress job={job} />
    </>
  );
}
