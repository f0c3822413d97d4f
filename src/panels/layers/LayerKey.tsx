import '../../state/laterWords.ts';
import type { Layer } from '../../state/store.ts';
import { GroupsKey } from './GroupsKey.tsx';

/** What the light says on another layer than work. */
export function LayerKey({ layer }: { readonly layer: Exclude<Layer, 'work'> }) {
  if (layer === 'groups') return <GroupsKey />;
  return null;
}
