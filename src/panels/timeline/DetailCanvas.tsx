import '../../state/laterWords.ts';
import { useCallback } from 'react';
import { useWords } from '../../state/words.tsx';
import type { Detail } from '../../timeline/detail.ts';
import { useFormat } from '../useFormat.ts';
import { drawDetail } from './detailChart.ts';
import { rowName, subjectName } from './naming.ts';
import type { Stretch } from './rows.ts';
import { type Surface, useDrawing } from './useDrawing.ts';

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
  const draw = useCallback(
    ({ context, ...surface }: Surface) => drawDetail(context, { detail, stretch, ...surface }),
    [detail, stretch],
  );
  const canvas = useDrawing(draw, width, height);
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
