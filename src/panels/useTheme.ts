import { useLayoutEffect } from 'react';
import { cssVariables } from '../look/css.ts';
import { palettes } from '../look/palette.ts';
import { useRainier } from '../state/session.tsx';

/** Gives the page the colours of the visitor's theme. */
export function useTheme(): void {
  const theme = useRainier((state) => state.theme);
  const motion = useRainier((state) => state.motion);
  const lang = useRainier((state) => state.lang);
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    for (const [name, value] of Object.entries(cssVariables(palettes[theme])))
      root.style.setProperty(name, value);
    root.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    root.dataset.theme = theme;
    root.dataset.motion = motion;
    root.lang = lang;
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', palettes[theme].panel);
  }, [theme, motion, lang]);
}
