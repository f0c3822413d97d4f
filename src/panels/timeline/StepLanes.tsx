import { lazy, Suspense } from 'react';
import { ChartCanvas } from './ChartCanvas.tsx';
import { type Lane, rowsIn } from './lanes.ts';
import { PlaceMark } from './PlaceMark.tsx';
import type { Stretch } from './rows.ts';

const CriticalPath = lazy(async () => ({ default: (await import('./CriticalPath.tsx')).CriticalPath }));

interface StepLanesProps {
  readonly lanes: readonly Lane[];
  readonly stretch: Stretch;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Also draws the chain of work that makes the step as long as it is. */
  readonly critical: boolean;
}

/** The step as a chart; two of them above each other, over the same seconds, where one is compared with another. */
export function StepLanes({ lanes, stretch, width, height, critical }: StepLanesProps) {
  const pitch = height / rowsIn(lanes);
  return lanes.map(({ timeline, rows, name, above }, index) => {
    // A hair between the two.
    const gap = index > 0 ? 3 : 0;
    const box = { top: above * pitch + gap, height: Math.max(1, rows.length * pitch - gap), width };
    return (
      <div key={name} className="step-lane">
        <ChartCanvas timeline={timeline} rows={rows} stretch={stretch} name={name} {...box} />
        {name === 'A' ? null : <PlaceMark rows={rows} top={box.top} height={box.height} />}
        {critical ? (
          <Suspense>
            <CriticalPath timeline={timeline} rows={rows} stretch={stretch} {...box} />
          </Suspense>
        ) : null}
        {name === '' ? null : (
          <b className="lane-name" style={{ top: box.top }} aria-hidden="true">
            {name}
          </b>
        )}
      </div>
    );
  });
}
