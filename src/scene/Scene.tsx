import { lazy, Suspense, useLayoutEffect } from 'react';
import { Building } from './building/Building.tsx';
import { Camera } from './camera/Camera.tsx';
import { Campus } from './campus/Campus.tsx';
import { Frame } from './Frame.tsx';
import { ScaleBar } from './overlay/ScaleBar.tsx';
import { useShared } from './shared.ts';

// What stands within arm's reach, names and outlines come after the first picture, which is drawn from afar.
const Near = lazy(async () => ({ default: (await import('./near/Near.tsx')).Near }));
const Labels = lazy(async () => ({ default: (await import('./overlay/Labels.tsx')).Labels }));
const Selection = lazy(async () => ({ default: (await import('./select/Selection.tsx')).Selection }));

/** Everything that is seen, outermost first. */
export function Scene() {
  return (
    <>
      <Camera />
      <Frame />
      <Campus />
      <Building />
      <Suspense>
        <Near />
        <Selection />
        <Labels />
        <Complete />
      </Suspense>
      <ScaleBar />
    </>
  );
}

/** Says that all of the scene has arrived: mounted together with the parts that come later. */
function Complete() {
  const shared = useShared();
  useLayoutEffect(() => {
    shared.onComplete();
    shared.invalidate();
  }, [shared]);
  return null;
}
