import { chipAt } from '../../cluster/links.ts';
import { portAt, windowAt } from './ports.ts';

/** Where callouts of the UltraServer point: a chip window high on the left, a Y cable low on the right. */
export const ANCHORS = {
  window: windowAt(chipAt({ x: 0, y: 3, z: 1 })),
  y: portAt(chipAt({ x: 3, y: 1, z: 3 }), 'yOut'),
} as const;
