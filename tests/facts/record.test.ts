import { describe, expect, it } from 'vitest';
import { campus, campusStates } from '../../src/facts/campus.ts';
import { chipSpec, chips } from '../../src/facts/chips.ts';
import { cited } from '../../src/facts/citations.ts';
import { domainSize } from '../../src/facts/cluster.ts';
import { clusters } from '../../src/facts/clusters.ts';
import { energy } from '../../src/facts/energy.ts';
import { fabrics } from '../../src/facts/fabrics.ts';
import { factsDate } from '../../src/facts/fact.ts';
import { models } from '../../src/facts/models.ts';
import { network } from '../../src/facts/network.ts';
import { reliability } from '../../src/facts/reliability.ts';
import { server } from '../../src/facts/server.ts';
import { software } from '../../src/facts/software.ts';
import { ultraserver } from '../../src/facts/ultraserver.ts';
import { countParameters } from '../../src/scenario/parameters.ts';

/** Every fact in a tree, with its path. */
function factsOf(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('confidence' in value) return [[path, value as Record<string, unknown>]];
  return Object.entries(value).flatMap(([key, inner]) => factsOf(inner, `${path}.${key}`));
}

const record = factsOf(
  {
    campus,
    campusStates,
    chips,
    clusters,
    energy,
    models,
    network,
    reliability,
    server,
    software,
    ultraserver,
  },
  'facts',
);

describe('the record', () => {
  it('says of every fact who says so and how far to trust it', () => {
    expect(record.length).toBeGreaterThan(150);
    for (const [path, { value, source, confidence }] of record) {
      expect(value, path).toBeDefined();
      if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
      expect(cited(String(source)), path).not.toContain('§');
      expect(cited(String(source)).length, path).toBeGreaterThan(5);
      expect(['high', 'medium', 'low', 'assumed'], path).toContain(confidence);
      // A position is never more than assumed.
      if (source === 'position') expect(confidence, path).toBe('assumed');
    }
    expect(factsDate).toBe('2026-11-23');
  });

  it('holds the published numbers of Trainium2', () => {
    expect(chipSpec('trainium2')).toEqual({
      name: 'Trainium2',
      peak: { bf16: 667e12, fp16: 667e12, fp8: 1299e12 },
      memory: 96 * 2 ** 30,
      memoryBandwidth: 2.9e12,
      watts: 500,
    });
    expect(() => chipSpec('toString')).toThrow('chip must be one of');
  });

  it('counts the chips of the four clusters', () => {
    expect(Object.values(clusters).map(({ id, chips: count }) => [id, count])).toEqual([
      ['rainier-2025', 494_592],
      ['rainier-2026', 1_032_192],
      ['rainier-plan', 2_211_840],
      ['ultraserver', 64],
    ]);
    expect(clusters['rainier-2025'].scaleUp).toEqual({
      kind: 'torus',
      dims: [4, 4, 4],
      wrap: true,
      linkBandwidth: [128e9, 128e9, 64e9],
      latency: 1.5e-6,
    });
    expect(clusters['rainier-2025'].scaleOut).toEqual({
      bandwidth: 25e9,
      latency: 15e-6,
      oversubscription: 1,
    });
  });

  it('agrees with itself on the UltraServer', () => {
    expect(ultraserver.cables.value + ultraserver.linksInsideTrays.value).toBe(ultraserver.links.value);
    expect(ultraserver.links.value).toBe((ultraserver.chips.value * 6) / 2);
    expect(ultraserver.efa.value).toBe(network.efa.chip.value * ultraserver.chips.value);
    expect(domainSize(fabrics.trainium2.scaleUp)).toBe(ultraserver.chips.value);
  });

  it('gives every chip its usual networks', () => {
    expect(Object.keys(fabrics).sort()).toEqual(Object.keys(chips).sort());
  });

  it.each(Object.keys(models))(
    'has a shape of %s that makes the weights its makers state within 1 %%',
    (id) => {
      const { shape, parameters, activeParameters } = models[id];
      const count = countParameters(shape);
      expect(Math.abs(count.parameters / parameters.value - 1)).toBeLessThan(0.01);
      // Statements differ in whether the input embedding counts as active.
      if (activeParameters) {
        const without = count.activeParameters - shape.vocab * shape.hidden;
        expect(without).toBeLessThan(activeParameters.value * 1.01);
        expect(count.activeParameters).toBeGreaterThan(activeParameters.value * 0.99);
      }
    },
  );
});
