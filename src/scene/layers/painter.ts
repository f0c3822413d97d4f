import { parseAddress } from '../../cluster/address.ts';
import { classOfChip } from '../../cluster/job.ts';
import type { Layout } from '../../cluster/mates.ts';
import { pickedChip } from '../../cluster/picked.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { chipPlace } from '../../state/chip.ts';
import { readingsOf } from '../../state/layers/readings.ts';
import { chipsShown, type LayerView, layerView, linksShown, type Shown } from '../../state/layers/shown.ts';
import type { Shared } from '../shared.ts';
import { createGroupPaint, put } from './groupPaint.ts';
import type { Painter } from './paint.ts';
import { paintOf } from './paintOf.ts';

/** Classes of link of an UltraServer's chips: the three axes of the torus, and EFA. */
const LINKS = 4;

export function createPainter(shared: Shared): Painter {
  const { session } = shared;
  const groups = createGroupPaint(shared);

  const layoutNow = (): Layout | null => {
    const { job, resultOf, resolved } = session.store.getState();
    return job && { job, expert: (resultOf ?? resolved).parallel.expert };
  };
  const pickedNow = (): number => {
    const state = session.store.getState();
    return state.site ? pickedChip(state.site, parseAddress(chipPlace(state)) ?? []) : -1;
  };
  const viewNow = (): LayerView => ({
    ...layerView(session.store.getState(), session.clock),
    layer: shared.layer,
  });

  return {
    classes() {
      const layout = layoutNow();
      if (shared.layer === 'groups') {
        if (layout) groups.classes(layout, pickedNow(), session.store.getState().kind);
        return;
      }
      const from = readingsOf(session.store.getState());
      if (!from) return;
      const view = viewNow();
      const { values, classes, texture } = shared.classState;
      const write = (line: number, cls: number, shown: Shown): void => {
        const [colour, level] = paintOf(shared.palette, shown);
        const at = (line * classes + cls) * 4;
        // As light: the square of what the screen shows (shaders/header.ts).
        for (let k = 0; k < 3; k++) values[at + k] = colour[k] ** 2;
        values[at + 3] = level;
      };
      for (let cls = 0; cls < classes && cls < from.classes; cls++) {
        write(2, cls, chipsShown(from, cls, view));
        write(3, cls, linksShown(from, cls, LINKS - 1, view));
      }
      texture.needsUpdate = true;
    },
    chips({ uPaint }, first) {
      const paint = uPaint.value.image.data as Float32Array;
      uPaint.value.needsUpdate = true;
      const layout = layoutNow();
      if (!layout) return;
      if (shared.layer === 'groups') {
        groups.chips(paint, first, layout, pickedNow(), session.store.getState().kind);
        return;
      }
      const from = readingsOf(session.store.getState());
      if (!from) return;
      const view = viewNow();
      let last = Number.NaN;
      for (let i = 0; i < CHIPS_PER_ULTRASERVER; i++) {
        const cls = classOfChip(layout.job, first + i);
        for (let line = 0; line <= LINKS; line++) {
          const at = (line * CHIPS_PER_ULTRASERVER + i) * 4;
          if (cls === last) paint.copyWithin(at, at - 4, at);
          else if (cls < 0 || cls >= from.classes) put(paint, i, line, [0, 0, 0], line === 0 ? -1 : 0);
          else {
            const shown = line === 0 ? chipsShown(from, cls, view) : linksShown(from, cls, line - 1, view);
            put(paint, i, line, ...paintOf(shared.palette, shown));
          }
        }
        last = cls;
      }
    },
    dispose: () => groups.dispose(),
  };
}
