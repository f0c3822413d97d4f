import { chipAt } from '../../cluster/links.ts';
import { portAt, windowAt } from './ports.ts';

/** Where callouts of the UltraServer point: a chip window high, a Y cable low, both on the right. */
export const ANCHORS = {
  window: windowAt(chipAt({ x: 3, y: 3, z: 2 })),
  y: portAt(chipAt({ x: 3, y: 1, z: 3 }), 'yOut'),
} as const;
