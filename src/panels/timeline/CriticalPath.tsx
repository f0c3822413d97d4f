import '../../state/laterWords.ts';
import { useCallback, useMemo } from 'react';
import { useWords } from '../../state/words.tsx';
import { criticalPath } from '../../timeline/critical.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { useFormat } from '../useFormat.ts';
import type { Row, Stretch } from './rows.ts';
import { type Surface, useDrawing } from './useDrawing.ts';

interface CriticalPathProps {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  readonly stretch: Stretch;
  /** CSS pixels. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The chain of work that makes the step as long as it is: a line over the chart, along the rows that work and down
 *  to the ones that wait for it; and what it is made of, in words. */
export function CriticalPath({ timeline, rows, stretch, top, width, height }: CriticalPathProps) {
  const words = useWords();
  const format = useFormat();
  const path = useMemo(() => criticalPath(timeline), [timeline]);
  const draw = useCallback(
    ({ context, palette, ratio, ...size }: Surface) => {
      const { spans, classes, until } = path;
      const pitch = size.height / rows.length;
      const scale = size.width / (stretch.to - stretch.from);
      const rowOf = Int32Array.from({ length: timeline.classes }, (_, cls) =>
        rows.findIndex(({ first, last }) => first <= cls && cls <= last),
      );
      context.clearRect(0, 0, size.width, size.height);
      const line = (): void => {
        context.beginPath();
        spans.forEach((span, i) => {
          const y = (rowOf[classes[i]] + 0.5) * pitch;
          context.lineTo((timeline.start[span] - stretch.from) * scale, y);
          context.lineTo((until[i] - stretch.from) * scale, y);
        });
        context.stroke();
      };
      context.lineJoin = 'round';
      // A ground under it, so that it stands off from what it lies on.
      context.strokeStyle = palette.panel;
      context.lineWidth = 4 * ratio;
      line();
      context.strokeStyle = palette.text;
      context.lineWidth = 1.5 * ratio;
      line();
    },
    [path, rows, stretch, timeline],
  );
  const canvas = useDrawing(draw, width, height);
  const { passes, messages, traffic, waiting } = path;
  return (
    <>
      <canvas
        ref={canvas}
        className="chart"
        style={{ top, height }}
        role="img"
        aria-label={words('timeline.critical')}
      />
      <p className="unseen" role="status">
        {words('timeline.critical.told', {
          count: format.count(path.spans.length),
          passes: format.seconds(passes),
          messages: format.seconds(messages),
          traffic: format.seconds(traffic),
          waiting: format.seconds(waiting),
        })}
      </p>
    </>
  );
}
