import { build, type Rolldown } from 'vite';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { simulateStep } from '../../src/sim/step.ts';
import { encodedBytes } from '../../src/timeline/encode.ts';
import { layoutRate } from './layouts.ts';

/** What `npm run bench` tells of the simulation. */
export interface SimulationBench {
  /** Median seconds of one step of the largest preset, and the bytes of its record. */
  readonly stepSeconds: number;
  readonly recordBytes: number;
  /** Layouts that one thread evaluates in full a second, none pruned (closed form, memory included): built as for the page, and
   *  from source through tsx as the command line runs it. */
  readonly layoutsPerSecond: number;
  readonly layoutsPerSecondFromSource: number;
  /** How the cost grows: with the chips, and with stages × microbatches. */
  readonly growth: readonly { what: string; seconds: number; bytes: number }[];
}

export async function benchSimulation(): Promise<SimulationBench> {
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
  const asked: Scenario = { model: 'llama-3.1-405b', parallel: { context: 1 } };
  const layoutsPerSecondFromSource = layoutRate(asked, 60_000);
  const layoutsPerSecond = (await builtSearch()).layoutRate(asked, 60_000);
  return {
    ...{ stepSeconds: largest.seconds, recordBytes: largest.bytes },
    ...{ layoutsPerSecond, layoutsPerSecondFromSource },
    growth: [...chips, ...stages],
  };
}

/** The search as the page has it: bundled and minified, without what tsx adds to every function to keep its name. */
async function builtSearch(): Promise<typeof import('./layouts.ts')> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'tests/bench/layouts.ts', write: false, target: 'es2022', minify: true },
  });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
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
