import { describe, expect, it } from 'vitest';
import { withFaults } from '../../../src/cluster/faults.ts';
import { placeJob } from '../../../src/cluster/job.ts';
import { stageMemories } from '../../../src/cluster/memory.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { createReadings } from '../../../src/state/layers/readings.ts';
import { chipsShown, type LayerView, linksShown } from '../../../src/state/layers/shown.ts';
import { KINDS, LAYERS, type Layer } from '../../../src/state/store.ts';
import { sentOf } from '../../../src/timeline/sent.ts';

function stepOf(asked: Scenario = {}) {
  const scenario = resolveScenario(asked);
  const { timeline, summary } = simulateStep(scenario);
  const job = withFaults(scenario, placeJob(scenario, scenario.cluster.site!));
  const readings = createReadings(scenario, job, timeline);
  const { memory, watts } = scenario.cluster.chip;
  const view = (layer: Layer, more: Partial<LayerView> = {}): LayerView => ({
    ...{ layer, kind: null, seconds: 3.2, speed: 0.05, memory, watts },
    ...more,
  });
  return { scenario, timeline, summary, job, readings, view };
}

const { scenario, timeline, summary, job, readings, view } = stepOf();
const classes = Array.from({ length: timeline.classes }, (_, cls) => cls);
const instants = Array.from({ length: 60 }, (_, i) => ((i + 0.5) / 60) * timeline.seconds);

describe('what layers read of a class', () => {
  it('fills memory to the footprint of its stage at the fullest, and never beyond', () => {
    const stages = stageMemories(scenario);
    for (const cls of classes) {
      const held = instants.map((seconds) => readings.memory(cls, { seconds, speed: 0.05 }));
      expect(Math.max(...held)).toBeCloseTo(stages[cls].total, -3);
      const { total, activations } = stages[cls];
      expect(readings.memory(cls, { seconds: -1, speed: 0.05 })).toBeCloseTo(total - activations, 0);
    }
    expect(Math.max(...stages.map(({ total }) => total))).toBe(summary.memory.total);
    // The fullest stage takes more than half of the scale, or all of a chip.
    expect(summary.memory.total).toBeLessThanOrEqual(readings.fullest);
    expect(summary.memory.total).toBeGreaterThan(readings.fullest / 2);
    expect(Math.log2(scenario.cluster.chip.memory / readings.fullest) % 1).toBe(0);
  });

  it('draws between the assumed power of a waiting chip and that of full load', () => {
    const { watts } = scenario.cluster.chip;
    const seen = instants.flatMap((seconds) =>
      classes.map((cls) => readings.watts(cls, { seconds, speed: 0.05 })),
    );
    expect(Math.min(...seen)).toBeCloseTo(0.3 * watts, 9);
    expect(Math.max(...seen)).toBeGreaterThan(0.7 * watts);
    expect(Math.max(...seen)).toBeLessThanOrEqual(watts);
  });

  it('sends in the whole step what the record says', () => {
    // At this pace the window is the whole step.
    const all = { seconds: timeline.seconds, speed: 1e4 };
    const sent = sentOf(timeline);
    for (const cls of classes) {
      const rates = readings.rates(cls, all);
      expect(rates[KINDS.indexOf('tensor')] * timeline.seconds).toBeCloseTo(sent[cls].tensor, -6);
      const stages = sent[cls].next + sent[cls].previous;
      expect(rates[KINDS.indexOf('pipeline')] * timeline.seconds).toBeCloseTo(stages, -3);
    }
  });

  it('loads the axes of the torus alike with tensor traffic, EFA with the rest, and no link beyond its rate', () => {
    for (const seconds of instants)
      for (const cls of classes) {
        const [x, y, z, efa] = readings.loads(cls, { seconds, speed: 0.05 }, null);
        expect(x).toBe(y);
        expect(y).toBe(z);
        expect(Math.max(x, efa)).toBeLessThanOrEqual(1);
        const tensor = readings.loads(cls, { seconds, speed: 0.05 }, 'tensor');
        expect(tensor[3]).toBe(0);
        expect(tensor[0]).toBe(x);
      }
  });

  it('averages over the pass or wait under way, at least over 0.3 s of the wall', () => {
    for (const seconds of instants)
      for (const speed of [1e-6, 0.05, 10]) {
        const { from, to } = readings.windowOf(3, { seconds, speed });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(timeline.seconds);
        expect(from).toBeLessThanOrEqual(seconds);
        expect(to - from).toBeGreaterThanOrEqual(Math.min(0.3 * speed, timeline.seconds) * (1 - 1e-9));
      }
  });
});

describe('what layers show', () => {
  it('is a share from 0 to 1 on every layer, at every instant', () => {
    for (const layer of LAYERS)
      for (const kind of [null, ...KINDS])
        for (const seconds of instants) {
          const at = view(layer, { kind, seconds });
          for (const cls of classes)
            for (const { share } of [chipsShown(readings, cls, at), linksShown(readings, cls, 3, at)]) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(1);
            }
        }
  });

  it('is the kind of traffic that loads links most, or the one that is asked for', () => {
    const at = view('traffic', { seconds: 3.2 });
    expect(chipsShown(readings, 3, at).tone).toBe('tensor');
    expect(linksShown(readings, 3, 3, at).tone).toBe('pipeline');
    expect(chipsShown(readings, 3, { ...at, kind: 'pipeline' }).tone).toBe('pipeline');
    expect(chipsShown(readings, 3, { ...at, kind: 'expert' })).toEqual({ tone: 'none', share: 0 });
  });

  it('is more than fits where a stage needs more than a chip has', () => {
    const big = stepOf({
      model: 'llama-3.1-405b',
      parallel: { tensor: 8, pipeline: 2, data: 2 },
      training: { globalBatch: 64, zero: 0, recompute: 'none' },
    });
    expect(big.summary.feasible).toBe(false);
    const at = big.view('memory', { seconds: big.timeline.seconds / 2 });
    expect(chipsShown(big.readings, 0, at).tone).toBe('over');
    expect(big.readings.fullest).toBe(big.scenario.cluster.chip.memory);
  });

  it('is what a fault does, of its own classes alone', () => {
    const faulty = stepOf({
      faults: [
        { at: 'b3/h2/r4/u17/s2/t5/c1', kind: 'straggler' },
        { at: 'b1/h3/r7/u5/s1/t3/c2', kind: 'chip' },
      ],
    });
    const tones = Array.from(
      { length: faulty.job.faults!.count },
      (_, cls) => chipsShown(faulty.readings, cls, faulty.view('faults')).tone,
    );
    expect(tones.slice(0, faulty.job.classes)).toEqual(new Array(faulty.job.classes).fill('none'));
    expect([...new Set(tones)].sort()).toEqual(['fault', 'none', 'slowed', 'stopped']);
    // One dead, one slow.
    expect(tones.filter((tone) => tone === 'fault')).toHaveLength(2);
    expect(job.faults).toBeUndefined();
  });
});
