import type { Anchor, Meaning } from './anchor.ts';
import { ink } from './ink.ts';
import { type Leader, leaderTo } from './layout.ts';

/** A label's elements over the canvas: real text, moved by style alone. */
export interface Tag {
  readonly id: string;
  /** CSS pixels of the words. */
  readonly width: number;
  readonly height: number;
  /** Where the words stand relative to their point (layout.ts); kept while it is free, so that nothing jumps. */
  side: number;
  say(anchor: Anchor): void;
  /** Point on the canvas and top left corner of the words, CSS pixels. */
  put(px: number, py: number, left: number, top: number, quiet: boolean): void;
  fade(shown: boolean): void;
  /** Onto a canvas over which the overlay lies, while it is shown; CSS pixels. */
  paint(context: CanvasRenderingContext2D): void;
  remove(): void;
}

const COLOURS: Readonly<Record<Meaning, string>> = {
  plain: 'var(--text, #e8eef8)',
  forward: 'var(--ink-forward, #a5f3fc)',
  backward: 'var(--ink-backward, #c99bfd)',
  optimizer: 'var(--ink-optimizer, #4ade80)',
  waiting: 'var(--ink-waiting, #93a3bd)',
  efa: 'var(--ink-efa, #f5b301)',
  neuronLink: 'var(--ink-neuron-link, #7db4ff)',
  fault: 'var(--ink-fault, #ff8a70)',
};

export function createTag(overlay: HTMLElement, first: Anchor): Tag {
  const words = document.createElement('div');
  const title = document.createElement('div');
  const line = document.createElement('div');
  const leader = document.createElement('div');
  const dot = document.createElement('div');
  // Layers of their own: nothing is painted when they move, and only their own pixels are blended with the picture.
  const base = 'position:absolute;left:0;top:0;opacity:0;transition:opacity .25s;will-change:transform;';
  words.style.cssText = `${base}width:max-content;max-width:12.5rem;text-wrap:balance;line-height:1.3;text-shadow:0 0 3px var(--ground,#0e141f),0 0 6px var(--ground,#0e141f)`;
  leader.style.cssText = `${base}height:1px;transform-origin:0 50%`;
  dot.style.cssText = `${base}width:5px;height:5px;border-radius:50%;margin:-2.5px 0 0 -2.5px`;
  words.append(title, line);
  overlay.append(leader, dot, words);
  const range = document.createRange();
  let said = '';
  let size = { width: 0, height: 0 };
  let shownNow = false;
  /** From the point to the words; null where none is drawn. */
  let way: Leader | null = null;
  const tag: Tag = {
    id: first.id,
    get width() {
      return size.width;
    },
    get height() {
      return size.height;
    },
    side: -1,
    say(anchor) {
      const text = `${anchor.title}\n${anchor.line ?? ''}\n${anchor.meaning}`;
      if (text === said) return;
      said = text;
      const colour = COLOURS[anchor.meaning];
      title.textContent = anchor.title;
      line.textContent = anchor.line ?? '';
      title.style.cssText = anchor.quiet
        ? 'font-size:var(--small,.78rem);color:var(--quiet-text,#93a3bd)'
        : `font-size:var(--body,.875rem);font-weight:600;color:${colour}`;
      line.style.cssText = 'font-size:var(--small,.78rem);color:var(--quiet-text,#93a3bd)';
      leader.style.background = dot.style.background = colour;
      // As wide as its longest line: wrapped words would keep the whole width.
      words.style.width = 'max-content';
      const lines = [title, line].flatMap((each) => {
        range.selectNodeContents(each);
        return [...range.getClientRects()];
      });
      words.style.width = `${Math.ceil(Math.max(0, ...lines.map((box) => box.width)))}px`;
      size = { width: words.offsetWidth, height: words.offsetHeight };
    },
    put(px, py, left, top, quiet) {
      // On whole pixels, or a layer's text would be blurred.
      words.style.transform = `translate(${left.toFixed(0)}px,${top.toFixed(0)}px)`;
      leader.style.visibility = dot.style.visibility = quiet ? 'hidden' : 'visible';
      way = null;
      if (quiet) return;
      way = leaderTo(px, py, { left, top, ...size });
      const [, , endX, endY] = way;
      const length = Math.hypot(endX - px, endY - py);
      const angle = Math.atan2(endY - py, endX - px);
      leader.style.width = `${length.toFixed(1)}px`;
      leader.style.transform = `translate(${px.toFixed(1)}px,${py.toFixed(1)}px) rotate(${angle.toFixed(4)}rad)`;
      dot.style.transform = `translate(${px.toFixed(1)}px,${py.toFixed(1)}px)`;
      words.style.textAlign = left > px ? 'left' : 'right';
    },
    fade(shown) {
      if (shown === shownNow) return;
      shownNow = shown;
      words.style.opacity = shown ? '1' : '0';
      leader.style.opacity = shown ? '0.8' : '0';
      dot.style.opacity = shown ? '1' : '0';
    },
    paint(context) {
      if (!shownNow) return;
      if (way) {
        const colour = getComputedStyle(dot).backgroundColor;
        context.strokeStyle = colour;
        context.fillStyle = colour;
        context.globalAlpha = 0.8;
        context.lineWidth = 1;
        context.beginPath();
        context.moveTo(way[0], way[1]);
        context.lineTo(way[2], way[3]);
        context.stroke();
        context.globalAlpha = 1;
        context.beginPath();
        context.arc(way[0], way[1], 2.5, 0, 2 * Math.PI);
        context.fill();
      }
      ink(context, overlay, title);
      ink(context, overlay, line);
    },
    remove() {
      words.remove();
      leader.remove();
      dot.remove();
    },
  };
  tag.say(first);
  return tag;
}
