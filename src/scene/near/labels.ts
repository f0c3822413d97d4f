import type { Address } from '../../cluster/address.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { type Block, blockNamed, coreAt, DIE_TOP, PLAN } from '../chip/plan.ts';
import { chipInTray, TRAY } from '../tray/bodies.ts';
import { ANCHORS } from '../ultraserver/anchors.ts';
import { MEASURES } from '../ultraserver/measures.ts';

/** A callout: which words, in the colour of which meaning, and where its leader ends. */
export interface Callout {
  /** Text keys `label.<key>` (title) and `label.<key>.more` (one line below). */
  readonly key: CalloutKey;
  readonly meaning: 'text' | 'neuronLink' | 'efa' | 'phase';
  /** Metres, in the frame of the place (cluster/places.ts). */
  readonly at: readonly [x: number, y: number, z: number];
  /** Side of the picture on which its words stand clear of the subject. */
  readonly side: 'left' | 'right';
  /** May change sides where there is no room: there is room above and below the subject. */
  readonly free?: true;
}

/** A quiet name at its place, without a leader: text key `label.<key>`. */
export interface Name {
  readonly key: 'vector' | 'scalar' | 'gpsimd';
  readonly meaning: 'quiet';
  readonly at: Callout['at'];
}

export type Label = Callout | Name;

export type CalloutKey =
  | 'chipWindows'
  | 'zRings'
  | 'xyRings'
  | 'efa'
  | 'headTray'
  | 'heatSink'
  | 'trayChips'
  | 'trayLinks'
  | 'trayBridge'
  | 'trayEfa'
  | 'sockets'
  | 'core'
  | 'hbm'
  | 'tensorArray'
  | 'memoryLanes'
  | 'chipLinks'
  | 'sbuf'
  | 'tensorEngine'
  | 'psum'
  | 'tile'
  | 'dma';

/** Callouts of a near level, at most five, most important first, then quiet names; none for outer levels. */
export function labelsOf(address: Address): readonly Label[] {
  switch (address.length) {
    case 4:
    case 5:
      return ULTRASERVER;
    case 6:
      return address[5] === 1 ? HEAD : TRAY_LABELS;
    case 7:
      return CHIP;
    case 8:
      return CORE;
    default:
      return [];
  }
}

const rack = M.rack.pitch / 2;

// All at the right: at the left stand the page's words, and somebody for scale.
const ULTRASERVER: readonly Label[] = [
  {
    key: 'zRings',
    meaning: 'neuronLink',
    at: [rack + MEASURES.lane.z, 1.18, 0.06],
    side: 'right',
    free: true,
  },
  { key: 'chipWindows', meaning: 'phase', at: ANCHORS.window, side: 'right', free: true },
  {
    key: 'efa',
    meaning: 'efa',
    at: [rack + MEASURES.lane.efa - 0.01, 1.94, 0.01],
    side: 'right',
    free: true,
  },
  { key: 'xyRings', meaning: 'neuronLink', at: ANCHORS.y, side: 'right', free: true },
  {
    key: 'headTray',
    meaning: 'text',
    at: [rack + 0.12, M.rack.firstTray + 0.04, 0.01],
    side: 'right',
    free: true,
  },
];

const leftChip = chipInTray(0);
const rightChip = chipInTray(1);

const TRAY_LABELS: readonly Label[] = [
  {
    key: 'trayChips',
    meaning: 'phase',
    at: [leftChip[0] - 0.01, leftChip[1] + 0.004, leftChip[2]],
    side: 'left',
  },
  { key: 'trayLinks', meaning: 'neuronLink', at: [MEASURES.port.outermost, -0.02, 0.09], side: 'right' },
  { key: 'trayEfa', meaning: 'efa', at: [TRAY.card.x, 0.1, TRAY.card.z + 0.03], side: 'right' },
  { key: 'heatSink', meaning: 'text', at: [-TRAY.sink.x, TRAY.sink.height, TRAY.sink.z[0]], side: 'left' },
  { key: 'trayBridge', meaning: 'neuronLink', at: [0.01, TRAY.board + 0.004, rightChip[2]], side: 'right' },
];

const HEAD: readonly Label[] = [{ key: 'sockets', meaning: 'text', at: [-0.1, 0.05, -0.24], side: 'left' }];

const tensor = blockNamed('tensor');
const sbuf = blockNamed('sbuf');
const [backCoreX, , backCoreZ] = coreAt(5);
const [leftCoreX, , leftCoreZ] = coreAt(2);

const CHIP: readonly Label[] = [
  {
    key: 'tensorArray',
    meaning: 'phase',
    at: [backCoreX + tensor.x, DIE_TOP + tensor.height, backCoreZ + tensor.z],
    side: 'right',
  },
  { key: 'hbm', meaning: 'text', at: [-PLAN.hbm.x, 0.0043, PLAN.hbm.z], side: 'left' },
  { key: 'core', meaning: 'text', at: [leftCoreX + sbuf.x, DIE_TOP + sbuf.height, leftCoreZ], side: 'left' },
  { key: 'memoryLanes', meaning: 'phase', at: [0.0183, 0.0027, PLAN.hbm.z], side: 'right', free: true },
  { key: 'chipLinks', meaning: 'neuronLink', at: [-0.0185, 0.0008, 0.037], side: 'left', free: true },
];

function top(name: Block['name'], dx: number, dz = 0): [number, number, number] {
  const block = blockNamed(name);
  return [block.x + dx * block.width, block.height, block.z + dz * block.depth];
}

/** On the floor before a block. */
function before(name: Block['name']): [number, number, number] {
  const block = blockNamed(name);
  return [block.x, 0, block.z + block.depth / 2 + 0.0005];
}

const CORE: readonly Label[] = [
  { key: 'tensorEngine', meaning: 'phase', at: top('tensor', 0, -0.35), side: 'right', free: true },
  { key: 'sbuf', meaning: 'phase', at: top('sbuf', -0.2, -0.4), side: 'left', free: true },
  { key: 'psum', meaning: 'text', at: top('psum', 0.1, 0.3), side: 'right', free: true },
  {
    key: 'tile',
    meaning: 'phase',
    at: [tensor.x - tensor.width / 2 - 0.0006, 0.0006, tensor.z - tensor.depth * 0.42],
    side: 'left',
    free: true,
  },
  { key: 'dma', meaning: 'text', at: top('dma', 0, 0.3), side: 'left' },
  { key: 'vector', meaning: 'quiet', at: before('vector') },
  { key: 'scalar', meaning: 'quiet', at: before('scalar') },
  { key: 'gpsimd', meaning: 'quiet', at: before('gpsimd') },
];
