import type { ResolvedScenario } from '../../scenario/scenario.ts';
import { KINDS, type Layer, type State } from '../store.ts';
import type { Readings, Window } from './readings.ts';

/** What a layer shows of chips or links: a colour by name (look/tone.ts), and how far they fill, 0 … 1. */
export interface Shown {
  readonly tone: 'ramp' | 'heat' | 'over' | 'none' | 'fault' | 'slowed' | 'stopped' | (typeof KINDS)[number];
  readonly share: number;
}

/** What is looked at: a layer, one kind of traffic or all, an instant and what is averaged over. */
export interface View {
  readonly layer: Layer;
  readonly kind: State['kind'];
  readonly scenario: ResolvedScenario;
  readonly seconds: number;
  readonly window: Window;
}

const NOTHING: Shown = { tone: 'none', share: 0 };

/** What a layer (but work and groups, which are others' matter) shows of the chips of a class. */
export function chipsShown(readings: Readings, cls: number, view: View): Shown {
  const { layer, scenario, seconds, window } = view;
  const { chip } = scenario.cluster;
  switch (layer) {
    case 'memory': {
      const share = readings.memory(cls, seconds) / chip.memory;
      return share > 1 ? { tone: 'over', share: 1 } : { tone: 'ramp', share };
    }
    case 'power':
      return { tone: 'heat', share: readings.watts(cls, window) / chip.watts };
    case 'faults': {
      const fault = readings.fault(cls);
      return fault ? { tone: fault, share: 1 } : NOTHING;
    }
    case 'load':
      return { tone: 'ramp', share: Math.max(...readings.loads(cls, window, null)) };
    case 'traffic':
      return strongest(view, (kind) => Math.max(...readings.loads(cls, window, kind)));
    default:
      return NOTHING;
  }
}

/** What it shows of one class of link (cluster/groups.ts, `linkClasses`) of those chips. */
export function linksShown(readings: Readings, cls: number, link: number, view: View): Shown {
  const { layer, window } = view;
  if (layer === 'load') return { tone: 'ramp', share: readings.loads(cls, window, null)[link] };
  if (layer === 'traffic') return strongest(view, (kind) => readings.loads(cls, window, kind)[link]);
  return NOTHING;
}

/** The kind of traffic that loads links most, and the root of its share, so that a hundredth can still be seen. */
function strongest({ kind }: View, loadOf: (kind: (typeof KINDS)[number]) => number): Shown {
  let shown = NOTHING;
  let most = 0;
  for (const each of KINDS) {
    const load = kind === null || kind === each ? loadOf(each) : 0;
    if (load <= most) continue;
    most = load;
    shown = { tone: each, share: Math.sqrt(load) };
  }
  return shown;
}
