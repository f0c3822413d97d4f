import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { STANDING } from './embed/host.ts';
import { App } from './panels/App.tsx';
import { dropContext, hasWebGL2 } from './scene/support.ts';
import { createApi, type Picture, publish } from './state/api.ts';
import { createClock } from './state/clock.ts';
import { openState } from './state/initial.ts';
import { followAddress } from './state/location.ts';
import { Stage } from './state/Stage.tsx';
import { SessionProvider } from './state/session.tsx';
import { readSettings, rememberSettings } from './state/settings.ts';
import { createWorkerSimulator, withStandIn } from './state/simulator.ts';
import { createRainierStore, notify, type Store } from './state/store.ts';
import { createVisit, type Visit } from './state/visit.ts';

/** How the page's threads are started: by address, or from source that lies inside the bundle. May throw. */
export interface Threads {
  readonly simulator: () => Worker;
  readonly searcher: () => Promise<() => Worker>;
}

const Floorplan = lazy(async () => ({ default: (await import('./floorplan/Floorplan.tsx')).Floorplan }));
const floorplan = (
  <Suspense>
    <Floorplan />
  </Suspense>
);
const Embedded = lazy(async () => ({ default: (await import('./panels/Embedded.tsx')).Embedded }));
const loadScene = () => import('./scene/mount.tsx');

/** Wires the page: its address to a state, the state to picture and panels, and the simulator to them all. `opened` is
 *  called once the picture stands. */
export function openPage(threads: Threads, opened?: (store: Store) => void): void {
  /** The query the page was opened with; the address follows the visit later. */
  const asked = location.search;
  const page = new URLSearchParams(asked);
  const line = page.get('presenter');
  if (line !== null) {
    void import('./presenter.tsx').then(({ openPresenter }) => openPresenter(line, page));
    return;
  }
  const { state, query } = openState(asked, {
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    webgl: hasWebGL2(),
    languages: navigator.languages,
    settings: readSettings(() => localStorage),
  });
  if (state.quality === 'floorplan') dropContext();
  const store = createRainierStore(state);
  const frames = { request: requestAnimationFrame.bind(window), cancel: cancelAnimationFrame.bind(window) };
  const clock = createClock(frames, query.speed ?? 0.1);
  const startSimulator = () =>
    withStandIn(createWorkerSimulator(threads.simulator), async () =>
      (await import('./standin.ts')).createStandIn(),
    );
  const simulator = startSimulator();
  const visit: Visit = createVisit({
    store,
    clock,
    simulator,
    explorer: async () => (await import('./explorer.ts')).createExplorer(await threads.searcher()),
    studio: async () => (await import('./studio.ts')).openStudio(visit, startSimulator()),
    page: location.href.split(/[?#]/)[0],
    given: { seconds: query.seconds !== undefined, speed: query.speed !== undefined },
  });
  if (query.seconds !== undefined) clock.seek(query.seconds);
  for (const problem of query.problems) notify(store, problem);
  for (const key of query.unknown) console.warn(`${key} is not a key of this page's address`);

  /** Ends what the page shows before anybody asks. */
  const opening = new AbortController();
  for (const event of ['pointerdown', 'wheel', 'keydown', 'visibilitychange'])
    addEventListener(event, () => opening.abort(), { capture: true, passive: true, signal: opening.signal });
  let picture: Picture | null = null;
  let stands: () => void;
  const drawn = new Promise<void>((resolve) => {
    stands = resolve;
  });
  // A scenario that the simulator refuses gives way to the one the page opens with.
  const simulated = visit.applyScenario(state.scenario).catch(() => visit.applyScenario({}));
  const ready = Promise.all([simulated, drawn]).then(async () => {
    await picture?.whole();
    if (query.playing ?? state.motion === 'full') clock.play();
    if (asked === '' && state.motion === 'full')
      void import('./state/dive.ts').then(({ dive }) => dive(visit, opening));
    if (state.locked.length > 0) (await import('./state/hold.ts')).holdLocks(visit, api);
    if (query.against)
      await (await import('./state/against.ts')).compareAgainst(store, simulator, query.against);
    if (query.tour === undefined) return;
    // A copied link holds the whole picture; one written by hand names the tour alone.
    const still =
      query.at !== undefined || query.seconds !== undefined || Object.keys(query.scenario).length > 0;
    visit.guide
      .open(query.tour, query.tourStep, { still, plays: query.playing ?? true })
      .catch((error: Error) => notify(store, error.message));
  });
  const api = createApi(
    visit,
    () => {
      if (!picture) throw new Error('nothing is drawn yet: wait for rainier.ready');
      return picture;
    },
    ready,
    () => opening.abort(),
  );
  publish(api, visit);
  const { embed, wheel, kiosk } = state.manners;
  if (parent !== self || embed || wheel !== 'always' || kiosk !== null)
    void import('./embed.ts').then(({ answerHost }) => answerHost(visit, api));
  void ready.then(() => {
    dispatchEvent(new Event(STANDING));
    opened?.(store);
    if (state.manners.lms) void import('./lms.ts').then(({ reportProgress }) => reportProgress(visit));
  });
  followAddress(store, clock);
  rememberSettings(store, () => localStorage);

  // The words that the page came with stay where the picture will be until it is.
  const words = document.querySelector<HTMLElement>('.opening');
  words?.setAttribute('inert', '');
  words?.querySelector('.late')?.remove();
  const stage = (
    <Stage
      load={loadScene}
      floorplan={floorplan}
      onPicture={(shown) => {
        picture = shown;
        words?.remove();
        stands();
      }}
    />
  );
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <SessionProvider session={visit}>
        {state.manners.embed ? (
          <Suspense>
            <Embedded stage={stage} />
          </Suspense>
        ) : (
          <App stage={stage} />
        )}
      </SessionProvider>
    </StrictMode>,
  );
}
