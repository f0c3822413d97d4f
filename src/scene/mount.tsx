import { levelOf } from '../cluster/address.ts';
import { chipsOf } from '../cluster/site.ts';
import type { Picture, SceneStats, ScreenshotOptions } from '../state/api.ts';
import type { Session } from '../state/session.tsx';
import { addressOf } from './camera/pose.ts';
import { createGovernor, firstRung, type Governor, LADDER } from './quality.ts';
import { buildStage, type Stage } from './stage.tsx';
import { bytesOf, canvasBytes, createFrameMeter } from './stats.ts';
import { dropContext, isSoftware, rendererOfBrowser } from './support.ts';

/** The mounted scene, as the page uses it. */
export interface SceneHandle extends Picture {
  dispose(): void;
}

/** Waits before a lost context is built anew, milliseconds; the last is repeated. */
const RETRIES = [30, 300, 1000, 3000];

/**
 * Draws the session's state into `container` until disposed. Needs WebGL2 (ask `hasWebGL2` first). A lost context comes
 * back by itself with the same camera and time, since everything on the GPU is built from the store.
 */
export function mountScene(container: HTMLElement, session: Session): SceneHandle {
  const { store } = session;
  const renderer = rendererOfBrowser();
  const software = isSoftware(renderer);
  const meter = createFrameMeter();
  let rung = firstRung(store.getState().quality, software);
  let governor: Governor | null = null;
  let stage: Stage | null = null;
  let disposed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let cover: HTMLCanvasElement | null = null;
  let onScreen = true;
  // The first picture is drawn unseen too: the page is ready once it stands.
  const look = (): void => stage?.see(meter.frames === 0 || (onScreen && !document.hidden));

  const onDraw = (now: number): void => {
    failures = 0;
    if (cover) {
      const old = cover;
      cover = null;
      requestAnimationFrame(() => old.remove());
    }
    const seconds = meter.begin(now);
    if (meter.frames === 1) look();
    if (!governor || seconds === undefined || document.hidden) return;
    const next = governor.frame(seconds);
    if (next !== rung) takeRung(next);
  };
  const build = (): void => {
    if (disposed || store.getState().asleep) return;
    stage?.remove();
    stage = null;
    try {
      stage = buildStage(container, session, LADDER[rung], onDraw, recover);
      look();
    } catch (error) {
      // The browser refuses a context for a while after it lost one.
      if (failures > 8) throw error;
      recover();
    }
  };
  const recover = (): void => {
    if (disposed) return;
    clearTimeout(timer);
    timer = setTimeout(build, RETRIES[Math.min(failures, RETRIES.length - 1)]);
    failures += 1;
  };
  const takeRung = (next: number): void => {
    rung = next;
    if (!stage) return;
    if (stage.antialias === LADDER[rung].antialias) {
      stage.use(LADDER[rung]);
      return;
    }
    // Antialiasing is fixed when a context is made.
    keepPicture(stage);
    build();
  };
  /** The last picture stands until the next one does. */
  const keepPicture = (from: Stage): void => {
    cover?.remove();
    cover = from.still();
    container.append(cover);
  };
  const sleep = (): void => {
    if (!stage) return;
    keepPicture(stage);
    stage.remove();
    stage = null;
  };
  const chooseQuality = (): void => {
    const { quality } = store.getState();
    const first = firstRung(quality, software);
    governor = quality === 'auto' ? createGovernor(first, software) : null;
    takeRung(first);
  };

  chooseQuality();
  build();
  // Asleep already, it has drawn nothing.
  dropContext();
  const unsubscribe = store.subscribe((state, before) => {
    if (state.quality !== before.quality && state.quality !== 'floorplan') chooseQuality();
    if (state.asleep && !before.asleep) sleep();
    if (!state.asleep && before.asleep) build();
  });
  const observer = new ResizeObserver(() => stage?.resize());
  observer.observe(container);
  const sight = new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    look();
  });
  sight.observe(container);
  document.addEventListener('visibilitychange', look);

  return {
    async whole() {
      // A stage that gave way to another one leaves the picture to that.
      for (let asked: Stage | null = null; !disposed && asked !== stage; ) {
        asked = stage;
        await asked?.whole();
      }
    },
    stats(): SceneStats {
      const { site, view } = store.getState();
      const level = levelOf(addressOf(view.at));
      const base = { frames: meter.frames, frameSeconds: meter.seconds(), renderer, level };
      const quality = LADDER[rung].name;
      if (!stage) return { ...base, chips: 0, drawCalls: 0, triangles: 0, gpuBytes: 0, quality };
      const { gl, scene, antialias } = stage;
      const { calls, triangles } = gl.info.render;
      const { width, height } = gl.domElement;
      return {
        ...base,
        chips: site ? chipsOf(site) : 0,
        drawCalls: calls,
        triangles,
        gpuBytes: bytesOf(scene) + canvasBytes(width, height, antialias),
        quality,
      };
    },
    screenshot(options: ScreenshotOptions = {}) {
      if (!stage) return Promise.reject(new Error('the picture is not there yet'));
      return stage.screenshot(options);
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
      observer.disconnect();
      sight.disconnect();
      document.removeEventListener('visibilitychange', look);
      unsubscribe();
      cover?.remove();
      stage?.remove();
      stage = null;
    },
  };
}
