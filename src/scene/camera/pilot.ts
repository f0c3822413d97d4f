import type { CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { MathUtils, Vector3 } from 'three';
import type { View } from '../../state/store.ts';
import { metresPerPixel } from '../journey.ts';
import type { Shared } from '../shared.ts';
import { showsCube, UNFOLD_SECONDS } from '../unfolding.ts';
import { facing, zoomPoint } from './aim.ts';
import { type Flight, flightBetween, poseAlong, turn } from './flight.ts';
import { homeOf, type Pose } from './homes.ts';
import { addressOf, poseOf, samePose, viewOf } from './pose.ts';
import { aspectOf, middleOf } from './room.ts';

/** Seconds of the longest and the shortest flight. */
const LONGEST = 1.2;
const SHORTEST = 0.45;
/** The camera has come to rest when it has not moved for so long, milliseconds. */
const REST_MS = 220;

/** Moves the camera where the store or the visitor wants it, and writes to the store where it came to rest. */
export interface Pilot {
  /** To be called once a frame, before the controls' own update; `now` in milliseconds. */
  advance(now: number): void;
  /** Travels to a place's home view; resolves when its picture is complete or something else takes over. */
  flyTo(address: string, seconds?: number): Promise<void>;
  /** Scales the whole view about a point of the campus frame: `factor` below 1 comes nearer, and never past the limits. */
  zoomAbout(point: { x: number; y: number; z: number }, factor: number): void;
  /** Turns by degrees. */
  orbit(azimuth: number, elevation: number): void;
  /** Scales the view about its middle, as a wheel there would. */
  zoom(factor: number): void;
  /** Moves over the ground by shares of the window: right, and away. */
  move(right: number, away: number): void;
  /** Stops a flight where it is. */
  interrupt(): void;
  dispose(): void;
}

interface Journeying {
  readonly way: Flight;
  readonly from: Pose;
  readonly to: Pose;
  /** Milliseconds. */
  readonly began: number;
  readonly lasts: number;
  readonly arrive: () => void;
  readonly finish: () => void;
}

export function createPilot(shared: Shared, controls: CameraControlsImpl): Pilot {
  const { session, journey } = shared;
  const { store } = session;
  let flying: Journeying | null = null;
  let written: View | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let last: Pose | null = null;
  const point = new Vector3();

  const aspect = (): number => aspectOf(journey);
  const site = () => store.getState().site;
  const unfolded = () => store.getState().unfolded;

  const current = (): Pose => {
    controls.getTarget(point);
    return {
      azimuth: MathUtils.radToDeg(controls.azimuthAngle),
      elevation: 90 - MathUtils.radToDeg(controls.polarAngle),
      distance: controls.distance,
      target: [point.x, point.y, point.z],
    };
  };
  const place = (pose: Pose, smooth = false): void => {
    const azimuth = MathUtils.degToRad(pose.azimuth);
    const elevation = MathUtils.degToRad(pose.elevation);
    const [x, y, z] = pose.target;
    const flat = pose.distance * Math.cos(elevation);
    void controls.setLookAt(
      x + flat * Math.sin(azimuth),
      y + pose.distance * Math.sin(elevation),
      z + flat * Math.cos(azimuth),
      x,
      y,
      z,
      smooth,
    );
    shared.invalidate();
  };
  const write = (view: View): void => {
    written = view;
    store.setState({ view });
  };

  const settle = (): void => {
    if (flying) return;
    const { view } = store.getState();
    const pose = current();
    if (samePose(poseOf(site(), view, aspect(), unfolded()), pose)) return;
    const rounded = viewOf(site(), pose, aspect(), showsCube(store.getState()));
    const next: View = { ...view, ...rounded };
    const home = homeOf(site(), addressOf(next.at), aspect(), unfolded());
    write(samePose(home, pose) ? { ...next, cam: null } : next);
    place(poseOf(site(), store.getState().view, aspect(), unfolded()));
  };
  const moved = (): void => {
    clearTimeout(restTimer);
    restTimer = setTimeout(settle, REST_MS);
  };

  const stop = (): void => {
    const was = flying;
    flying = null;
    was?.arrive();
  };
  const start = (to: Pose, seconds: number | undefined): Promise<void> => {
    stop();
    const from = current();
    const way = flightBetween(from, to);
    const reduced = store.getState().motion === 'reduced' || document.hidden;
    const lasts = reduced ? 0 : (seconds ?? Math.min(LONGEST, SHORTEST + 0.09 * way.length));
    if (lasts <= 0) {
      place(to);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      // The timer arrives also where no frame is drawn any more: a hidden tab, a lost context.
      const timer = setTimeout(() => finish(), lasts * 1000 + 400);
      const arrive = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const finish = (): void => {
        if (flying !== mine) return;
        place(to);
        stop();
      };
      const began = performance.now();
      const mine: Journeying = { way, from, to, began, lasts: lasts * 1000, arrive, finish };
      flying = mine;
      shared.invalidate();
    });
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.site !== before.site && state.view.cam === null)
      place(poseOf(state.site, state.view, aspect(), unfolded()));
    // The cube has a composed view of its own; a camera of the visitor's stays where it is.
    if (
      state.unfolded !== before.unfolded &&
      state.view.cam === null &&
      addressOf(state.view.at).length === 4
    )
      void start(poseOf(state.site, state.view, aspect(), state.unfolded), UNFOLD_SECONDS);
    if (state.view === before.view || state.view === written) return;
    const { at, cam } = state.view;
    if (at === before.view.at && cam === before.view.cam) return;
    const to = poseOf(state.site, state.view, aspect(), unfolded());
    void start(to, cam ? 0 : undefined);
  });

  const pilot: Pilot = {
    advance(now) {
      if (flying) {
        const { way, from, to, began, lasts } = flying;
        const share = Math.min(1, (now - began) / lasts);
        place(poseAlong(way, from, to, share));
        if (share >= 1) stop();
      }
      const pose = current();
      if (last && !samePose(last, pose)) moved();
      last = pose;
    },
    async flyTo(address, seconds) {
      const to = homeOf(site(), addressOf(address), aspect(), unfolded());
      await start(to, seconds);
      // Another flight may have taken over on the way.
      if (flying || !samePose(to, { ...current(), distance: controls.distance })) return;
      write({ ...store.getState().view, at: address, cam: null });
      await shared.whole();
    },
    zoomAbout(about, factor) {
      stop();
      controls.getTarget(point, true);
      const end = controls.getPosition(new Vector3(), true).distanceTo(point);
      const f = MathUtils.clamp(end * factor, controls.minDistance, controls.maxDistance) / end;
      point.set(
        about.x + (point.x - about.x) * f,
        Math.max(0, about.y + (point.y - about.y) * f),
        about.z + (point.z - about.z) * f,
      );
      void controls.moveTo(point.x, point.y, point.z, true);
      void controls.dollyTo(end * f, true);
      const front = f < 1 ? facing(site(), about, journey) : null;
      if (front) {
        // Two e-foldings of distance take most of the turn.
        const share = 1 - f ** 1.1;
        const pose = current();
        void controls.rotate(
          MathUtils.degToRad(turn(pose.azimuth, front[0]) * share),
          MathUtils.degToRad((pose.elevation - front[1]) * share),
          true,
        );
      }
      shared.invalidate();
    },
    orbit(azimuth, elevation) {
      stop();
      void controls.rotate(MathUtils.degToRad(azimuth), MathUtils.degToRad(-elevation), true);
      shared.invalidate();
    },
    zoom(factor) {
      pilot.zoomAbout(factor < 1 ? zoomPoint(shared, ...middleOf(journey)) : journey.target, factor);
    },
    move(right, away) {
      stop();
      const metres = metresPerPixel(journey) * journey.height;
      void controls.truck(right * metres * aspect(), 0, true);
      void controls.forward(away * metres, true);
      shared.invalidate();
    },
    interrupt: stop,
    dispose() {
      // Whoever takes its place stands where this one was going, or had come to.
      flying?.finish();
      clearTimeout(restTimer);
      settle();
      unsubscribe();
      shared.onResize = () => {};
      session.setTraveller(null);
    },
  };
  // A home view is composed for the window it is seen in.
  shared.onResize = () => {
    const { view } = store.getState();
    if (!flying && view.cam === null) place(poseOf(site(), view, aspect(), unfolded()));
  };
  session.setTraveller((address, seconds) => pilot.flyTo(address, seconds));
  place(poseOf(site(), store.getState().view, aspect(), unfolded()));
  return pilot;
}
