import { useId } from 'react';
import { useRainier, useSession } from '../state/session.tsx';
import { NARRATIONS } from '../state/settings.ts';
import { LANGUAGES, type Quality, type State, type Theme } from '../state/store.ts';
import { loadWords, useWords } from '../state/words.tsx';
import { Carry } from './Carry.tsx';
import { Icon } from './Icon.tsx';
import { Share } from './Share.tsx';

const THEMES: readonly Theme[] = ['dark', 'light', 'contrast'];
/** Each in its own language, so that whoever needs it can read it. */
const NAMES = { en: 'English', fr: 'Français' } as const;
const VIEWS: readonly Quality[] = ['auto', 'low', 'medium', 'high', 'floorplan'];

/** How the page looks: theme, picture, labels, flights. */
export function Settings() {
  const words = useWords();
  const { store } = useSession();
  const id = useId();
  const theme = useRainier((state) => state.theme);
  const quality = useRainier((state) => state.quality);
  const labels = useRainier((state) => state.labels);
  const motion = useRainier((state) => state.motion);
  const webgl = useRainier((state) => state.webgl);
  const lang = useRainier((state) => state.lang);
  const settings = useRainier((state) => state.settings);
  const set = (change: Partial<State>): void => store.setState(change);
  return (
    <>
      <button type="button" className="tool" title={words('tool.settings')} popoverTarget={id}>
        <Icon name="settings" />
        <span className="tool-word">{words('tool.settings')}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="settings"
        // A language that is chosen is there at once.
        onToggle={() => {
          for (const language of LANGUAGES) void loadWords(language);
        }}
      >
        <fieldset>
          <legend>{words('tool.theme')}</legend>
          {THEMES.map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={`${id}-theme`}
                checked={theme === value}
                onChange={() => set({ theme: value })}
              />
              {words(`tool.theme.${value}`)}
            </label>
          ))}
        </fieldset>
        {webgl ? (
          <fieldset>
            <legend>{words('tool.view')}</legend>
            {VIEWS.map((value) => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name={`${id}-view`}
                  checked={quality === value}
                  onChange={() => set({ quality: value })}
                />
                {words(`tool.view.${value}`)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <fieldset>
          <legend>{words('tool.language')}</legend>
          {LANGUAGES.map((value) => (
            <label key={value} className="choice" lang={value}>
              <input
                type="radio"
                name={`${id}-language`}
                checked={lang === value}
                onChange={() => set({ lang: value })}
              />
              {NAMES[value]}
            </label>
          ))}
        </fieldset>
        <label className="choice">
          <input type="checkbox" checked={labels} onChange={() => set({ labels: !labels })} />
          {words('tool.labels')}
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={motion === 'full'}
            onChange={() => set({ motion: motion === 'full' ? 'reduced' : 'full' })}
          />
          {words('tool.motion')}
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={settings.shortcuts}
            onChange={() => set({ settings: { ...settings, shortcuts: !settings.shortcuts } })}
          />
          {words('tool.shortcuts')}
        </label>
        <fieldset>
          <legend>{words('tool.narration')}</legend>
          {NARRATIONS.map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={`${id}-narration`}
                checked={settings.narration === value}
                onChange={() => set({ settings: { ...settings, narration: value } })}
              />
              {words(`tool.narration.${value}`)}
            </label>
          ))}
        </fieldset>
        <p className="tight">
          <Share />
          <Carry />
        </p>
      </div>
    </>
  );
}
