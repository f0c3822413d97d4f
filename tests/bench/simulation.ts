import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { searchSlices } from '../../src/sim/search/search.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { encodedBytes } from '../../src/timeline/encode.ts';

/** What `npm run bench` tells of the simulation. */
export interface SimulationBench {
  /** Median seconds of one step of the largest preset, and the bytes of its record. */
  readonly stepSeconds: number;
  readonly recordBytes: number;
  /** Layouts that one thread evaluates in full a second, none pruned (closed form, memory included). */
  readonly layoutsPerSecond: number;
  /** How the cost grows: with the chips, and with stages × microbatches. */
  readonly growth: readonly { what: string; seconds: number; bytes: number }[];
}

export function benchSimulation(): SimulationBench {
  const largest = measure({ cluster: 'rainier-plan' }, 21);
  const chips = [64, 512, 4096, 32_768, 262_144, 1_048_576].map((count) => ({
    what: `${count} chips, automatic layout`,
    ...measure({ cluster: { chip: 'trainium2', chips: count } }, 5),
  }));
  const stages = [
    [1, 1],
    [1, 1024],
    [8, 32],
    [32, 128],
    [126, 1024],
  ].map(([pipeline, microbatches]) => ({
    what: `${pipeline} stages, ${microbatches} microbatches`,
    ...measure({ training: { globalBatch: microbatches }, parallel: { tensor: 64, pipeline, data: 1 } }, 5),
  }));
  const layoutsPerSecond = layoutRate({ model: 'llama-3.1-405b', parallel: { context: 1 } }, 60_000);
  const growth = [...chips, ...stages];
  return { stepSeconds: largest.seconds, recordBytes: largest.bytes, layoutsPerSecond, growth };
}

/** Layouts evaluated a second, over the first `most` of a search that prunes nothing. */
function layoutRate(asked: Scenario, most: number): number {
  const slices = searchSlices(asked, { prune: false });
  const start = performance.now();
  for (;;) {
    const slice = slices.next();
    const { evaluated } = (slice.done ? slice.value : slice.value.kept).counts;
    if (slice.done || evaluated >= most) return evaluated / ((performance.now() - start) / 1000);
  }
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
