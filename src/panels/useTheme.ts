import { useLayoutEffect } from 'react';
import { cssVariables } from '../look/css.ts';
import { palettes } from '../look/palette.ts';
import { useRainier } from '../state/session.tsx';
import type { State } from '../state/store.ts';
import { useWords } from '../state/words.tsx';

/** Gives the page the colours, the language and the title that the visitor chose. */
export function useTheme(): void {
  const theme = useRainier((state) => state.theme);
  const motion = useRainier((state) => state.motion);
  const lang = useRainier((state) => state.lang);
  useLook({ theme, motion, lang }, useWords()('page.title'));
}

/** Gives the page colours, a language and a title. */
export function useLook(
  { theme, motion, lang }: Pick<State, 'theme' | 'motion' | 'lang'>,
  title: string,
): void {
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    for (const [name, value] of Object.entries(cssVariables(palettes[theme])))
      root.style.setProperty(name, value);
    root.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    root.dataset.theme = theme;
    root.dataset.motion = motion;
    root.lang = lang;
    document.title = title;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', palettes[theme].panel);
  }, [theme, motion, lang, title]);
}
