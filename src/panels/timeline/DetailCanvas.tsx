import '../../state/laterWords.ts';
import { useEffect, useRef } from 'react';
import { palettes } from '../../look/palette.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import type { Detail } from '../../timeline/detail.ts';
import { useFormat } from '../useFormat.ts';
import { drawDetail } from './detailChart.ts';
import { rowName, subjectName } from './naming.ts';
import type { Stretch } from './rows.ts';

/** Rows lower than this have no room for a name, CSS pixels. */
const NAMED = 13;

interface DetailCanvasProps {
  readonly detail: Detail;
  readonly stretch: Stretch;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The inside of a part of the step as rows of spans; drawn when it, the stretch, the size or the theme changes. */
export function DetailCanvas({ detail, stretch, width, height }: DetailCanvasProps) {
  const words = useWords();
  const format = useFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useRainier((state) => state.theme);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(height * ratio);
    const size = { width: context.canvas.width, height: context.canvas.height };
    drawDetail(context, { detail, stretch, palette: palettes[theme], ratio, ...size });
  }, [detail, stretch, width, height, theme]);
  const pitch = height / detail.rows.length;
  return (
    <>
      <canvas
        ref={canvas}
        className="chart"
        role="img"
        aria-label={words('timeline.detail', {
          what: subjectName(words, detail),
          rows: detail.rows.length,
          whole: format.seconds(detail.end - detail.start),
        })}
      />
      {pitch >= NAMED ? (
        <ul className="row-names" aria-hidden="true">
          {detail.rows.map((row, index) => (
            // Rows never change places: their number is their name.
            <li key={`${index} ${row.what}`} style={{ top: index * pitch, height: pitch }}>
              {rowName(words, row)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
