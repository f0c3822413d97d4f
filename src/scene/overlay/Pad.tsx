import '../../state/laterWords.ts';
import { useEffect } from 'react';
import { useWords } from '../../state/words.tsx';
import { useShared } from '../shared.ts';

/** Degrees of a turn, share of the window of a move, factor of a zoom. */
const TURN = 15;
const MOVE = 0.2;
const NEARER = 0.6;

/** Three by three: turn and tilt above, move around the home view, zoom below. */
const KEYS = [
  ['turnLeft', '↺'],
  ['up', '↑'],
  ['turnRight', '↻'],
  ['left', '←'],
  ['home', '⌂'],
  ['right', '→'],
  ['out', '−'],
  ['down', '↓'],
  ['in', '+'],
] as const;

/** Buttons for whoever has no wheel, no second finger, no keys. */
export function Pad() {
  const shared = useShared();
  const words = useWords();
  useEffect(() => {
    const root = document.createElement('div');
    root.setAttribute('role', 'group');
    root.className = 'pad';
    root.dataset.keepClear = '';
    root.setAttribute('aria-label', words('pad.label'));
    root.style.cssText =
      'position:absolute;right:16px;bottom:calc(3.4rem + 12px);display:grid;grid-template-columns:repeat(3,var(--pad-key,1.75rem));gap:2px;pointer-events:auto';
    for (const [name, sign] of KEYS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.title = words(`pad.${name}`);
      button.setAttribute('aria-label', button.title);
      button.style.cssText =
        'height:var(--pad-key,1.75rem);line-height:1;border-radius:3px;color:var(--quiet-text);background:color-mix(in srgb,var(--panel) 55%,transparent)';
      button.onclick = () => {
        const { pilot } = shared;
        if (!pilot) return;
        if (name === 'home')
          void shared.session.flyTo(shared.session.store.getState().view.at).catch(() => {});
        else if (name === 'in') pilot.zoom(NEARER);
        else if (name === 'out') pilot.zoom(1 / NEARER);
        else if (name === 'turnLeft') pilot.orbit(-TURN, 0);
        else if (name === 'turnRight') pilot.orbit(TURN, 0);
        else pilot.move(MOVE * side(name, 'right', 'left'), MOVE * side(name, 'up', 'down'));
      };
      root.append(button);
    }
    shared.overlay.append(root);
    return () => root.remove();
  }, [shared, words]);
  return null;
}

function side(name: string, plus: string, minus: string): number {
  return name === plus ? 1 : name === minus ? -1 : 0;
}
