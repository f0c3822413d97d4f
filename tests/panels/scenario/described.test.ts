import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/panels/scenario/amount.ts';
import {
  chipChoices,
  withChip,
  withChips,
  withLinkSpeed,
  withNetworkSpeed,
} from '../../../src/panels/scenario/described.ts';
import { allowed } from '../../../src/panels/scenario/useAttempt.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

const clusterOf = (scenario: Scenario) => resolveScenario(scenario).cluster;

describe('a cluster that is changed', () => {
  it('is described by its chips, and named again where it comes to a preset', () => {
    const small = withChips({}, clusterOf({}), 1024);
    expect(small).toEqual({ cluster: { chip: 'trainium2', chips: 1024 } });
    expect(withChips(small, clusterOf(small), 494_592).cluster).toBe('rainier-2025');
    expect(withChips(small, clusterOf(small), 64).cluster).toBe('ultraserver');
  });

  it('keeps what was given of the layout where that can be, and opens it where it cannot', () => {
    const asked: Scenario = { parallel: { tensor: 32, data: 512 }, training: { globalBatch: 24_576 } };
    expect(withChips(asked, clusterOf(asked), 2 ** 19).parallel).toEqual({ tensor: 32, data: 512 });
    expect(withChips(asked, clusterOf(asked), 2048).parallel).toEqual({ tensor: 32 });
  });

  it('has slower links under the layout that is there', () => {
    const slow = withLinkSpeed({}, clusterOf({}), 64e9);
    expect(slow.cluster).toEqual({
      chip: 'trainium2',
      chips: 494_592,
      scaleUp: { linkBandwidth: [64e9, 64e9, 32e9] },
    });
    const [before, after] = [resolveScenario({}), resolveScenario(slow)];
    expect(after.parallel).toEqual(before.parallel);
    expect(after.training).toEqual(before.training);
    expect(after.cluster.site).toEqual(before.cluster.site);
    expect(withLinkSpeed(slow, clusterOf(slow), 128e9).cluster).toBe('rainier-2025');
    expect(withLinkSpeed(slow, clusterOf(slow), undefined).cluster).toBe('rainier-2025');
  });

  it('has another network, and switches where the chip has switches', () => {
    expect(withNetworkSpeed({}, clusterOf({}), 50e9).cluster).toMatchObject({
      scaleOut: { bandwidth: 50e9 },
    });
    const other = withChip({ training: { precision: 'fp16', zero: 3 } }, clusterOf({}), 'h100');
    expect(other).toEqual({ cluster: { chip: 'h100', chips: 494_592 }, training: { zero: 3 } });
    expect(withLinkSpeed(other, clusterOf(other), 225e9).cluster).toMatchObject({
      scaleUp: { bandwidth: 225e9 },
    });
  });

  it('offers whole fast domains, the presets among them', () => {
    const choices = chipChoices(clusterOf({}));
    expect(choices.slice(0, 5)).toEqual([64, 128, 256, 512, 1024]);
    expect(choices).toContain(494_592);
    for (const chips of choices) expect(clusterOf(withChips({}, clusterOf({}), chips)).site).not.toBeNull();
  });
});

describe('a change beside what was given', () => {
  it('opens data where the product would exceed the chips, a batch where it no longer divides', () => {
    const asked: Scenario = {
      parallel: { tensor: 8, pipeline: 12, data: 5152 },
      training: { globalBatch: 5152, zero: 2 },
    };
    const wider = (tensor: number) => (scenario: Scenario) => ({
      ...scenario,
      parallel: { ...scenario.parallel, tensor },
    });
    expect(allowed(wider(4), asked)).toEqual({ ...asked, parallel: { ...asked.parallel, tensor: 4 } });
    expect(allowed(wider(64), asked)).toEqual({ ...asked, parallel: { tensor: 64, pipeline: 12 } });
    const odd = (scenario: Scenario) => ({ ...scenario, parallel: { ...scenario.parallel, data: 5000 } });
    expect(allowed(odd, asked).training).toEqual({ zero: 2 });
  });

  it('is refused where it is itself what cannot be', () => {
    const change = (scenario: Scenario) => ({ ...scenario, parallel: { tensor: 7 } });
    expect(() => allowed(change, {})).toThrow('parallel.tensor must divide heads (128): 7');
  });
});

describe('an amount that is typed', () => {
  it('is read as its language writes it', () => {
    expect(readAmount('494,592', 'en')).toBe(494_592);
    expect(readAmount('12.5', 'en')).toBe(12.5);
    expect(readAmount('494\u202f592', 'fr')).toBe(494_592);
    expect(readAmount('12,5', 'fr')).toBe(12.5);
    expect(readAmount('many', 'en')).toBeNaN();
    expect(readAmount(' ', 'en')).toBeNaN();
  });
});
