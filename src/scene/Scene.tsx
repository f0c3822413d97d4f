import { Building } from './building/Building.tsx';
import { Camera } from './camera/Camera.tsx';
import { Campus } from './campus/Campus.tsx';
import { Frame } from './Frame.tsx';
import { Near } from './near/Near.tsx';
import { Labels } from './overlay/Labels.tsx';
import { ScaleBar } from './overlay/ScaleBar.tsx';
import { Selection } from './select/Selection.tsx';

/** Everything that is seen, outermost first. */
export function Scene() {
  return (
    <>
      <Camera />
      <Frame />
      <Campus />
      <Building />
      <Near />
      <Selection />
      <Labels />
      <ScaleBar />
    </>
  );
}
