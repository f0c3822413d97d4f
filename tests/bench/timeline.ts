import { dark } from '../../src/look/palette.ts';
import { drawChart } from '../../src/panels/timeline/chart.ts';
import { lanesOf } from '../../src/panels/timeline/lanes.ts';
import { createRaster } from '../../src/panels/timeline/raster.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { criticalPath } from '../../src/timeline/critical.ts';

/** What `npm run bench` tells of the chart of a step with a hundred thousand spans. */
export interface TimelineBench {
  readonly spans: number;
  /** Median seconds to draw all of it, and a tenth of it, at 1000 × 110 pixels. */
  readonly wholeSeconds: number;
  readonly tenthSeconds: number;
  /** Median seconds to find the critical path. */
  readonly criticalSeconds: number;
}

const RUNS = 21;

/** GPipe over 32 stages with so many microbatches that its passes are a hundred thousand. */
export function benchTimeline(): TimelineBench {
  const { timeline } = simulateStep(
    resolveScenario({
      cluster: 'ultraserver',
      model: 'llama-3.1-8b',
      parallel: { tensor: 2, pipeline: 32, data: 1, schedule: 'gpipe' },
      training: { globalBatch: 1600 },
    }),
  );
  const raster = createRaster(1000, 110);
  const [{ rows }] = lanesOf(timeline, null);
  const draw = (from: number, to: number) => () => {
    const stretch = { from: from * timeline.seconds, to: to * timeline.seconds };
    drawChart(raster, { timeline, rows, stretch, palette: dark, ratio: 1 });
  };
  return {
    spans: timeline.start.length,
    wholeSeconds: median(draw(0, 1)),
    tenthSeconds: median(draw(0.4, 0.5)),
    criticalSeconds: median(() => criticalPath(timeline)),
  };
}

function median(work: () => void): number {
  const times: number[] = [];
  for (let i = -3; i < RUNS; i++) {
    const start = performance.now();
    work();
    if (i >= 0) times.push((performance.now() - start) / 1000);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1];
}
