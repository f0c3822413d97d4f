import { type RefObject, useEffect, useRef } from 'react';
import { type Palette, palettes } from '../../look/palette.ts';
import { useRainier } from '../../state/session.tsx';

/** What a drawing is made on and with: device pixels, and how many of them a CSS pixel has. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly palette: Palette;
}

/** A canvas that is drawn anew when `draw` (from useCallback), its size (CSS pixels) or the theme changes. */
export function useDrawing(
  draw: (surface: Surface) => void,
  width: number,
  height: number,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useRainier((state) => state.theme);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width < 1 || height < 1) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    const { canvas: element } = context;
    if (element.width !== size.width) element.width = size.width;
    if (element.height !== size.height) element.height = size.height;
    draw({ context, ...size, ratio, palette: palettes[theme] });
  }, [draw, width, height, theme]);
  return canvas;
}
