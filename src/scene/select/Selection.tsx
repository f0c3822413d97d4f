import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Group } from 'three';
import { formatAddress, levelOf } from '../../cluster/address.ts';
import { placeOf } from '../../cluster/places.ts';
import { CHIPS_PER_ULTRASERVER, chipIndex } from '../../cluster/site.ts';
import { useRainier } from '../../state/session.tsx';
import { toCampus } from '../camera/homes.ts';
import { addressOf } from '../camera/pose.ts';
import { pickAt } from '../picking.ts';
import { useShared } from '../shared.ts';
import { CUBE, cubeAt } from '../ultraserver/cube.ts';
import { createOutline } from './outline.ts';

/** A press that moves further than this is a drag, CSS pixels. */
const DRAG = 6;

/** Outlines of what is selected and pointed at; a click selects, a double click goes in. */
export function Selection() {
  const shared = useShared();
  const element = useThree((state) => state.gl.domElement);
  const site = useRainier((state) => state.site);
  const selected = useRainier((state) => state.selected);
  const hovered = useRainier((state) => state.hovered);
  const unfolded = useRainier(
    (state) => state.unfolded && levelOf(addressOf(state.view.at)) === 'ultraserver',
  );
  const outlines = useMemo(() => {
    const group = new Group();
    const chosen = createOutline(shared, 1.6, 0.95);
    const pointed = createOutline(shared, 1, 0.6);
    group.add(chosen.mesh, pointed.mesh);
    return { group, chosen, pointed };
  }, [shared]);
  useEffect(
    () => () => {
      outlines.chosen.dispose();
      outlines.pointed.dispose();
    },
    [outlines],
  );

  useEffect(() => {
    const place = (text: string | null) => {
      const address = text ? addressOf(text) : [];
      if (site && unfolded && address.length === 7) {
        const outer = placeOf(site, address.slice(0, 4));
        const [x, y, z] = cubeAt(chipIndex(site, address) % CHIPS_PER_ULTRASERVER);
        const at = toCampus(outer, x, y - CUBE.chip[1] / 2, z);
        return { x: at[0], y: at[1], z: at[2], yaw: outer.yaw, size: CUBE.chip };
      }
      return site && address.length > 0 ? placeOf(site, address, address.length === 6) : null;
    };
    outlines.chosen.around(place(selected));
    outlines.pointed.around(hovered === selected ? null : place(hovered));
    shared.invalidate();
  }, [shared, outlines, site, selected, hovered, unfolded]);

  useEffect(() => {
    const { session } = shared;
    const { store } = session;
    let down: { x: number; y: number } | null = null;
    const at = (event: PointerEvent | MouseEvent): string | null => {
      const box = element.getBoundingClientRect();
      const hit = pickAt(shared, event.clientX - box.left, event.clientY - box.top);
      return hit ? formatAddress(hit.address) : null;
    };
    const point = (address: string | null): void => {
      if (address !== store.getState().hovered) store.setState({ hovered: address });
    };
    const onDown = (event: PointerEvent): void => {
      down = { x: event.clientX, y: event.clientY };
      // Nothing is pointed at while the view is dragged.
      point(null);
    };
    const onMove = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const address = at(event);
      point(address);
      element.style.cursor = address ? 'pointer' : 'grab';
    };
    // A finger leaves with every tap; what it tapped stays pointed at.
    const onLeave = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') point(null);
    };
    const onUp = (event: PointerEvent): void => {
      if (!down || Math.hypot(event.clientX - down.x, event.clientY - down.y) > DRAG || event.button !== 0)
        return;
      const address = at(event);
      session.select(address);
      if (event.pointerType === 'touch') point(address);
    };
    const onDouble = (event: MouseEvent): void => {
      const address = at(event);
      if (address) void session.flyTo(address).catch(() => {});
    };
    const listeners = [
      ['pointerdown', onDown],
      ['pointermove', onMove],
      ['pointerleave', onLeave],
      ['pointerup', onUp],
      ['dblclick', onDouble],
    ] as const;
    for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener);
    // What was pointed at from outside is not from within.
    const stop = store.subscribe((state, before) => {
      if (state.view.at !== before.view.at) point(null);
    });
    return () => {
      stop();
      for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
    };
  }, [shared, element]);

  useFrame(() => {
    const { width, height, reach } = shared.journey;
    const { view } = shared.session.store.getState();
    for (const outline of [outlines.chosen, outlines.pointed]) outline.canvas.set(width, height);
    // A place that fills the view needs no box around it.
    outlines.chosen.uniforms.uStrength.value = selected === view.at && reach > 0 ? 0 : 0.95;
  });
  return <primitive object={outlines.group} />;
}
