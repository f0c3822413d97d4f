import { addAfterEffect, createRoot, extend } from '@react-three/fiber';
import { Group, Mesh, type Scene as ThreeScene, WebGLRenderer } from 'three';
import type { ScreenshotOptions } from '../state/api.ts';
import { type Session, SessionProvider } from '../state/session.tsx';
import { columnOf, headOf } from './camera/room.ts';
import { type Courtesy, createCourtesy } from './courtesy.ts';
import { createPacing, type Pacing } from './pacing.ts';
import { finished } from './programs.ts';
import { pixelRatio, type Rung } from './quality.ts';
import { Scene } from './Scene.tsx';
import { applyTier, createShared, SharedContext } from './shared.ts';
import { isSoftware, rendererOfBrowser, spareContext } from './support.ts';
import { createWhole, type Whole } from './whole.ts';

// The only classes of three that the scene names as elements.
extend({ Group, Mesh });

/** A canvas and all that is drawn on it: the life of one WebGL context. */
export interface Stage {
  readonly gl: WebGLRenderer;
  readonly scene: ThreeScene;
  readonly antialias: boolean;
  use(rung: Rung): void;
  resize(): void;
  /** Nothing is drawn while it cannot be seen; once it can, the present state is. */
  see(seen: boolean): void;
  /** Resolves when the picture of what is now asked for is complete and drawn to the end; at once where it cannot be
   *  seen, or was removed. */
  whole(): Promise<void>;
  /** Waits for the parts that load after the first picture, so that the same state gives the same picture. */
  screenshot(options: ScreenshotOptions): Promise<Blob>;
  /** The picture as it stands, on a canvas of its own. */
  still(): HTMLCanvasElement;
  remove(): void;
}

/** How long a complete picture stands before what is still hidden is compiled, milliseconds. */
const IDLE_MS = 800;

/** `onDraw` is called as each frame begins (milliseconds), `onLost` once when the context is gone. */
export function buildStage(
  container: HTMLElement,
  session: Session,
  rung: Rung,
  onDraw: (now: number) => void,
  onLost: () => void,
): Stage {
  const context = spareContext(rung.antialias);
  const canvas = (context?.canvas as HTMLCanvasElement) ?? document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.style.cssText = 'position:absolute;inset:0;touch-action:none;outline-offset:-3px';
  // Named by the page around it (state/Stage.tsx), in the visitor's language.
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-labelledby', 'stage-name');
  const overlay = document.createElement('div');
  overlay.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  container.prepend(canvas, overlay);

  const shared = createShared(session, overlay);
  shared.onDraw = onDraw;
  shared.tier = rung.tier;
  let present = rung;
  const size = () => ({
    width: Math.max(1, container.clientWidth),
    height: Math.max(1, container.clientHeight),
    top: 0,
    left: 0,
  });
  const measure = (): void => {
    const { width, height } = size();
    shared.journey.width = width;
    shared.journey.height = height;
    shared.journey.column = columnOf(width, height);
    shared.journey.head = headOf(width, height);
  };
  measure();
  const root = createRoot(canvas);
  let courtesy: Courtesy | null = null;
  let pacing: Pacing | null = null;
  let stopPacing: (() => void) | undefined;
  let whole: Whole | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let removed = false;
  const remove = (): void => {
    removed = true;
    clearTimeout(idle);
    whole?.dispose();
    courtesy?.dispose();
    stopPacing?.();
    canvas.removeEventListener('webglcontextlost', lost);
    root.unmount();
    canvas.remove();
    overlay.remove();
  };
  const lost = (event: Event): void => {
    event.preventDefault();
    onLost();
  };
  canvas.addEventListener('webglcontextlost', lost);
  try {
    void root.configure({
      gl: (defaults) =>
        new WebGLRenderer({
          ...defaults,
          ...(context && { context }),
          antialias: rung.antialias,
          alpha: false,
          stencil: false,
          powerPreference: 'high-performance',
        }),
      camera: { fov: 27, near: 1, far: 1e4 },
      frameloop: 'demand',
      flat: true,
      dpr: pixelRatio(rung, devicePixelRatio),
      size: size(),
    });
  } catch (error) {
    remove();
    throw error;
  }
  let visible = true;
  const invalidate = (): void => store.getState().invalidate();
  const draw = (): void => {
    if (visible) invalidate();
  };
  // Before the scene is built: parts that came with an earlier one arrive at once.
  const picture = createWhole(shared, draw, () => visible && !document.hidden);
  whole = picture;
  const store = root.render(
    <SessionProvider session={session}>
      <SharedContext value={shared}>
        <Scene />
      </SharedContext>
    </SessionProvider>,
  );
  const { gl, scene, camera, advance } = store.getState();
  gl.debug.checkShaderErrors = import.meta.env.DEV;
  if (isSoftware(rendererOfBrowser())) {
    courtesy = createCourtesy(draw);
    pacing = createPacing(gl.getContext() as WebGL2RenderingContext);
  }
  stopPacing = addAfterEffect(() => {
    if (courtesy?.attends) pacing?.sent();
  });
  let asked = 0;
  shared.invalidate = () => {
    if (courtesy?.waits || asked) return;
    if (!pacing?.busy) draw();
    else
      asked = requestAnimationFrame(() => {
        asked = 0;
        if (!removed) shared.invalidate();
      });
  };
  shared.whole = async () => {
    await picture.wait();
    if (visible) await finished(gl);
  };
  invalidate();
  void shared.whole().then(() => {
    idle = setTimeout(() => void shared.programs.rest(gl, scene, camera), IDLE_MS);
    if (removed) clearTimeout(idle);
  });

  return {
    gl,
    scene,
    antialias: rung.antialias,
    use(next) {
      present = next;
      applyTier(shared, next.tier);
      store.getState().setDpr(pixelRatio(next, devicePixelRatio));
      invalidate();
    },
    resize() {
      measure();
      shared.onResize();
      const { width, height } = size();
      store.getState().setDpr(pixelRatio(present, devicePixelRatio));
      store.getState().setSize(width, height);
    },
    see(seen) {
      if (seen === visible) return;
      visible = seen;
      if (seen) invalidate();
      else picture.release();
    },
    whole: () => shared.whole(),
    still() {
      const copy = document.createElement('canvas');
      copy.width = canvas.width;
      copy.height = canvas.height;
      copy.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
      // Copied in the same task as the drawing, before the browser clears the canvas.
      gl.render(scene, camera);
      copy.getContext('2d')?.drawImage(canvas, 0, 0);
      return copy;
    },
    async screenshot({ width, height, type = 'image/png' }) {
      await picture.arrived;
      await shared.painted;
      // A first look asks for what only this place needs.
      advance(performance.now());
      await Promise.allSettled(shared.pending);
      const before = size();
      const { setSize, setDpr } = store.getState();
      // A picture of its own has no words beside it.
      shared.alone = true;
      const resized = width !== undefined || height !== undefined;
      if (resized) {
        setDpr(1);
        setSize(width ?? before.width, height ?? before.height);
      }
      advance(performance.now());
      gl.render(scene, camera);
      // Asked for in the same task as the drawing, before the browser clears the canvas.
      const blob = new Promise<Blob>((resolve, reject) =>
        canvas.toBlob((b) => (b ? resolve(b) : reject(new Error(`type cannot be written: ${type}`))), type),
      );
      shared.alone = false;
      if (resized) {
        setDpr(pixelRatio(present, devicePixelRatio));
        setSize(before.width, before.height);
      }
      invalidate();
      return blob;
    },
    remove,
  };
}
