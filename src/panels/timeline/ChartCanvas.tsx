import { useCallback } from 'react';
import { useWords } from '../../state/words.tsx';
import type { Timeline } from '../../timeline/timeline.ts';
import { useFormat } from '../useFormat.ts';
import { drawChart } from './chart.ts';
import { createRaster } from './raster.ts';
import type { Row, Stretch } from './rows.ts';
import { type Surface, useDrawing } from './useDrawing.ts';

interface ChartCanvasProps {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
  /** Simulated seconds that the width shows. */
  readonly stretch: Stretch;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels above it, where another chart stands. */
  readonly top?: number;
  /** What it is called, where there are two. */
  readonly name?: string;
}

/** The step as rows of spans, drawn when the step, the stretch, the size or the theme changes. */
export function ChartCanvas({ timeline, rows, stretch, width, height, top = 0, name }: ChartCanvasProps) {
  const words = useWords();
  const format = useFormat();
  const draw = useCallback(
    ({ context, palette, ratio, ...size }: Surface) => {
      const image = context.createImageData(size.width, size.height);
      const raster = createRaster(size.width, size.height, new Uint32Array(image.data.buffer));
      drawChart(raster, { timeline, rows, stretch, palette, ratio });
      context.putImageData(image, 0, 0);
    },
    [timeline, rows, stretch],
  );
  const canvas = useDrawing(draw, width, height);
  const told = words('timeline.chart', { rows: rows.length, whole: format.seconds(timeline.seconds) });
  return (
    <canvas
      ref={canvas}
      className="chart"
      style={{ top, height }}
      role="img"
      aria-label={name ? `${name}: ${told}` : told}
    />
  );
}
