import { CONTOUR } from '../../look/contour.ts';

/** A line of text as the browser has broken it, CSS pixels from the top left corner of the overlay. */
interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Paints the text of an element where it lies over the canvas: its lines, type and colour, and a contour and halo of the
 *  ground's colour. */
export function ink(context: CanvasRenderingContext2D, overlay: HTMLElement, element: HTMLElement): void {
  const style = getComputedStyle(element);
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const ground = getComputedStyle(overlay).getPropertyValue('--ground');
  context.shadowColor = context.strokeStyle = ground;
  context.shadowBlur = 6 * context.getTransform().a;
  context.lineJoin = 'round';
  context.lineWidth = CONTOUR * Number.parseFloat(style.fontSize);
  for (const { text, left, top, bottom } of linesOf(overlay, element)) {
    context.strokeText(text, left, (top + bottom) / 2);
    context.fillText(text, left, (top + bottom) / 2);
  }
  context.shadowBlur = 0;
}

/** Lines of an element that holds text alone: words that stand at one height. */
function linesOf(overlay: HTMLElement, element: HTMLElement): Line[] {
  const node = element.firstChild;
  if (!(node instanceof Text)) return [];
  const origin = overlay.getBoundingClientRect();
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    const top = box.top - origin.top;
    if (last && Math.abs(last.top - top) < 2) last.text += ` ${word}`;
    else lines.push({ text: word, left: box.left - origin.left, top, bottom: box.bottom - origin.top });
  }
  return lines;
}
