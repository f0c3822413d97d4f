import { useEffect, useState } from 'react';
import { qrModules, qrSvg } from '../../export/code.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';

/** Paper has no links: the address of this page and its code, where the page has one that others can open. */
export function PaperLink() {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const links = useRainier((state) => state.manners.links);
  const [code, setCode] = useState('');
  const address = `${location.origin}${location.pathname}?read=lesson&lang=${lang}`;
  const reachable = links && /^https?:/.test(address);
  useEffect(() => {
    let gone = false;
    if (reachable)
      qrModules(address)
        .then((modules) => {
          if (!gone) setCode(qrSvg(modules, ''));
        })
        // A code that cannot be is left out; the address stands beside it.
        .catch(() => {});
    return () => {
      gone = true;
    };
  }, [reachable, address]);
  if (!reachable) return null;
  return (
    <div className="paper-link">
      <p>{words('lesson.links', { address: address.replace(/^https?:\/\//, '') })}</p>
      {code ? <img src={`data:image/svg+xml,${encodeURIComponent(code)}`} alt="" /> : null}
    </div>
  );
}
