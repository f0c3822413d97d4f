import type { Simulator } from './sim/protocol.ts';
import { createClock, type FrameSource } from './state/clock.ts';
import type { Easel } from './state/easel.ts';
import type { Session, Studio } from './state/session.tsx';
import { createRainierStore } from './state/store.ts';
import { createVisit } from './state/visit.ts';

/** No frame ever comes: the copy's time is sought, it never runs. */
const NEVER: FrameSource = { request: () => 0, cancel: () => {} };

/** Copies a visit as it is now, and draws the copy where nobody looks. `simulator` serves the copy alone; it is asked
 *  only where a step of a tour has another scenario. */
export function openStudio({ store, clock, explorer, link }: Session, simulator: Simulator): Studio {
  const state = store.getState();
  const copy = createRainierStore({ ...state, motion: 'reduced', hovered: null, reading: null, notices: [] });
  const time = createClock(NEVER, clock.speed);
  time.setDuration(clock.duration);
  time.seek(clock.seconds);
  if (clock.playing) time.play();
  const visit = createVisit({
    store: copy,
    clock: time,
    // What happens inside a layer is told by the timeline's charts, which are not drawn here.
    simulator: { ...simulator, detail: () => Promise.reject(new Error('details are not drawn')) },
    explorer,
    studio: () => Promise.reject(new Error('a copy has no studio')),
    page: link().split(/[?#]/)[0],
    given: { seconds: true, speed: true },
  });
  let easel: Promise<Easel> | null = null;
  const open = async (): Promise<Easel> => {
    const flat = !state.webgl || state.quality === 'floorplan';
    const { openEasel } = flat ? await import('./floorplan/easel.ts') : await import('./scene/easel.tsx');
    return inTurn(await openEasel(visit));
  };
  return {
    visit,
    easel() {
      easel ??= open();
      return easel;
    },
    floorplan: async (width, height, clear) =>
      (await import('./floorplan/easel.ts')).drawSvg(visit, width, height, clear),
    solid: async () => (await import('./scene/ultraserver/solid.ts')).ultraServerSolid(visit),
    dispose() {
      void easel?.then((drawn) => drawn.dispose()).catch(() => {});
      visit.dispose();
    },
  };
}

/** An easel that finishes one picture before it begins the next. */
function inTurn(easel: Easel): Easel {
  let last: Promise<unknown> = Promise.resolve();
  return {
    moves: easel.moves,
    paint(...asked) {
      const mine = last.then(() => easel.paint(...asked));
      last = mine.catch(() => {});
      return mine;
    },
    dispose: () => void last.then(easel.dispose),
  };
}
