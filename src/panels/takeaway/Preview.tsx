import { useEffect, useRef, useState } from 'react';
import { drawPicture, type Wanted } from '../../export/picture.ts';
import type { Size } from '../../export/size.ts';
import { problemText } from '../../state/problem.ts';
import { type Studio, useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import type { Look } from './look.ts';

/** Longest side of a preview, pixels. */
const LONG = 640;
/** Waits so long for the next change, milliseconds. */
const SETTLE_MS = 250;

interface PreviewProps {
  readonly studio: Studio;
  readonly size: Size;
  readonly wanted: Wanted;
  /** Drawn anew when it changes. */
  readonly look: Look;
  /** Nothing is drawn meanwhile. */
  readonly busy: boolean;
}

/** The picture as it will be, small. */
export function Preview({ studio, size, wanted, look, busy }: PreviewProps) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [error, setError] = useState('');
  const [drawn, setDrawn] = useState(false);
  const scale = Math.min(1, LONG / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const asked = JSON.stringify([wanted, width, height, look]);
  useEffect(() => {
    if (busy) return;
    const mine = new AbortController();
    const timer = setTimeout(() => {
      const paper = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      if (!paper) return;
      drawPicture(studio, paper, JSON.parse(asked)[0], { signal: mine.signal })
        .then(() => {
          if (mine.signal.aborted || !canvas.current) return;
          Object.assign(canvas.current, { width, height });
          canvas.current.getContext('2d')?.drawImage(paper.canvas, 0, 0);
          setError('');
          setDrawn(true);
        })
        .catch((reason: Error) => {
          if (!mine.signal.aborted) setError(reason.message);
        });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [studio, asked, width, height, busy]);
  return (
    <figure className="take-preview">
      <canvas
        ref={canvas}
        role="img"
        aria-label={words('take.preview', { title: wanted.caption?.title ?? '' })}
        style={{ aspectRatio: `${width} / ${height}` }}
        data-drawn={drawn}
      />
      <p className="fault" role="alert">
        {problemText(error, lang)}
      </p>
    </figure>
  );
}
