import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { encodedBytes } from '../../src/timeline/encode.ts';

/** What `npm run bench` tells of the simulation. */
export interface SimulationBench {
  /** Median seconds of one step of the largest preset, and the bytes of its record. */
  readonly stepSeconds: number;
  readonly recordBytes: number;
  /** How the cost grows: with the chips, and with stages × microbatches. */
  readonly growth: readonly { what: string; seconds: number; bytes: number }[];
}

export function benchSimulation(): SimulationBench {
  const largest = measure({ cluster: 'rainier-plan' }, 21);
  const chips = ['ultraserver', 'rainier-2025', 'rainier-2026', 'rainier-plan'].map((cluster) => ({
    what: `${cluster}, automatic layout`,
    ...measure({ cluster }, 9),
  }));
  const stages = [
    [1, 8],
    [8, 32],
    [32, 128],
    [126, 1024],
  ].map(([pipeline, microbatches]) => ({
    what: `${pipeline} stages, ${microbatches} microbatches`,
    ...measure({ training: { globalBatch: microbatches }, parallel: { tensor: 64, pipeline, data: 1 } }, 5),
  }));
  return { stepSeconds: largest.seconds, recordBytes: largest.bytes, growth: [...chips, ...stages] };
}

/** Median of `runs` after two to warm up. */
function measure(scenario: Scenario, runs: number): { seconds: number; bytes: number } {
  const resolved = resolveScenario(scenario);
  const times: number[] = [];
  let bytes = 0;
  for (let i = -2; i < runs; i++) {
    const start = performance.now();
    const { timeline } = simulateStep(resolved);
    if (i >= 0) times.push((performance.now() - start) / 1000);
    bytes = encodedBytes(timeline);
  }
  return { seconds: times.sort((a, b) => a - b)[runs >> 1], bytes };
}
