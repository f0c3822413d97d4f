import '../state/laterWords.ts';
import { parseAddress } from '../cluster/address.ts';
import { palettes } from '../look/palette.ts';
import { type Area, type Easel, setClock, unitsOf } from '../state/easel.ts';
import { placeName } from '../state/names.ts';
import type { Session } from '../state/session.tsx';
import { loadWords, wordsOf } from '../state/words.tsx';
import { shortName } from './names.ts';
import { paint, type Sheet } from './paint.ts';
import { createWriter, type Pencil } from './pencil.ts';
import type { Rect } from './plan.ts';
import { sheetOf } from './sheet.ts';

/** Around the plan, units; names of children stand below them. */
const MARGIN = 36;
const NAME_SIZE = 12.5;

/** Draws the studio's visit as floorplans, where there is no WebGL. */
export async function openEasel(session: Session): Promise<Easel> {
  await loadWords(session.store.getState().lang);
  const { speed } = session.clock;
  return {
    moves: false,
    async paint(context, shot, { signal, progress } = {}) {
      const { seconds, cutout = false, clear = [] } = shot;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
      const { width, height } = context.canvas;
      const units = unitsOf(width, height);
      setClock(session.clock, shot, speed);
      const sheet = sheetIn(session, units.width, units.height, clear);
      context.clearRect(0, 0, width, height);
      context.save();
      context.scale(units.scale, units.scale);
      if (sheet) draw(context, session, sheet, seconds, cutout);
      context.restore();
      progress?.(1);
    },
    dispose() {},
  };
}

/** The floorplan of the place at hand as the elements of an SVG drawing of this size; words stand beside `clear`. */
export async function drawSvg(
  session: Session,
  width: number,
  height: number,
  clear: readonly Area[],
): Promise<string> {
  await loadWords(session.store.getState().lang);
  const sheet = sheetIn(session, width, height, clear);
  if (!sheet) throw new Error('there is no floorplan: nothing is known of halls for this chip');
  const writer = createWriter();
  draw(writer, session, sheet, session.clock.seconds, false);
  return writer.elements();
}

function sheetIn(session: Session, width: number, height: number, clear: readonly Area[]): Sheet | null {
  const state = session.store.getState();
  return sheetOf({ ...state, at: state.view.at }, { width, height, room: roomBeside(width, height, clear) });
}

/** What is left of the paper below words at its top and above those at its foot. */
export function roomBeside(width: number, height: number, clear: readonly Area[]): Rect {
  let top = 0;
  let foot = height;
  for (const area of clear) {
    if (area.top + area.height / 2 < height / 2) top = Math.max(top, area.top + area.height);
    else foot = Math.min(foot, area.top);
  }
  const y = top + MARGIN;
  return { x: MARGIN, y, w: width - 2 * MARGIN, h: Math.max(1, foot - MARGIN - y) };
}

function draw(pencil: Pencil, session: Session, sheet: Sheet, seconds: number, cutout: boolean): void {
  const { view, labels, lang, theme } = session.store.getState();
  const palette = palettes[theme];
  paint(pencil, sheet, { seconds, speed: session.clock.speed }, cutout);
  if (!labels) return;
  const words = wordsOf(lang);
  const address = parseAddress(view.at) ?? [];
  const { fit } = sheet;
  const at = ({ x, y, w, h }: Rect): Rect => ({
    x: fit.x + x * fit.scale,
    y: fit.y + y * fit.scale,
    w: w * fit.scale,
    h: h * fit.scale,
  });
  const write = (text: string, x: number, y: number, align: CanvasTextAlign, colour: string): void => {
    pencil.font = `400 ${NAME_SIZE}px system-ui, sans-serif`;
    pencil.textAlign = align;
    pencil.textBaseline = align === 'center' ? 'middle' : 'top';
    pencil.fillStyle = colour;
    if (text !== '') pencil.fillText(text, x, y);
  };
  for (const body of sheet.plan.bodies) {
    const { x, y, w, h } = at(body);
    if (body.name) write(words(`plan.${body.name}`), x + w / 2, y + h / 2, 'center', palette.text);
    else if (body.address) write(placeName(words, body.address), x + 3, y + 3, 'left', palette.quietText);
  }
  for (const child of sheet.plan.children) {
    const { x, y, h } = at(child);
    const inner = child.address.length >= 7;
    const name = shortName(words, address, child.address);
    write(
      name,
      x + 3,
      inner ? y + h - NAME_SIZE - 2 : y + h + 2,
      'left',
      inner ? palette.text : palette.quietText,
    );
  }
}
