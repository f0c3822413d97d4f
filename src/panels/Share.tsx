import { useState } from 'react';
import { useSession } from '../state/session.tsx';
import { useWords } from '../state/words.tsx';
import { Icon } from './Icon.tsx';

const SHOWN_MS = 4000;

/** Copies a link to exactly this picture, and says that it did. */
export function Share() {
  const words = useWords();
  const { link } = useSession();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link());
      setSaid(words('tool.share.done'));
    } catch {
      setSaid(words('tool.share.failed'));
    }
    setTimeout(() => setSaid(''), SHOWN_MS);
  };
  return (
    <>
      <button type="button" className="tool" title={words('tool.share')} onClick={() => void copy()}>
        <Icon name="link" />
        <span className="tool-word">{words('tool.share')}</span>
      </button>
      <span role="status" className={said ? 'said' : 'said empty'}>
        {said}
      </span>
    </>
  );
}
