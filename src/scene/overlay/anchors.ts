import type { Job } from '../../cluster/job.ts';
import { classOfChip } from '../../cluster/job.ts';
import { chipAt, torusPoint } from '../../cluster/links.ts';
import { locate } from '../../cluster/locate.ts';
import { HUB, METRES as M, PLOTS } from '../../cluster/metres.ts';
import { placeOf, plotCentre, rowOffset } from '../../cluster/places.ts';
import { CHIPS_PER_ULTRASERVER, SERVERS } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { placeName } from '../../state/names.ts';
import type { Words } from '../../state/words.tsx';
import { Kind } from '../../timeline/timeline.ts';
import { hallX } from '../building/plan.ts';
import { toCampus } from '../camera/homes.ts';
import { SUBSTATION } from '../campus/surroundings.ts';
import { labelsOf } from '../near/labels.ts';
import { PASSERS } from '../rows/focusRow.ts';
import type { Shared } from '../shared.ts';
import { CUBE, cubeAt } from '../ultraserver/cube.ts';
import { ringedChip } from '../ultraserver/ringed.ts';
import type { Anchor, Meaning } from './anchor.ts';
import { layerAnchors } from './layerAnchors.ts';

/** What is named at the level where the camera is, most important first: at most five callouts, then quiet names. */
export function anchorsOf(shared: Shared, words: Words): Anchor[] {
  const { journey, session, fades } = shared;
  const { site, job } = session.store.getState();
  const [b, , r] = journey.focus;
  if (!site || !job || b === undefined) return [];
  const anchors = fades.ultraserver > 0.6 ? [] : layerAnchors(shared, words, site);
  const at = (length: number, x: number, y: number, z: number) =>
    toCampus(placeOf(site, journey.focus.slice(0, length)), x, y, z);

  if (shared.unfolded > 0.9) return cubeAnchors(shared, words, site);
  if (shared.unfolded > 0) return [];
  if (fades.ultraserver > 0.6) return nearAnchors(shared, words, site);
  if (fades.row > 0.6) {
    anchors.push(
      callout(words, 'efa', 'efa', at(3, 0.53 * M.ultraserver.pitch, 2.3, 0.64), [70, -60]),
      ...phases(shared, job, words, (row) => (row === r ? at(3, -1.9, 1.7, 0.62) : null)),
    );
    const [x, , z] = PASSERS[0];
    const tall = `${M.person.toLocaleString(session.store.getState().lang)} m`;
    return [
      ...anchors,
      { id: 'person', title: tall, meaning: 'plain', quiet: true, at: at(3, x, M.person + 0.2, z) },
    ];
  }
  if (fades.hall > 0.6 && fades.building < 0.4) {
    const hall = (x: number, y: number, z: number) => at(2, x, y, z);
    const north = -(site.positions * M.ultraserver.pitch) / 2 + 1.2;
    anchors.push(
      ...phases(shared, job, words, (row) => hall(rowOffset(site, row - 1) - 0.6, 1.7, north), BEFORE),
      callout(words, 'network', 'efa', hall(13, M.ladder.height + 0.2, M.networkRow.z), [70, -60]),
    );
    return anchors;
  }
  if (fades.roof < 0.5) {
    const building = (x: number, y: number, z: number) => at(1, x, y, z);
    anchors.push(
      ...phases(
        shared,
        job,
        words,
        (row, kind) => {
          // Two halls in the middle: behind them there is room for words.
          const h = Math.min(site.halls - 1, kind === Kind.forward ? 1 : 2);
          return building(hallX(site, h) + rowOffset(site, row - 1), M.row.height, -14);
        },
        BEHIND,
      ),
      callout(
        words,
        'handlers',
        'plain',
        building(-70, M.airHandler.height, M.building.depth / 2 - 9),
        [-150, 30],
      ),
    );
    return anchors;
  }
  anchors.push(
    ...phases(
      shared,
      job,
      words,
      (row, kind) => {
        // At the outer buildings there is room for words beside them.
        const outer = Math.min(site.buildings, kind === Kind.forward ? 2 : 7);
        const far = placeOf(site, [outer, kind === Kind.forward ? 1 : site.halls]);
        const line =
          ((outer - 1) * site.halls + (kind === Kind.forward ? 0 : site.halls - 1)) * site.rows + row - 1;
        const shown = fades.sorted > 0.5 ? (shared.rowOrder?.placeOf(line) ?? line) : line;
        return [far.x + rowOffset(site, shown % site.rows), 6, far.z - 8];
      },
      ASIDE,
      2,
    ),
    callout(words, 'hub', 'efa', [HUB.x, M.hub.height, HUB.z], [90, 190]),
  );
  if (site.buildings < 30) anchors.push(callout(words, 'plot', 'plain', emptyPlot(site.buildings), [70, 10]));
  if (fades.roof > 0.9)
    anchors.push(callout(words, 'substation', 'plain', [SUBSTATION.x - 50, 8, SUBSTATION.z], [-60, 6]));
  for (let i = 0; i < Math.min(site.buildings, 20); i++) {
    const { x, z } = plotCentre(i);
    const title = placeName(words, [i + 1]);
    anchors.push({ id: `building ${i}`, title, meaning: 'plain', quiet: true, at: [x - 62, 0, z + 71] });
  }
  return anchors;
}

type CalloutName = 'efa' | 'network' | 'handlers' | 'hub' | 'plot' | 'substation';

function callout(
  words: Words,
  name: CalloutName,
  meaning: Meaning,
  at: readonly [number, number, number],
  toward: readonly [number, number],
): Anchor {
  return { id: name, title: words(`scene.${name}`), line: words(`scene.${name}.line`), meaning, at, toward };
}

/** Where words stand that point at the front, or the back, of what is seen from above: pixels from the point. */
const BEFORE = [
  [-90, 60],
  [-110, -30],
  [-130, 20],
] as const;
const BEHIND = [
  [-60, -110],
  [50, -100],
  [90, -90],
] as const;

const ASIDE = [
  [-110, 16],
  [110, -90],
] as const;

const PHASES = [
  [Kind.forward, 'forward', [-120, -70]],
  [Kind.backward, 'backward', [110, -90]],
  [Kind.optimizer, 'optimizer', [-110, -90]],
  [Kind.wait, 'waiting', [-140, -20]],
] as const;

/** One example of each phase at hand, named only while time stands still: words first, then motion, never both. */
function phases(
  shared: Shared,
  job: Job,
  words: Words,
  place: (row: number, kind: Kind) => readonly [number, number, number] | null,
  aims: readonly (readonly [number, number])[] = [],
  most = 3,
): Anchor[] {
  const { session, classState, journey } = shared;
  if (session.clock.playing || shared.layer !== 'work' || !session.store.getState().result) return [];
  const { site } = job;
  const first = ((journey.focus[0] - 1) * site.halls + journey.focus[1] - 1) * site.rows;
  const anchors: Anchor[] = [];
  for (const [kind, meaning, toward] of PHASES) {
    let best = -1;
    let bestScore = -1;
    for (let row = 0; row < site.rows; row++) {
      const c = classOfChip(job, (first + row) * site.filled * CHIPS_PER_ULTRASERVER);
      if (c < 0 || classState.values[c * 4] !== kind || !place(row + 1, kind)) continue;
      const progress = classState.values[c * 4 + 1];
      // Odd rows turn their fronts to the home views.
      const score = 1 - Math.abs(progress - 0.5) + (row % 2 === 0 ? 0.4 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = row;
      }
    }
    if (best < 0 || anchors.length >= most) continue;
    const c = classOfChip(job, (first + best) * site.filled * CHIPS_PER_ULTRASERVER);
    const microbatch = classState.values[c * 4 + 2];
    const stage = c + 1;
    const line =
      microbatch >= 0
        ? words('scene.stage.microbatch', { stage, microbatch: microbatch + 1 })
        : words('scene.stage', { stage });
    const at = place(best + 1, kind);
    const aim = aims[anchors.length] ?? toward;
    if (at) anchors.push({ id: meaning, title: words(`scene.${meaning}`), line, meaning, at, toward: aim });
  }
  return anchors;
}

/** Callouts of the opened UltraServer, its tray, chip and core. */
function nearAnchors(shared: Shared, words: Words, site: SiteLayout): Anchor[] {
  const { journey, fades } = shared;
  const depth = fades.core > 0.5 ? 8 : fades.chip > 0.5 ? 7 : fades.tray > 0.5 ? 6 : 4;
  const focus = depth === 8 ? locate(site, journey.target, 8) : journey.focus;
  const place = placeOf(site, focus.slice(0, depth));
  const { axis } = shared.session.store.getState();
  // Rings that are dark are not named.
  const dark = axis === null || depth > 4 ? null : axis === 'z' ? 'xyRings' : 'zRings';
  const labels = labelsOf(focus.slice(0, depth)).filter(({ key }) => key !== dark);
  return labels.map((label, i): Anchor => {
    const anchor = { id: `${depth} ${label.key}`, at: toCampus(place, ...label.at) };
    if (label.meaning === 'quiet')
      return { ...anchor, title: words(`label.${label.key}`), meaning: 'plain', quiet: true };
    const { key, meaning, side, free } = label;
    return {
      ...anchor,
      title: words(`label.${key}`),
      line: words(`label.${key}.more`),
      meaning: meaning === 'neuronLink' || meaning === 'efa' ? meaning : 'plain',
      oneSided: !free,
      toward: [side === 'left' ? -150 : 130, [-50, 30, -20, 50, 80][i] ?? 0],
    };
  });
}

/** Names of the unfolded torus: a callout for each of the three rings that stand out, and its four servers. */
function cubeAnchors({ journey, session }: Shared, words: Words, site: SiteLayout): Anchor[] {
  const address = journey.focus.slice(0, 4);
  const place = placeOf(site, address);
  const { pitch, chip } = CUBE;
  const { hovered, selected } = session.store.getState();
  const ringed = torusPoint(ringedChip(site, [hovered, selected]));
  const from = (x: number, y: number, z: number, by: readonly [number, number, number]) => {
    const at = cubeAt(chipAt({ x, y, z }));
    return toCampus(place, at[0] + by[0], at[1] + by[1], at[2] + by[2]);
  };
  const { x, y, z } = ringed;
  const callouts = [
    ['x', from(2, y, z, [-pitch.x / 2, 0.165, 0]), [110, -90]],
    ['y', from(x, 0, z, [0, -0.07, 0.14]), [-40, 90]],
    ['z', from(x, y, 1, [-0.24, pitch.z / 2, -0.16]), [-50, 40]],
  ] as const;
  return [
    ...callouts.map(
      ([axis, at, toward]): Anchor => ({
        id: `torus ${axis}`,
        title: words(`torus.name.${axis}`),
        line: words(`torus.name.${axis}.more`),
        meaning: 'neuronLink',
        at,
        toward,
        oneSided: axis !== 'x',
      }),
    ),
    ...Array.from({ length: SERVERS }, (_, s): Anchor => {
      const title = placeName(words, [...address, s + 1]);
      const at = from(3, 3, s, [chip[0] / 2 + 0.3, -0.02, 0]);
      return { id: `server ${s}`, title, meaning: 'plain', quiet: true, at };
    }),
  ];
}

/** Middle of an empty plot that the home view shows well, metres. */
function emptyPlot(buildings: number): [number, number, number] {
  let best = plotCentre(buildings);
  for (let b = buildings; b < PLOTS.length; b++) {
    const plot = plotCentre(b);
    // South-east of the middle there is room for words in the home view.
    const off = (p: { x: number; z: number }): number => Math.hypot(p.x - 330, p.z - 290);
    if (off(plot) < off(best)) best = plot;
  }
  return [best.x, 0, best.z];
}
