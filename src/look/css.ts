import type { Palette } from './palette.ts';

/** A palette as custom properties of a style sheet: `--text`, `--ink-forward`, `--backdrop-top` … */
export function cssVariables(palette: Palette): Readonly<Record<string, string>> {
  const [top, middle, bottom] = palette.backdrop;
  const [bodyTop, bodySide, bodyDeep] = palette.body;
  const variables: Record<string, string> = {
    '--backdrop-top': top,
    '--backdrop-middle': middle,
    '--backdrop-bottom': bottom,
    '--body-top': bodyTop,
    '--body-side': bodySide,
    '--body-deep': bodyDeep,
  };
  for (const [name, value] of Object.entries(palette)) {
    if (typeof value === 'string') variables[`--${dashed(name)}`] = value;
  }
  for (const [name, value] of Object.entries(palette.group)) variables[`--group-${name}`] = value;
  for (const name of ['ramp', 'heat'] as const)
    palette[name].forEach((value, step) => {
      variables[`--${name}-${step}`] = value;
    });
  for (const [name, value] of Object.entries(palette.ink)) variables[`--ink-${dashed(name)}`] = value;
  return variables;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
