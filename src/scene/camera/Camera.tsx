import { CameraControls, CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { Box3, MathUtils, type PerspectiveCamera, Vector3 } from 'three';
import { campusPlace } from '../../cluster/places.ts';
import { useRainier } from '../../state/session.tsx';
import { useShared } from '../shared.ts';
import { connectInput } from './input.ts';
import { createPilot } from './pilot.ts';

/** Highest point that can be looked at, metres; and how far outside the plots, metres: panning cannot lose the campus. */
const CEILING = 11;
const OUTSKIRTS = 40;
/** The camera stays this far above the horizontal and below the zenith, degrees. */
const LOWEST = 1.5;
const HIGHEST = 88;
export const NEAREST = 0.012;
export const FARTHEST = 4500;

const { ACTION } = CameraControlsImpl;

/** The journey's camera: free within limits, sent by the store, and telling the store where it came to rest. */
export function Camera() {
  const shared = useShared();
  const controls = useRef<CameraControlsImpl>(null);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const element = useThree((state) => state.gl.domElement);
  const site = useRainier((state) => state.site);
  const reduced = useRainier((state) => state.motion === 'reduced');

  useEffect(() => {
    const c = controls.current;
    if (!c) return;
    c.minPolarAngle = MathUtils.degToRad(90 - HIGHEST);
    c.maxPolarAngle = MathUtils.degToRad(90 - LOWEST);
    c.minDistance = NEAREST;
    c.maxDistance = FARTHEST;
    c.restThreshold = 1e-4;
    c.mouseButtons.wheel = ACTION.NONE;
    c.mouseButtons.middle = ACTION.TRUCK;
    c.touches.two = ACTION.TOUCH_DOLLY_TRUCK;
    c.touches.three = ACTION.TOUCH_TRUCK;
  }, []);

  useEffect(() => {
    const c = controls.current;
    if (!c) return;
    c.smoothTime = reduced ? 0.001 : 0.14;
    c.draggingSmoothTime = reduced ? 0.001 : 0.05;
  }, [reduced]);

  useEffect(() => {
    if (!site) return;
    const { x, z, size } = campusPlace(site);
    const low = new Vector3(x - size[0] / 2 - OUTSKIRTS, 0, z - size[2] / 2 - OUTSKIRTS);
    const high = new Vector3(x + size[0] / 2 + OUTSKIRTS, CEILING, z + size[2] / 2 + OUTSKIRTS);
    controls.current?.setBoundary(new Box3(low, high));
  }, [site]);

  const pilot = useRef<ReturnType<typeof createPilot>>(null);
  useEffect(() => {
    const c = controls.current;
    if (!c) return;
    const p = createPilot(shared, c);
    pilot.current = p;
    shared.pilot = p;
    const disconnect = connectInput(element, shared, p);
    return () => {
      disconnect();
      p.dispose();
      pilot.current = null;
      shared.pilot = null;
    };
  }, [shared, element]);

  // Before the controls (−1) so that they take a flight's pose in the same frame.
  useFrame(() => pilot.current?.advance(performance.now()), -2);

  // After the controls, before the frame's readers (−0.5).
  useFrame(() => {
    const c = controls.current;
    if (!c) return;
    c.getTarget(shared.journey.target);
    shared.journey.distance = c.distance;
  }, -0.8);

  return <CameraControls ref={controls} camera={camera} domElement={element} />;
}
