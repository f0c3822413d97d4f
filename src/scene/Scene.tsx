import { Camera } from './camera/Camera.tsx';
import { Frame } from './Frame.tsx';
import { Near } from './near/Near.tsx';

/** Everything that is seen, outermost first. */
export function Scene() {
  return (
    <>
      <Camera />
      <Frame />
      <Near />
    </>
  );
}
