import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';
import { parseAddress } from '../../cluster/address.ts';
import { rankOfChip } from '../../cluster/job.ts';
import { type Layout, Mate, mateOf } from '../../cluster/mates.ts';
import { pickedChip } from '../../cluster/picked.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { rgb } from '../near/rgb.ts';
import type { Shared } from '../shared.ts';
import { MARK } from './marked.ts';
import { mateColours } from './mateColours.ts';
import { createMateMap, type MateMap } from './mateMap.ts';
import type { Painter } from './paint.ts';

/** Columns of the paint of mates: as many as four bits and four more can tell apart. */
const MATES = 128;

export function createPainter(shared: Shared): Painter {
  const { session, uniforms } = shared;
  const mates = new Float32Array(MATES * 3 * 4);
  const matePaint = new DataTexture(mates, MATES, 3, RGBAFormat, FloatType);
  matePaint.minFilter = NearestFilter;
  matePaint.magFilter = NearestFilter;
  let map: MateMap | null = null;
  let mapOf: DataTexture | null = null;

  const layoutNow = (): Layout | null => {
    const { job, resultOf, resolved } = session.store.getState();
    return job && { job, expert: (resultOf ?? resolved).parallel.expert };
  };
  const pickedNow = (): number => {
    const { site, selected, view } = session.store.getState();
    return site ? pickedChip(site, parseAddress(selected ?? view.at) ?? []) : -1;
  };
  const showGroups = (layout: Layout): void => {
    if (!map || mapOf !== shared.classMap) {
      map?.dispose();
      map = createMateMap(layout, shared.classMap);
      mapOf = shared.classMap;
    }
    map.pick(pickedNow(), session.store.getState().kind);
    const colours = mateColours(shared.palette);
    for (const mate of Object.values(Mate)) {
      const colour = rgb(colours[mate]);
      const at = (2 * MATES + mate) * 4;
      // As light: the square of what the screen shows (shaders/header.ts).
      for (let k = 0; k < 3; k++) mates[at + k] = colour[k] ** 2;
      mates[at + 3] = mate === Mate.none ? 0 : MARK + mate;
    }
    matePaint.needsUpdate = true;
    uniforms.uClassMap.value = map.texture;
    uniforms.uClassState.value = matePaint;
  };

  return {
    classes() {
      const layout = layoutNow();
      if (shared.layer === 'groups' && layout) showGroups(layout);
    },
    chips({ uPaint }, first) {
      const paint = uPaint.value.image.data as Float32Array;
      const layout = layoutNow();
      if (!layout) return;
      const colours = mateColours(shared.palette);
      const { kind } = session.store.getState();
      const picked = rankOfChip(layout.job, pickedNow());
      for (let i = 0; i < CHIPS_PER_ULTRASERVER; i++) {
        const rank = rankOfChip(layout.job, first + i);
        const mate = mateOf(layout, kind, picked, rank);
        paint.set(rgb(colours[mate]), i * 4);
        paint[i * 4 + 3] = rank < 0 ? -1 : mate === Mate.none ? 0 : MARK + mate;
      }
      uPaint.value.needsUpdate = true;
    },
    dispose() {
      map?.dispose();
      matePaint.dispose();
    },
  };
}
