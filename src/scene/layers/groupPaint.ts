import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';
import { groupsOf } from '../../cluster/groups.ts';
import { rankOfChip } from '../../cluster/job.ts';
import { GROUPS, type Layout, Mate, mateOf } from '../../cluster/mates.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { type Rgb, rgb } from '../../look/rgb.ts';
import type { ResolvedScenario } from '../../scenario/scenario.ts';
import type { State } from '../../state/store.ts';
import { LINES } from '../classState.ts';
import type { Shared } from '../shared.ts';
import { MARK } from './marked.ts';
import { mateColours } from './mateColours.ts';
import { createMateMap, type MateMap } from './mateMap.ts';

/** Paints the groups of one chip. */
export interface GroupPaint {
  /** Puts map and paint of the mates in the place of the classes' own. */
  classes(layout: Layout, picked: number, only: State['kind']): void;
  /** Writes the 64 chips whose first has this index, and the links that their group uses (near/uniforms.ts, `uPaint`). */
  chips(paint: Float32Array, first: number, layout: Layout, picked: number, only: State['kind']): void;
  dispose(): void;
}

/** Columns of the paint of mates: as many as four bits and four more can tell apart. */
const MATES = 128;
/** How brightly the wires of a group are lit. */
const WIRES = 0.7;

export function createGroupPaint(shared: Shared): GroupPaint {
  const { uniforms } = shared;
  const values = new Float32Array(MATES * LINES * 4);
  const texture = new DataTexture(values, MATES, LINES, RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  let map: MateMap | null = null;
  let mapOf: DataTexture | null = null;
  return {
    classes(layout, picked, only) {
      if (!map || mapOf !== shared.classMap) {
        map?.dispose();
        map = createMateMap(layout, shared.classMap);
        mapOf = shared.classMap;
      }
      map.pick(picked, only);
      const colours = mateColours(shared.palette);
      for (const mate of Object.values(Mate)) {
        const colour = rgb(colours[mate]);
        const at = (2 * MATES + mate) * 4;
        // As light: the square of what the screen shows (shaders/header.ts).
        for (let k = 0; k < 3; k++) values[at + k] = colour[k] ** 2;
        values[at + 3] = mate === Mate.none ? 0 : MARK + mate;
      }
      texture.needsUpdate = true;
      uniforms.uClassMap.value = map.texture;
      uniforms.uClassState.value = texture;
    },
    chips(paint, first, layout, picked, only) {
      const colours = mateColours(shared.palette);
      const { resultOf, resolved } = shared.session.store.getState();
      const links = linksOf(resultOf ?? resolved);
      const rank = rankOfChip(layout.job, picked);
      for (let i = 0; i < CHIPS_PER_ULTRASERVER; i++) {
        const own = rankOfChip(layout.job, first + i);
        const mate = mateOf(layout, only, rank, own);
        put(paint, i, 0, rgb(colours[mate]), own < 0 ? -1 : mate === Mate.none ? 0 : MARK + mate);
        for (let link = 0; link < 4; link++) {
          // The wires that it uses in the closest of the groups it shares with the picked chip.
          const group = GROUPS.find(
            (each) =>
              (only ?? each) === each &&
              links[each].includes(link) &&
              (mate === Mate.self || mate === Mate[each]),
          );
          put(
            paint,
            i,
            1 + link,
            rgb(group ? colours[Mate[group]] : shared.palette.waiting),
            group ? WIRES : 0,
          );
        }
      }
    },
    dispose() {
      map?.dispose();
      texture.dispose();
    },
  };
}

type Links = Readonly<Record<(typeof GROUPS)[number], readonly number[]>>;
const known = new WeakMap<ResolvedScenario, Links>();

/** Classes of link (cluster/groups.ts) that the groups of a layout travel over; found once. */
function linksOf(scenario: ResolvedScenario): Links {
  let links = known.get(scenario);
  if (!links) {
    links = findLinks(scenario);
    known.set(scenario, links);
  }
  return links;
}

function findLinks(scenario: ResolvedScenario): Links {
  const groups = groupsOf(scenario);
  const of = (group: (typeof GROUPS)[number]): readonly number[] =>
    groups[group].dims.flatMap(({ links }) => links);
  return {
    tensor: of('tensor'),
    context: of('context'),
    expert: of('expert'),
    data: of('data'),
    pipeline: of('pipeline'),
  };
}

/** Writes the paint of a chip (line 0) or of one of its classes of link. */
export function put(paint: Float32Array, chip: number, line: number, colour: Rgb, level: number): void {
  const at = (line * CHIPS_PER_ULTRASERVER + chip) * 4;
  paint.set(colour, at);
  paint[at + 3] = level;
}
