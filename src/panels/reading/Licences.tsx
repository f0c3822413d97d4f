import { useMemo } from 'react';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { bundledPackages } from './bundled.ts';

const HOME = /^(?:git\+)?(https:\/\/[^\s"<>]+?)(?:\.git)?$/;

/** What the page is made of that others wrote, under which licences. */
export function Licences() {
  const words = useWords();
  const links = useRainier((state) => state.manners.links);
  const packages = useMemo(bundledPackages, []);
  return (
    <div className="licences">
      <p>{words('licences.own')}</p>
      <p>{words('licences.lead', { count: packages.length })}</p>
      <ul translate="no">
        {packages.map(({ name, version, licence, home, text, shipped }) => {
          const [, address] = HOME.exec(home ?? '') ?? [];
          return (
            <li key={name}>
              <details>
                <summary>
                  {name} {version} · {licence}
                </summary>
                {address ? (
                  <p>
                    {links ? (
                      <a href={address} target="_blank" rel="noopener">
                        {address}
                      </a>
                    ) : (
                      address
                    )}
                  </p>
                ) : null}
                {shipped ? null : <p translate="yes">{words('licences.unshipped')}</p>}
                <p className="licence">{text}</p>
              </details>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
