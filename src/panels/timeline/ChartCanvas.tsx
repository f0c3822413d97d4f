import { useEffect, useRef } from 'react';
import { palettes } from '../../look/palette.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import type { Timeline } from '../../timeline/timeline.ts';
import { useFormat } from '../useFormat.ts';
import { drawChart } from './chart.ts';
import type { Row, Stretch } from './rows.ts';

interface ChartCanvasProps {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** Simulated seconds that the width shows. */
  readonly stretch: Stretch;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The step as rows of spans, drawn when the step, the stretch, the size or the theme changes. */
export function ChartCanvas({ timeline, rows, stretch, width, height }: ChartCanvasProps) {
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
    drawChart(context, {
      timeline,
      rows,
      stretch,
      palette: palettes[theme],
      width: context.canvas.width,
      height: context.canvas.height,
      ratio,
    });
  }, [timeline, rows, stretch, width, height, theme]);
  return (
    <canvas
      ref={canvas}
      className="chart"
      role="img"
      aria-label={words('timeline.chart', { rows: rows.length, whole: format.seconds(timeline.seconds) })}
    />
  );
}
