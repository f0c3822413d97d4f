import { type Level, levelOf, parseAddress } from '../cluster/address.ts';
import { DETAIL_LENSES, type DetailLens } from '../timeline/detail.ts';
import { LENSES, type Lens, type View } from './store.ts';

/** The stretch of time that goes with each level of the journey. */
const LENS_OF: Readonly<Record<Level, Lens>> = {
  campus: 'step',
  building: 'step',
  hall: 'step',
  row: 'microbatch',
  ultraserver: 'layer',
  tray: 'collective',
  chip: 'kernel',
  core: 'tile',
};

/** The lens in force: the one set by hand, or the one that goes with the place. */
export function lensOf(view: Pick<View, 'at' | 'lens'>): Lens {
  return view.lens ?? LENS_OF[levelOf(parseAddress(view.at) ?? [])];
}

/** True for lenses whose inside is asked of the simulator. */
export function isDetail(lens: Lens): lens is DetailLens {
  return DETAIL_LENSES.some((each) => each === lens);
}

/** The next finer lens of a chart (from a layer, what runs there: a collective or a kernel); null at the end. */
export function finer(lens: Lens, collective: boolean): Lens | null {
  if (lens === 'layer') return collective ? 'collective' : 'kernel';
  if (lens === 'collective' || lens === 'tile') return null;
  return LENSES[LENSES.indexOf(lens) + 1];
}

/** The next coarser lens; null for the step, which is all there is on a chart. */
export function coarser(lens: Lens): Lens | null {
  if (lens === 'step' || lens === 'run') return null;
  if (lens === 'kernel') return 'layer';
  return LENSES[LENSES.indexOf(lens) - 1];
}
