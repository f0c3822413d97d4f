import { LONGEST, SHORTEST } from '../../export/size.ts';
import type { Theme } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { LONG_SIDES, type Look, SHAPES } from './look.ts';

const THEMES: readonly Theme[] = ['dark', 'light', 'contrast'];

interface LookFieldsProps {
  readonly look: Look;
  readonly onChange: (change: Partial<Look>) => void;
  /** Length of the step and the view's own instant, simulated seconds. */
  readonly step: number;
  readonly seconds: number;
}

/** Theme, shape and size, the moment, and what is written into the picture. */
export function LookFields({ look, onChange, step, seconds }: LookFieldsProps) {
  const words = useWords();
  const format = useFormat();
  return (
    <>
      <label>
        <span>{words('take.shape')}</span>
        <select
          value={look.shape}
          onChange={({ target }) => onChange({ shape: SHAPES.find((shape) => shape === target.value) })}
        >
          {SHAPES.map((shape) => (
            <option key={shape} value={shape}>
              {shape === 'own' ? words('take.shape.own') : shape}
            </option>
          ))}
        </select>
      </label>
      {look.shape === 'own' ? (
        (['width', 'height'] as const).map((side) => (
          <label key={side}>
            <span>{words(`take.${side}`)}</span>
            <input
              type="number"
              min={SHORTEST}
              max={LONGEST}
              step={1}
              value={Number.isNaN(look.own[side]) ? '' : look.own[side]}
              onChange={({ target }) => onChange({ own: { ...look.own, [side]: target.valueAsNumber } })}
            />
          </label>
        ))
      ) : (
        <label>
          <span>{words('take.long')}</span>
          <select value={look.long} onChange={({ target }) => onChange({ long: Number(target.value) })}>
            {LONG_SIDES.map((long) => (
              <option key={long} value={long}>
                {words('take.pixels', { count: format.count(long) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="take-wide">
        <span>{words('tool.theme')}</span>
        <select
          value={look.theme}
          onChange={({ target }) => onChange({ theme: THEMES.find((theme) => theme === target.value) })}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words(`tool.theme.${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="take-wide">
        <span>{words('take.moment')}</span>
        <input
          type="range"
          min={0}
          max={step}
          step={step / 1000}
          value={look.seconds ?? seconds}
          aria-valuetext={format.seconds(look.seconds ?? seconds)}
          onChange={({ target }) => onChange({ seconds: target.valueAsNumber })}
        />
      </label>
      {(['caption', 'labels', 'cutout'] as const).map((name) => (
        <label key={name} className="choice">
          <input
            type="checkbox"
            checked={look[name]}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          />
          {words(name === 'labels' ? 'take.names' : `take.${name}`)}
        </label>
      ))}
    </>
  );
}
