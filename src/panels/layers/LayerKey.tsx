import '../../state/laterWords.ts';
import type { Layer } from '../../state/store.ts';
import { FaultsKey } from './FaultsKey.tsx';
import { GroupsKey } from './GroupsKey.tsx';
import { LoadKey } from './LoadKey.tsx';
import { MemoryKey } from './MemoryKey.tsx';
import { PowerKey } from './PowerKey.tsx';
import { TrafficKey } from './TrafficKey.tsx';

const KEYS = {
  traffic: TrafficKey,
  load: LoadKey,
  memory: MemoryKey,
  power: PowerKey,
  faults: FaultsKey,
  groups: GroupsKey,
} as const satisfies Record<Exclude<Layer, 'work'>, unknown>;

/** What the light says on another layer than work: its colours and scale, and what they say of the place at hand. */
export function LayerKey({ layer }: { readonly layer: Exclude<Layer, 'work'> }) {
  const Key = KEYS[layer];
  return <Key />;
}
