import { useFrame } from '@react-three/fiber';
import { useShared } from './shared.ts';

/** Draws the frame, after all others have had their say. Until what is seen for the first time has been compiled, the
 *  picture before stands. */
export function Draw() {
  const shared = useShared();
  useFrame(({ gl, scene, camera }) => {
    // Pictures that are asked for are drawn by those who ask (stage.tsx, easel.tsx).
    if (shared.alone || !scene.visible) return;
    if (!shared.programs.ready(gl, scene, camera, () => shared.invalidate())) return;
    shared.onDraw(performance.now());
    gl.render(scene, camera);
    shared.onDrawn();
  }, 1);
  return null;
}
