import { parseAddress } from '../../cluster/address.ts';
import { classOfChip } from '../../cluster/job.ts';
import { CHIPS_PER_ULTRASERVER, chipIndex } from '../../cluster/site.ts';
import { palettes } from '../../look/palette.ts';
import type { Session } from '../../state/session.tsx';
import type { Solid, SolidPart } from '../../state/solid.ts';
import { type Meaning, meaningOf } from '../../timeline/meaning.ts';
import { phaseAt } from '../../timeline/phase.ts';
import type { Box } from '../near/boxes.ts';
import { Family } from '../near/tubes.ts';
import { chipWindows, rackBoxes } from './bodies.ts';
import { efaCables, neuronLinkCables } from './cables.ts';

/** How far a chip's window stands out of its tray, metres. */
const WINDOW_DEPTH = 0.003;

/** The UltraServer at hand (the first of a larger place) with its cables, its chips in the colours of what they do at the
 *  clock's instant: the bodies that are drawn, without their patterns. */
export function ultraServerSolid({ store, clock }: Session): Solid {
  const { view, theme, job, result } = store.getState();
  if (!job) throw new Error('there is no UltraServer: nothing is known of halls for this chip');
  const palette = palettes[theme];
  const at = parseAddress(view.at) ?? [];
  const place = [...at.slice(0, 4), 1, 1, 1, 1].slice(0, 4);
  const first = chipIndex(job.site, [...place, 1, 2, 1]);
  const windows = new Map<Meaning | 'outside', { at: Box['at']; size: Box['size'] }[]>();
  for (const { at: middle, width, height, chip } of chipWindows().slice(0, CHIPS_PER_ULTRASERVER)) {
    const cls = classOfChip(job, first + chip);
    const timeline = result?.timeline;
    const meaning = cls < 0 || !timeline ? 'outside' : meaningOf(phaseAt(timeline, cls, clock.seconds).kind);
    const box = {
      at: [middle[0], middle[1], middle[2]] as const,
      size: [width, height, WINDOW_DEPTH] as const,
    };
    windows.set(meaning, [...(windows.get(meaning) ?? []), box]);
  }
  const bodies = (
    name: string,
    colour: string,
    of: (tint: NonNullable<Box['tint']>) => boolean,
  ): SolidPart => ({
    ...{ name, colour, glows: false, tubes: [] },
    boxes: rackBoxes().filter(({ tint = 'body' }) => of(tint)),
  });
  const links = neuronLinkCables();
  const cables = (name: string, colour: string, family: Family): SolidPart => ({
    ...{ name, colour, glows: false, boxes: [] },
    tubes: [...links, ...efaCables()].filter((tube) => tube.family === family),
  });
  const parts: SolidPart[] = [
    bodies('racks and trays', palette.body[1], (tint) => tint === 'body'),
    bodies('NeuronLink ports', palette.neuronLink, (tint) => tint === 'link'),
    bodies('ties and fittings', palette.body[2], (tint) => tint !== 'body' && tint !== 'link'),
    ...[...windows].map(
      ([meaning, boxes]): SolidPart => ({
        name: `chips: ${meaning}`,
        colour: meaning === 'outside' ? palette.body[2] : palette[meaning],
        glows: meaning !== 'outside' && meaning !== 'waiting',
        ...{ boxes, tubes: [] },
      }),
    ),
    cables('NeuronLink X', palette.neuronLinkBusy, Family.x),
    cables('NeuronLink Y', palette.neuronLink, Family.y),
    cables('NeuronLink Z', palette.neuronLink, Family.z),
    cables('EFA', palette.efa, Family.efa),
  ];
  return {
    name: `UltraServer b${place[0]}/h${place[1]}/r${place[2]}/u${place[3]}`,
    parts: parts.filter(({ boxes, tubes }) => boxes.length + tubes.length > 0),
  };
}
