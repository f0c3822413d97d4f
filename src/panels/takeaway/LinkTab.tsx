import { useEffect, useId, useState } from 'react';
import { EASY_CHARACTERS, type Modules, qrModules, qrSvg } from '../../export/code.ts';
import { elementCode, fixedLink, iframeCode, oEmbed } from '../../export/link.ts';
import type { Size } from '../../export/size.ts';
import { WHOLE_SCENARIO } from '../../state/lock.ts';
import { problemText } from '../../state/problem.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { maySave, saveFile } from '../saveFile.ts';
import { Copied } from './Copied.tsx';

interface LinkTabProps {
  /** To exactly this view. */
  readonly link: string;
  readonly title: string;
  readonly size: Size;
  readonly name: string;
}

/** A frame on a page is seldom wider, CSS pixels. */
const FRAME_WIDTH = 960;

/** The view as a link, a code to be photographed, and lines for other people's pages. */
export function LinkTab({ link: free, title, size, name }: LinkTabProps) {
  const words = useWords();
  const lang = useRainier((state) => state.lang);
  const id = useId();
  const [fixed, setFixed] = useState(false);
  const link = fixed ? fixedLink(free, WHOLE_SCENARIO) : free;
  const [code, setCode] = useState<Modules | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    let gone = false;
    qrModules(link)
      .then((modules) => {
        if (gone) return;
        setCode(modules);
        setError('');
      })
      .catch((reason: Error) => {
        if (!gone) setError(reason.message);
      });
    return () => {
      gone = true;
    };
  }, [link]);
  const [page, query = ''] = link.split(/(?=\?)/);
  const shape = { width: FRAME_WIDTH, height: Math.round((FRAME_WIDTH * size.height) / size.width) || 540 };
  const linked = { page, query, title, size: shape };
  const drawn = code && qrSvg(code, title);
  return (
    <div className="take-link">
      <div>
        <Copied label={words('take.link')} text={link} lines={2} />
        <label className="choice">
          <input type="checkbox" checked={fixed} onChange={({ target }) => setFixed(target.checked)} />
          {words('take.link.fix')}
        </label>
        {/^https?:/.test(link) ? null : <p className="second">{words('take.link.local')}</p>}
        <Copied label={words('take.iframe')} text={iframeCode(linked)} lines={4} />
        <Copied label={words('take.element')} text={elementCode(linked)} lines={4} />
        <p className="choices">
          <button
            type="button"
            className="plain"
            disabled={!maySave()}
            onClick={() => saveFile(`${name}.oembed.json`, 'application/json', oEmbed(linked))}
          >
            {words('take.oembed')}
          </button>
        </p>
      </div>
      <figure className="take-code" aria-labelledby={`${id}-code`}>
        {drawn ? (
          <img
            src={`data:image/svg+xml,${encodeURIComponent(drawn)}`}
            alt={words('take.code.alt', { title })}
          />
        ) : null}
        <figcaption id={`${id}-code`}>{words('take.code')}</figcaption>
        <p className="fault" role="alert">
          {problemText(error, lang)}
        </p>
        {link.length > EASY_CHARACTERS ? <p className="second">{words('take.code.long')}</p> : null}
        {drawn ? (
          <button
            type="button"
            className="plain"
            disabled={!maySave()}
            onClick={() => saveFile(`${name}-code.svg`, 'image/svg+xml', drawn)}
          >
            {words('take.code.save')}
          </button>
        ) : null}
      </figure>
    </div>
  );
}
