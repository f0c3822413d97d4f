import type { Simulator } from './sim/protocol.ts';
import { createSlicedSimulator } from './sim/serve.ts';

/** The simulator on the page's own thread, for frames that refuse workers: it lets a frame pass between slices. */
export function createStandIn(): Simulator {
  return createSlicedSimulator(() => new Promise((resolve) => setTimeout(resolve, 0)));
}
