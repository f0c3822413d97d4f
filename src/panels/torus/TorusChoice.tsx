import '../../state/laterWords.ts';
import './torus.css';
import { useId } from 'react';
import { axisCounts } from '../../cluster/torusAxis.ts';
import { domainSize } from '../../facts/cluster.ts';
import { ultraserver } from '../../facts/ultraserver.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { AXES } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { RingSign } from './RingSign.tsx';

/** Lights one dimension of the torus alone and says what it is; pulls the torus apart into a cube and back. */
export function TorusChoice() {
  const words = useWords();
  const { store } = useSession();
  const id = useId();
  const axis = useRainier((state) => state.axis);
  const unfolded = useRainier((state) => state.unfolded);
  const whole = useRainier(({ resolved }) => {
    const { scaleUp } = resolved.cluster;
    return scaleUp.kind === 'torus' && domainSize(scaleUp) === ultraserver.chips.value;
  });
  if (!whole) return null;
  const all = ultraserver.links.value;
  return (
    <>
      {axis ? <p>{words(`torus.${axis}`, { ...axisCounts(axis), all })}</p> : null}
      {unfolded ? (
        <p>
          {axis ? words('torus.cube.short') : words('torus.cube', { chips: ultraserver.chips.value, all })}
        </p>
      ) : null}
      <div className="torus">
        <fieldset>
          <legend className="unseen">{words('torus.label')}</legend>
          {[null, ...AXES].map((value) => (
            <label key={value ?? 'all'}>
              <input
                type="radio"
                className="unseen"
                name={id}
                aria-label={value ? words('torus.dimension', { axis: value.toUpperCase() }) : undefined}
                checked={axis === value}
                onChange={() => store.setState({ axis: value })}
              />
              {value ? value.toUpperCase() : words('torus.all')}
              {value && unfolded ? <RingSign axis={value} /> : null}
            </label>
          ))}
        </fieldset>
        <button type="button" aria-pressed={unfolded} onClick={() => store.setState({ unfolded: !unfolded })}>
          {words(unfolded ? 'torus.fold' : 'torus.unfold')}
        </button>
      </div>
    </>
  );
}
