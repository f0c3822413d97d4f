import { useRainier, useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

/** Opens what the view can be carried away as. */
export function Carry() {
  const words = useWords();
  const { store } = useSession();
  const open = useRainier((state) => state.reading === 'takeaway');
  return (
    <button
      type="button"
      className="tool"
      title={words('reading.takeaway')}
      aria-expanded={open}
      onClick={() => store.setState({ reading: 'takeaway', sought: null })}
    >
      <Icon name="takeaway" />
      <span className="tool-word">{words('reading.takeaway')}</span>
    </button>
  );
}
