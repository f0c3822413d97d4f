import { lazy, Suspense, useLayoutEffect } from 'react';
import { Camera } from './camera/Camera.tsx';
import { Campus } from './campus/Campus.tsx';
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
        <Near />
        <Selection />
        <Labels />
        {still ? null : <ScaleBar />}
        {still ? null : <Pad />}
        <Surroundings />
        <Complete />
      </Suspense>
    </>
  );
}

/** Says that all of the scene has arrived: mounted together with the parts that come later. */
function Complete() {
  const shared = useShared();
  useLayoutEffect(() => {
    void shared.painted.then(() => shared.onComplete());
    shared.invalidate();
  }, [shared]);
  return null;
}
