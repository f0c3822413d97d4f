import { createRoot, extend } from '@react-three/fiber';
import { Group, Mesh, type PerspectiveCamera, WebGLRenderer } from 'three';
import { cssVariables } from '../look/css.ts';
import { palettes } from '../look/palette.ts';
import { type Easel, type Shot, setClock, unitsOf } from '../state/easel.ts';
import { type Session, SessionProvider } from '../state/session.tsx';
import { flightBetween, poseAlong } from './camera/flight.ts';
import type { Pose } from './camera/homes.ts';
import { poseOf, viewOf } from './camera/pose.ts';
import { paintScale, scaleArea } from './overlay/paintScale.ts';
import { Scene } from './Scene.tsx';
import { createShared, SharedContext, type Still } from './shared.ts';
import { showsCube } from './unfolding.ts';

extend({ Group, Mesh });

/** Longest side of what is drawn at once, pixels: larger pictures are put together, so that no card is too small for
 *  them, and between two pieces the page lives. */
const TILE = 2048;

/** A scene off the screen that draws the studio's visit, a picture at a time. Throws where the browser gives no context. */
export async function openEasel(session: Session): Promise<Easel> {
  const host = document.createElement('div');
  host.inert = true;
  host.setAttribute('aria-hidden', 'true');
  // Laid out, because names are measured; far outside the window.
  host.style.cssText =
    'position:fixed;left:-30000px;top:0;width:1280px;height:720px;overflow:hidden;contain:strict';
  const canvas = document.createElement('canvas');
  const overlay = document.createElement('div');
  overlay.style.cssText = 'position:absolute;inset:0;overflow:hidden;line-height:1.45';
  host.append(canvas, overlay);
  document.body.append(host);

  const still: Still = { clear: [], cutout: false, follows: false };
  const shared = createShared(session, overlay, still);
  const complete = new Promise<void>((resolve) => {
    shared.onComplete = resolve;
  });
  const root = createRoot(canvas);
  const dispose = (): void => {
    root.unmount();
    host.remove();
  };
  let lost = false;
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
  });
  try {
    await root.configure({
      gl: (defaults) =>
        new WebGLRenderer({
          ...defaults,
          antialias: true,
          alpha: true,
          premultipliedAlpha: true,
          stencil: false,
        }),
      camera: { fov: 27, near: 1, far: 1e4 },
      frameloop: 'never',
      flat: true,
      dpr: 1,
      size: { width: 1280, height: 720, top: 0, left: 0 },
    });
  } catch {
    dispose();
    throw new Error('this browser gives no second 3D picture: choose the floorplan in the settings');
  }
  const store = root.render(
    <SessionProvider session={session}>
      <SharedContext value={shared}>
        <Scene />
      </SharedContext>
    </SessionProvider>,
  );
  await complete;
  const { gl, scene, advance } = store.getState();
  const camera = store.getState().camera as PerspectiveCamera;
  let frames = 0;
  const { speed } = session.clock;

  /** Brings the scene to the state without drawing it. */
  const settle = (): void => {
    scene.visible = false;
    frames += 1;
    advance(frames / 60);
    scene.visible = true;
  };

  /** Until all that the picture has asked for is there. */
  const answered = async (): Promise<void> => {
    while (shared.pending.size > 0) {
      await Promise.allSettled(shared.pending);
      settle();
    }
  };

  return {
    moves: true,
    async paint(context, shot, { signal, progress } = {}) {
      const { width, height } = context.canvas;
      const units = unitsOf(width, height);
      const { theme, labels } = session.store.getState();
      for (const [name, value] of Object.entries(cssVariables(palettes[theme])))
        overlay.style.setProperty(name, value);
      host.style.width = `${units.width}px`;
      host.style.height = `${units.height}px`;
      still.clear = [...(shot.clear ?? []), scaleArea(units)];
      still.cutout = shot.cutout ?? false;
      still.follows = shot.follows ?? false;
      const { setDpr, setSize, size } = store.getState();
      shared.journey.width = units.width;
      shared.journey.height = units.height;
      setDpr(units.scale);
      if (size.width !== units.width || size.height !== units.height) {
        setSize(units.width, units.height);
        shared.onResize();
      }
      // What React still has to do for a changed state comes before the picture.
      await pause();
      await pause();
      await shared.painted;
      setClock(session.clock, shot, speed);
      const { view } = session.store.getState();
      const seen = viewAt(session, shot, units.width / units.height);
      if (seen) session.store.setState({ view: seen });
      // Twice: names stand where the camera of the frame before saw them.
      settle();
      await answered();
      settle();
      gl.setClearAlpha(still.cutout ? 0 : 1);
      context.clearRect(0, 0, width, height);
      const columns = Math.ceil(width / TILE);
      const rows = Math.ceil(height / TILE);
      for (let i = 0; i < columns * rows; i++) {
        if (i > 0) await pause();
        if (signal?.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
        const x = Math.round(((i % columns) * width) / columns);
        const y = Math.round((Math.floor(i / columns) * height) / rows);
        const w = Math.round((((i % columns) + 1) * width) / columns) - x;
        const h = Math.round(((Math.floor(i / columns) + 1) * height) / rows) - y;
        // A quarter of a pixel more: the renderer rounds down.
        gl.setSize((w + 0.25) / units.scale, (h + 0.25) / units.scale, false);
        camera.setViewOffset(width, height, x, y, w, h);
        gl.render(scene, camera);
        if (lost) throw new Error('the graphics card gave up: a smaller picture may do');
        // In the same task as the drawing, before the browser clears the canvas.
        context.drawImage(canvas, 0, 0, w, h, x, y, w, h);
        progress?.((i + 1) / (columns * rows));
      }
      camera.clearViewOffset();
      context.save();
      context.scale(units.scale, units.scale);
      shared.paintNames(context);
      if (labels) paintScale(context, shared.journey, palettes[theme]);
      context.restore();
      if (seen) session.store.setState({ view });
    },
    dispose,
  };
}

/** Lets the page go on. By message, since timers of hidden pages come once a second. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Where the camera of a shot stands, as a view; null where the state says so. */
function viewAt({ store }: Session, { way, turned = 0 }: Shot, aspect: number) {
  if (!way && turned === 0) return null;
  const { site, view, ...state } = store.getState();
  const pose = (seen: typeof view): Pose => poseOf(site, seen, aspect, state.unfolded);
  const [from, to] = way ? [pose(way.from), pose(way.to)] : [pose(view), pose(view)];
  const still = way ? poseAlong(flightBetween(from, to), from, to, way.share) : from;
  const next = { ...still, azimuth: still.azimuth + turned };
  return { ...view, ...viewOf(site, next, aspect, showsCube({ view, unfolded: state.unfolded })) };
}
