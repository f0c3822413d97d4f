import '../../state/laterWords.ts';
import { useFrame } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { useWords } from '../../state/words.tsx';
import { depthAt } from '../camera/homes.ts';
import { metresPerPixel } from '../journey.ts';
import { useShared } from '../shared.ts';

/** Longest the bar may be, CSS pixels. */
export const LONGEST = 190;
const STEPS = [5, 2, 1];

/** A round length that fits: 1, 2 or 5 times a power of ten, metres. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  for (const step of STEPS) if (step * power <= most * (1 + 1e-9)) return step * power;
  return power;
}

/** 1 km … 1 mm, in the unit that needs the fewest digits. */
export function lengthName(metres: number): string {
  if (metres >= 1000) return `${number(metres / 1000)} km`;
  if (metres >= 1) return `${number(metres)} m`;
  if (metres >= 0.01) return `${number(metres * 100)} cm`;
  if (metres >= 0.001) return `${number(metres * 1000)} mm`;
  return `${number(metres * 1e6)} µm`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10³, 10⁻² … */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((d) => SUPERSCRIPTS[Number(d)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** Power of ten of a place, by the depth of its address: ~2 km of campus … 5 mm of a core. */
export const EXPONENTS = [3, 2, 1, 0, 0, 0, -1, -2, -3];

/** The scale at the looked-at point and the power of ten of the level, in the lower right corner. */
export function ScaleBar() {
  const shared = useShared();
  const words = useWords();
  const parts = useRef<{ bar: HTMLElement; name: HTMLElement; power: HTMLElement } | null>(null);
  const said = useRef('');

  useEffect(() => {
    const root = document.createElement('div');
    root.style.cssText =
      'position:absolute;will-change:transform;right:8px;bottom:6px;padding:6px 8px;border-radius:4px;background:color-mix(in srgb,var(--backdrop-bottom,#080c14) 72%,transparent);display:flex;gap:14px;align-items:flex-end;color:var(--quiet-text,#93a3bd);font-size:var(--small,.78rem);font-variant-numeric:tabular-nums';
    const scale = document.createElement('div');
    scale.style.cssText = 'display:grid;justify-items:center;gap:3px';
    const name = document.createElement('div');
    const bar = document.createElement('div');
    bar.style.cssText = 'height:5px;border:1px solid currentColor;border-top:0';
    const power = document.createElement('div');
    power.style.cssText =
      'font-size:var(--large,1.125rem);font-weight:600;line-height:1;color:var(--text,#e8eef8)';
    scale.append(name, bar);
    root.append(scale, power);
    root.setAttribute('aria-hidden', 'true');
    shared.overlay.append(root);
    parts.current = { bar, name, power };
    said.current = '';
    return () => root.remove();
  }, [shared]);

  useFrame(() => {
    const { journey } = shared;
    const pixel = metresPerPixel(journey);
    const length = roundLength(pixel * Math.min(LONGEST, journey.width * 0.3));
    const pixels = Math.round(length / pixel);
    const power = EXPONENTS[depthAt(journey.reach)];
    // Of the inside of a chip sizes are not public, and a cube is only a way to draw a torus.
    const unscaled = shared.unfolded > 0.5;
    const schematic = depthAt(journey.reach) >= 7;
    const name = unscaled
      ? words('scene.unscaled')
      : schematic
        ? words('scene.schematic', { length: lengthName(length) })
        : lengthName(length);
    const text = `${name} ${pixels} ${power}`;
    if (!parts.current || text === said.current) return;
    said.current = text;
    parts.current.bar.hidden = unscaled;
    parts.current.name.textContent = name;
    parts.current.bar.style.width = `${pixels}px`;
    parts.current.power.textContent = `${powerOfTen(power)} m`;
  });
  return null;
}
