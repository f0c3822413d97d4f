/** The part of a canvas that plans are drawn with. */
export type Pencil = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'globalAlpha'
  | 'lineWidth'
  | 'lineDashOffset'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'clip'
  | 'stroke'
  | 'setLineDash'
  | 'save'
  | 'restore'
  | 'fillText'
>;

type Style = Pick<
  Pencil,
  | 'fillStyle'
  | 'strokeStyle'
  | 'globalAlpha'
  | 'lineWidth'
  | 'lineDashOffset'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** How far below its line a text's baseline lies, in sizes: written out, since simple viewers know no other baseline. */
const BASELINES: Readonly<Partial<Record<CanvasTextBaseline, number>>> = { top: 0.78, middle: 0.35 };

/** A pencil that writes SVG: what was drawn with it, as elements one a line. */
export interface Writer extends Pencil {
  readonly elements: () => string;
}

/** Rectangles are the only clips, one deep, as plans need them. */
export function createWriter(): Writer {
  const lines: string[] = [];
  const saved: { style: Style; clips: boolean }[] = [];
  const style: Style = {
    fillStyle: '#000',
    strokeStyle: '#000',
    globalAlpha: 1,
    lineWidth: 1,
    lineDashOffset: 0,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
  };
  let dashes: readonly number[] = [];
  let path = '';
  let box = '';
  let clips = 0;
  let clipped = false;
  const faint = (): string => (style.globalAlpha < 1 ? ` opacity="${digits(style.globalAlpha)}"` : '');
  const line = (): string => {
    const dash =
      dashes.length > 0
        ? ` stroke-dasharray="${dashes.join(' ')}" stroke-dashoffset="${digits(style.lineDashOffset)}"`
        : '';
    return `fill="none" stroke="${style.strokeStyle}" stroke-width="${digits(style.lineWidth)}"${dash}${faint()}`;
  };
  const rectangle = (x: number, y: number, w: number, h: number): string =>
    `x="${digits(x)}" y="${digits(y)}" width="${digits(Math.max(0, w))}" height="${digits(Math.max(0, h))}"`;
  return Object.assign(style, {
    elements: () => lines.join('\n'),
    fillRect(x: number, y: number, w: number, h: number) {
      lines.push(`<rect ${rectangle(x, y, w, h)} fill="${style.fillStyle}"${faint()}/>`);
    },
    strokeRect(x: number, y: number, w: number, h: number) {
      lines.push(`<rect ${rectangle(x, y, w, h)} ${line()}/>`);
    },
    beginPath() {
      path = '';
      box = '';
    },
    moveTo(x: number, y: number) {
      path += `M${digits(x)} ${digits(y)}`;
    },
    lineTo(x: number, y: number) {
      path += `L${digits(x)} ${digits(y)}`;
    },
    rect(x: number, y: number, w: number, h: number) {
      box = rectangle(x, y, w, h);
    },
    clip() {
      clips += 1;
      clipped = true;
      lines.push(
        `<clipPath id="clip${clips}"><rect ${box}/></clipPath>`,
        `<g clip-path="url(#clip${clips})">`,
      );
    },
    stroke() {
      if (path !== '') lines.push(`<path d="${path}" ${line()}/>`);
    },
    setLineDash(segments: readonly number[]) {
      dashes = segments;
    },
    save() {
      saved.push({ style: { ...style }, clips: clipped });
      clipped = false;
    },
    restore() {
      if (clipped) lines.push('</g>');
      const last = saved.pop();
      if (!last) return;
      clipped = last.clips;
      Object.assign(style, last.style);
    },
    fillText(text: string, x: number, y: number) {
      const [, weight = '400', size = '10', family = 'sans-serif'] =
        /^(\d+)? ?([\d.]+)px (.*)$/.exec(style.font) ?? [];
      const anchor = style.textAlign === 'center' ? 'middle' : style.textAlign === 'right' ? 'end' : 'start';
      const down = (BASELINES[style.textBaseline] ?? 0) * Number(size);
      lines.push(
        `<text x="${digits(x)}" y="${digits(y + down)}" fill="${style.fillStyle}" font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}"${faint()}>${escaped(text)}</text>`,
      );
    },
  });
}

/** A hundredth of a unit is finer than can be seen. */
function digits(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
