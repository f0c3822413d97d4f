import { lazy, Suspense } from 'react';
import { Building } from './building/Building.tsx';
import { Camera } from './camera/Camera.tsx';
import { Campus } from './campus/Campus.tsx';
import { Frame } from './Frame.tsx';
import { Labels } from './overlay/Labels.tsx';
import { ScaleBar } from './overlay/ScaleBar.tsx';
import { Selection } from './select/Selection.tsx';

/** What stands within arm's reach comes after the first picture, which is drawn from afar. */
const Near = lazy(async () => ({ default: (await import('./near/Near.tsx')).Near }));

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
      </Suspense>
      <Selection />
      <Labels />
      <ScaleBar />
    </>
  );
}
