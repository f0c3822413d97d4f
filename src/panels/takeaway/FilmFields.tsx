import { CAMERAS, LONGEST_FILM, RATES } from '../../export/film.ts';
import { useWords } from '../../state/words.tsx';
import type { Run } from './filmOf.ts';

interface FilmFieldsProps {
  readonly run: Run;
  readonly onChange: (change: Partial<Run>) => void;
  /** What the camera can do here. */
  readonly moves: boolean;
  readonly flies: boolean;
}

/** Kind, length, pace and camera of a film. */
export function FilmFields({ run, onChange, moves, flies }: FilmFieldsProps) {
  const words = useWords();
  const cameras = CAMERAS.filter((move) => move === 'still' || (moves && (move !== 'flight' || flies)));
  return (
    <div className="take-fields">
      <label>
        <span>{words('take.kind')}</span>
        <select
          value={run.kind}
          onChange={({ target }) =>
            onChange(target.value === 'gif' ? { kind: 'gif', whole: true } : { kind: 'film' })
          }
        >
          <option value="film">{words('take.kind.film')}</option>
          <option value="gif">{words('take.kind.gif')}</option>
        </select>
      </label>
      <label>
        <span>{words('take.seconds')}</span>
        <input
          type="number"
          min={1}
          max={LONGEST_FILM}
          step="any"
          value={Number.isNaN(run.seconds) ? '' : run.seconds}
          onChange={({ target }) => onChange({ seconds: target.valueAsNumber })}
        />
      </label>
      {run.kind === 'film' ? (
        <label>
          <span>{words('take.rate')}</span>
          <select value={run.rate} onChange={({ target }) => onChange({ rate: Number(target.value) })}>
            {RATES.map((rate) => (
              <option key={rate}>{rate}</option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        <span>{words('take.camera')}</span>
        <select
          value={cameras.includes(run.camera) ? run.camera : 'still'}
          onChange={({ target }) => onChange({ camera: CAMERAS.find((move) => move === target.value) })}
        >
          {cameras.map((move) => (
            <option key={move} value={move}>
              {words(`take.camera.${move}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={run.whole}
          onChange={({ target }) => onChange({ whole: target.checked })}
        />
        {words('take.whole')}
      </label>
      {run.whole ? null : (
        <label>
          <span>{words('take.speed')}</span>
          <input
            type="number"
            min={0}
            step="any"
            value={Number.isNaN(run.speed) ? '' : run.speed}
            onChange={({ target }) => onChange({ speed: target.valueAsNumber })}
          />
        </label>
      )}
    </div>
  );
}
