import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { PerspectiveCamera, Vector2 } from 'three';
import { locate } from '../cluster/locate.ts';
import { palettes } from '../look/palette.ts';
import { useRainier } from '../state/session.tsx';
import { fovAt, reachOf } from './camera/homes.ts';
import { addressOf } from './camera/pose.ts';
import { aspectOf, columnOf, headOf } from './camera/room.ts';
import { createClassState } from './classState.ts';
import { createClassTexture } from './classTexture.ts';
import { fadesAt } from './fades.ts';
import type { Journey } from './journey.ts';
import { applyLayer, applyPalette, type Shared, useShared } from './shared.ts';
import { createUnfolding, showsCube, type Unfolding } from './unfolding.ts';

/** Bytes/s of one NeuronLink or switch port of a chip where a cluster does not say. */
const UNKNOWN_RATE = 1e11;

/** Brings the world into the uniforms: theme and job when they change, camera, fades and class states each frame. */
export function Frame() {
  const shared = useShared();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const gl = useThree((state) => state.gl);
  const theme = useRainier((state) => state.theme);
  const layer = useRainier((state) => state.layer);
  const job = useRainier((state) => state.job);
  const result = useRainier((state) => state.result);
  const cluster = useRainier((state) => state.resultOf?.cluster ?? state.resolved.cluster);

  useLayoutEffect(() => {
    applyPalette(shared, palettes[theme]);
    gl.setClearColor(palettes[theme].fog);
    shared.invalidate();
  }, [shared, gl, theme]);

  useLayoutEffect(() => {
    let gone = false;
    const show = (): void => {
      if (gone) return;
      applyLayer(shared, layer);
      shared.invalidate();
    };
    if (layer === 'work' || shared.painter) show();
    else
      shared.painted = import('./layers/painter.ts').then(({ createPainter }) => {
        shared.painter ??= createPainter(shared);
        show();
      });
    return () => {
      gone = true;
    };
  }, [shared, layer]);
  useEffect(() => () => shared.painter?.dispose(), [shared]);

  useLayoutEffect(() => {
    shared.built = job;
    if (!job) return;
    const texture = createClassTexture(job);
    shared.classMap = texture;
    shared.uniforms.uClassMap.value = texture;
    shared.invalidate();
    return () => texture.dispose();
  }, [shared, job]);

  useLayoutEffect(() => {
    const { scaleUp, scaleOut } = cluster;
    const up =
      scaleUp.kind === 'torus' ? scaleUp.linkBandwidth.reduce((a, b) => a + b, 0) : scaleUp.bandwidth;
    const classes = Math.max(result?.timeline.classes ?? 1, job?.faults?.count ?? job?.classes ?? 1);
    const state = createClassState(
      classes,
      { scaleOut: scaleOut.bandwidth, scaleUp: up || UNKNOWN_RATE },
      job?.faults?.isFaulty,
    );
    shared.classState = state;
    shared.uniforms.uClassState.value = state.texture;
    shared.invalidate();
    return () => state.dispose();
  }, [shared, result, job, cluster]);

  const unfolding = useMemo(createUnfolding, []);
  useEffect(
    () =>
      shared.session.store.subscribe((state, before) => {
        if (state.unfolded !== before.unfolded || state.kind !== before.kind) shared.invalidate();
      }),
    [shared],
  );
  useEffect(() => shared.session.clock.onFrame(() => shared.invalidate()), [shared]);

  // After the controls (−1), before everything that draws (0).
  useFrame(({ size }) => {
    // Asking for the next frame from within this one keeps the loop running; asked for from outside, it would stop and
    // start again at every other frame.
    if (shared.session.clock.playing) shared.invalidate();
    const { journey } = shared;
    journey.width = size.width;
    journey.height = size.height;
    const wordless = shared.still || shared.alone;
    journey.column = wordless ? 0 : columnOf(size.width, size.height);
    journey.head = wordless ? 0 : headOf(size.width, size.height);
    const share = unfold(shared, unfolding);
    aim(shared, camera, share);
    fadesAt(journey.reach, shared.fades);
    // Rows stand in their places unless it is their work that is looked at.
    if (shared.layer !== 'work') shared.fades.sorted = 0;
    // On the way into a tray the cube closes; beside it the neighbours give way.
    shared.unfolded = share * (1 - shared.fades.tray);
    shared.fades.neighbours *= 1 - shared.unfolded * shared.fades.ultraserver;
    follow(shared);
    readClock(shared);
  }, -0.5);

  return null;
}

/** Pulls the torus apart or together; far away and with reduced motion at once. Returns how far it is. */
function unfold({ fades, session, invalidate }: Shared, unfolding: Unfolding): number {
  const state = session.store.getState();
  const cuts = state.motion === 'reduced' || fades.ultraserver === 0;
  const share = unfolding.at(performance.now(), showsCube(state) ? 1 : 0, cuts);
  if (unfolding.moving) invalidate();
  return share;
}

/** Fits lens and depth range to the distance so that depth holds from 2 km to 5 mm. */
function aim(shared: Shared, camera: PerspectiveCamera, unfolded: number): void {
  const { journey, uniforms } = shared;
  journey.eye.copy(camera.position);
  journey.reach = reachOf(journey.distance, aspectOf(journey), unfolded);
  journey.fov = fovAt(journey.reach);
  const near = journey.distance * 0.03;
  const far = journey.distance * 14 + 400;
  if (camera.fov !== journey.fov || camera.near !== near || camera.far !== far) {
    camera.fov = journey.fov;
    camera.near = near;
    camera.far = far;
    camera.updateProjectionMatrix();
  }
  // What is looked at stands in the middle of what the words leave. Pieces of a still have offsets of their own.
  if (!shared.still) leaveRoom(journey, camera);
  const fog = shared.still?.cutout ? 1e6 : 1;
  // Along a row the far end sinks into the dark, so that words on it can be read; on paper it would only pale.
  const night = shared.paper ? 0 : 1;
  const row = night * shared.fades.row * (1 - shared.fades.ultraserver);
  (uniforms.uFogRange.value as Vector2)
    .set(journey.distance * (1.1 - 0.15 * row) + 0.5, journey.distance * (3.8 - 2.1 * row) + 8)
    .multiplyScalar(fog);
}

function leaveRoom({ width, height, column, head }: Journey, camera: PerspectiveCamera): void {
  const [x, y] = [-column / 2, -head / 2];
  const { view } = camera;
  if (view?.offsetX === x && view.offsetY === y && view.fullWidth === width && view.fullHeight === height)
    return;
  camera.setViewOffset(width, height, x, y, width, height);
}

/** The focus is what the camera looks at; at a place it was sent to, that place whole. */
function follow(shared: Shared): void {
  const { journey, session } = shared;
  const { site, view } = session.store.getState();
  if (!site) {
    journey.focus = [];
    return;
  }
  const near = locate(site, journey.target, 7);
  const at = view.cam === null ? addressOf(view.at) : [];
  const focus = sameUpTo(at, near, Math.min(at.length, 4))
    ? [...at.slice(0, 7), ...near.slice(at.length)]
    : near;
  if (!sameUpTo(focus, journey.focus, 7)) journey.focus = focus;
}

function sameUpTo(a: readonly number[], b: readonly number[], length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function readClock(shared: Shared): void {
  const { session, uniforms, classState } = shared;
  const { clock, store } = session;
  const { result } = store.getState();
  uniforms.uSeconds.value = clock.seconds;
  uniforms.uFlow.value = clock.seconds / Math.max(1e-12, clock.speed);
  if (result) classState.update(result.timeline, clock.seconds, clock.speed / 30);
  if (shared.layer !== 'work') shared.painter?.classes();
}
