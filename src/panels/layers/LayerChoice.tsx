import '../../state/laterWords.ts';
import './layers.css';
import { useEffect, useId } from 'react';
import { useRainier, useSession } from '../../state/session.tsx';
import { LAYERS, type Layer } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { onLetter } from './letter.ts';

/** Chooses what the light shows; L goes on to the next layer, with Shift back. */
export function LayerChoice() {
  const words = useWords();
  const { store } = useSession();
  const id = useId();
  const layer = useRainier((state) => state.layer);
  useEffect(
    () =>
      onLetter(store, 'l', (back) => {
        const next = LAYERS.indexOf(store.getState().layer) + (back ? LAYERS.length - 1 : 1);
        store.setState({ layer: LAYERS[next % LAYERS.length] });
      }),
    [store],
  );
  return (
    <p className="layer">
      <label htmlFor={id}>{words('layer.label')}</label>
      <select
        id={id}
        value={layer}
        aria-keyshortcuts="L Shift+L"
        onChange={(event) => store.setState({ layer: event.target.value as Layer })}
      >
        {LAYERS.map((name) => (
          <option key={name} value={name}>
            {words(`layer.${name}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
