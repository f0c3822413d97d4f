import { lazy, Suspense, useLayoutEffect } from 'react';
import { Camera } from './camera/Camera.tsx';
import { Campus } from './campus/Campus.tsx';
import { Draw } from './Draw.tsx';
import { Frame } from './Frame.tsx';
import { useShared } from './shared.ts';

// What stands within arm's reach, names and outlines come after the first picture, which is drawn from afar.
const Building = lazy(async () => ({ default: (await import('./building/Building.tsx')).Building }));
const Near = lazy(async () => ({ default: (await import('./near/Near.tsx')).Near }));
const ScaleBar = lazy(async () => ({ default: (await import('./overlay/ScaleBar.tsx')).ScaleBar }));
const Labels = lazy(async () => ({ default: (await import('./overlay/Labels.tsx')).Labels }));
const Surroundings = lazy(async () => ({
  default: (await import('./campus/Surroundings.tsx')).Surroundings,
}));
const Pad = lazy(async () => ({ default: (await import('./overlay/Pad.tsx')).Pad }));
const Selection = lazy(async () => ({ default: (await import('./select/Selection.tsx')).Selection }));

/** Everything that is seen, outermost first. */
export function Scene() {
  const { still } = useShared();
  return (
    <>
      <Camera />
      <Frame />
      <Campus />
      <Suspense>
        <Building />
        <Arrived />
      </Suspense>
      <Suspense>
        <Near />
        <Arrived />
      </Suspense>
      <Suspense>
        <Surroundings />
        <Selection />
        <Labels />
        {still ? null : <ScaleBar />}
        {still ? null : <Pad />}
        <Arrived />
      </Suspense>
      <Draw />
    </>
  );
}

/** Groups of parts that arrive by themselves. */
const GROUPS = 3;

/** Says that its group of parts has arrived; the last one, that all of the scene has. */
function Arrived() {
  const shared = useShared();
  useLayoutEffect(() => {
    shared.arrived += 1;
    if (shared.arrived === GROUPS) shared.onComplete();
    shared.invalidate();
    return () => {
      shared.arrived -= 1;
    };
  }, [shared]);
  return null;
}
