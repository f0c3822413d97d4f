import { KINDS, type Layer, type State } from '../store.ts';
import type { Instant, Readings } from './readings.ts';

/** What a layer shows of chips or links: a colour by name (look/tone.ts), and how far they fill, 0 … 1. */
export interface Shown {
  readonly tone: 'ramp' | 'heat' | 'over' | 'none' | 'fault' | 'slowed' | 'stopped' | (typeof KINDS)[number];
  readonly share: number;
}

/** What is looked at: a layer, one kind of traffic or all, at an instant. */
export interface LayerView extends Instant {
  readonly layer: Layer;
  readonly kind: State['kind'];
  /** Of a chip. */
  readonly memory: number;
  readonly watts: number;
}

/** What is looked at in a state of the page. */
export function layerView(
  state: Pick<State, 'layer' | 'kind' | 'resultOf' | 'resolved'>,
  at: Instant,
): LayerView {
  const { memory, watts } = (state.resultOf ?? state.resolved).cluster.chip;
  return { layer: state.layer, kind: state.kind, seconds: at.seconds, speed: at.speed, memory, watts };
}

const NOTHING: Shown = { tone: 'none', share: 0 };

/** What a layer shows of the chips of a class; of work and groups, which are others' matter, nothing. */
export function chipsShown(readings: Readings, cls: number, view: LayerView): Shown {
  switch (view.layer) {
    case 'memory': {
      const bytes = readings.memory(cls, view);
      return bytes > view.memory
        ? { tone: 'over', share: 1 }
        : { tone: 'ramp', share: bytes / readings.fullest };
    }
    case 'power':
      return { tone: 'heat', share: readings.watts(cls, view) / view.watts };
    case 'faults': {
      const fault = readings.fault(cls);
      return fault ? { tone: fault, share: 1 } : NOTHING;
    }
    case 'load':
      return { tone: 'ramp', share: height(Math.max(...readings.loads(cls, view, null))) };
    case 'traffic':
      return strongest(view, (kind) => Math.max(...readings.loads(cls, view, kind)));
    default:
      return NOTHING;
  }
}

/** What it shows of one class of link (cluster/groups.ts, `linkClasses`) of those chips. */
export function linksShown(readings: Readings, cls: number, link: number, view: LayerView): Shown {
  if (view.layer === 'load') return { tone: 'ramp', share: height(readings.loads(cls, view, null)[link]) };
  if (view.layer === 'traffic') return strongest(view, (kind) => readings.loads(cls, view, kind)[link]);
  return NOTHING;
}

/** Place on the scale of a share of a link: its root, so that a hundredth can still be seen. */
export function height(share: number): number {
  return Math.sqrt(share);
}

/** The kind of traffic that loads links most. */
function strongest({ kind }: LayerView, loadOf: (kind: (typeof KINDS)[number]) => number): Shown {
  let shown = NOTHING;
  let most = 0;
  for (const each of KINDS) {
    const load = kind === null || kind === each ? loadOf(each) : 0;
    if (load <= most) continue;
    most = load;
    shown = { tone: each, share: height(load) };
  }
  return shown;
}
