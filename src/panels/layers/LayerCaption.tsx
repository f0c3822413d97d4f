import '../../state/laterWords.ts';
import { energy } from '../../facts/energy.ts';
import { useRainier } from '../../state/session.tsx';
import type { Layer } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';

interface LayerProps {
  readonly layer: Exclude<Layer, 'work'>;
}

/** What another layer than work is about. */
export function LayerTitle({ layer }: LayerProps) {
  const words = useWords();
  return <h1>{words(`layer.${layer}.title`)}</h1>;
}

/** What its light says, and what of it is modelled and what assumed. */
export function LayerAbout({ layer }: LayerProps) {
  const words = useWords();
  const format = useFormat();
  const full = useRainier((state) => (state.resultOf ?? state.resolved).cluster.chip.watts);
  if (layer !== 'power') return <>{words(`layer.${layer}.about`)}</>;
  const values = { watts: format.si(full, 'W'), share: format.percent(energy.chipWaiting.value) };
  return <>{words('layer.power.about', values)}</>;
}
