import { lensOf } from '../../state/lens.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { LENSES, type Lens } from '../../state/store.ts';
import { useWords } from '../../state/words.tsx';
import { Icon } from '../Icon.tsx';

/** Lenses of a chart; the run has numbers of its own. */
const CHOICES = LENSES.filter((lens): lens is Exclude<Lens, 'run'> => lens !== 'run');

interface LensFieldProps {
  readonly onZoom: (factor: number) => void;
}

/** Which stretch of time is looked at: that of the place, or one set by hand; and zoom for those who have no wheel. */
export function LensField({ onZoom }: LensFieldProps) {
  const words = useWords();
  const { store } = useSession();
  const set = useRainier((state) => state.view.lens);
  const own = useRainier((state) => lensOf({ at: state.view.at, lens: null }));
  return (
    <div className="lens">
      <label>
        <span className="unseen">{words('timeline.lens')}</span>
        <select
          value={set ?? ''}
          onChange={({ target }) => {
            const lens = CHOICES.find((choice) => choice === target.value) ?? null;
            store.setState(({ view }) => ({ view: { ...view, lens } }));
          }}
        >
          <option value="">{words('timeline.lens.place', { lens: words(`timeline.lens.${own}`) })}</option>
          {CHOICES.map((lens) => (
            <option key={lens} value={lens}>
              {words(`timeline.lens.${lens}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="quiet"
        aria-label={words('timeline.zoom.out')}
        onClick={() => onZoom(2)}
      >
        <Icon name="less" />
      </button>
      <button
        type="button"
        className="quiet"
        aria-label={words('timeline.zoom.in')}
        onClick={() => onZoom(0.5)}
      >
        <Icon name="more" />
      </button>
    </div>
  );
}
