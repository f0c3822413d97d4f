import { LEVELS, type Level, parseAddress } from './cluster/address.ts';
import { populationOf } from './cluster/population.ts';
import { mountScene } from './scene/mount.tsx';
import { startSearcher } from './startSearcher.ts';
import { createClock } from './state/clock.ts';
import { openState } from './state/initial.ts';
import { createWorkerSimulator } from './state/simulator.ts';
import { createRainierStore, LAYERS, type Theme } from './state/store.ts';
import { createVisit } from './state/visit.ts';
import { createPhase, phaseAt } from './timeline/phase.ts';
import { Kind, type Timeline } from './timeline/timeline.ts';

// A page of development alone: gallery.html is no entry of the build. Every picture is drawn by the real scene in its one
// context, one after another, and copied to a flat canvas.

const PLACE = 'b3/h2/r4/u17/s2/t5/c1/n3';
const DEPTHS: Readonly<Record<Level, number>> = {
  campus: 0,
  building: 1,
  hall: 2,
  row: 3,
  ultraserver: 4,
  tray: 6,
  chip: 7,
  core: 8,
};
const PHASES = {
  forward: Kind.forward,
  backward: Kind.backward,
  optimizer: Kind.optimizer,
  waiting: Kind.wait,
};
const THEMES: readonly Theme[] = ['dark', 'light', 'contrast'];
const WIDTH = 640;
const HEIGHT = 360;
const SAMPLES = 4000;

/** An instant at which a class is in a phase, about two thirds through it; undefined where it never is. Seconds. */
function instantOf(timeline: Timeline, cls: number, kind: Kind): number | undefined {
  const phase = createPhase();
  let best: number | undefined;
  let off = Number.POSITIVE_INFINITY;
  for (let i = 1; i < SAMPLES; i++) {
    const t = (i / SAMPLES) * timeline.seconds;
    phaseAt(timeline, cls, t, phase);
    if (phase.kind !== kind || Math.abs(phase.progress - 0.65) >= off) continue;
    off = Math.abs(phase.progress - 0.65);
    best = t;
  }
  return best;
}

/** What of `all` the address asks for, or all of it. */
function asked<T extends string>(key: string, all: readonly T[]): readonly T[] {
  const wanted = new URLSearchParams(location.search).get(key)?.split(',');
  return wanted ? all.filter((one) => wanted.includes(one)) : all;
}

const { state } = openState('?quality=high&labels=0&motion=reduced&lens=step', {
  reducedMotion: true,
  webgl: true,
});
const store = createRainierStore(state);
const frames = { request: requestAnimationFrame.bind(window), cancel: cancelAnimationFrame.bind(window) };
const clock = createClock(frames, 0.1);
const visit = createVisit({
  store,
  clock,
  simulator: createWorkerSimulator(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  ),
  explorer: async () => (await import('./explorer.ts')).createExplorer(startSearcher),
  studio: () => Promise.reject(new Error('the gallery is not taken away')),
  page: location.href.split(/[?#]/)[0],
  given: { seconds: false, speed: true },
});

const element = (id: string): HTMLElement => document.getElementById(id)!;

function frame(title: string): HTMLCanvasElement {
  const figure = document.createElement('figure');
  const canvas = document.createElement('canvas');
  const caption = document.createElement('figcaption');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  caption.textContent = title;
  figure.append(canvas, caption);
  element('grid').append(figure);
  return canvas;
}

async function drawAll(): Promise<void> {
  const said = element('said');
  said.textContent = 'Simulating one step …';
  await visit.applyScenario(state.scenario);
  const { result, job } = store.getState();
  if (!result || !job) throw new Error('the gallery needs a cluster whose halls are known');
  const scene = mountScene(element('stage'), visit);
  await scene.whole();
  const layers = new URLSearchParams(location.search).has('layers')
    ? asked('layers', LAYERS)
    : (['work'] as const);
  for (const [level, layer] of asked('levels', LEVELS).flatMap((each) =>
    layers.map((one) => [each, one] as const),
  ))
    for (const theme of asked('themes', THEMES))
      for (const name of asked('phases', Object.keys(PHASES) as (keyof typeof PHASES)[])) {
        const at = PLACE.split('/').slice(0, DEPTHS[level]).join('/');
        const cls = populationOf(job, parseAddress(at) ?? []).classes[0] ?? 0;
        const seconds = instantOf(result.timeline, cls, PHASES[name]);
        const title = `${level}, ${layer}, ${theme}, ${name}`;
        const canvas = frame(seconds === undefined ? `${title}: not in this step` : title);
        if (seconds === undefined) continue;
        said.textContent = `Drawing ${title} …`;
        clock.seek(seconds);
        store.setState({ theme, layer, selected: at || null, view: { at, cam: null, lens: 'step' } });
        // One frame takes the camera there, the next one what fades in.
        for (let i = 0; i < 2; i++) await scene.screenshot({ width: WIDTH, height: HEIGHT });
        const picture = await createImageBitmap(await scene.screenshot({ width: WIDTH, height: HEIGHT }));
        canvas.getContext('2d')?.drawImage(picture, 0, 0, WIDTH, HEIGHT);
        picture.close();
      }
  said.textContent = 'All drawn.';
}

drawAll().catch((error: Error) => {
  element('said').textContent = error.message;
});
