import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../src/cluster/site.ts';
import { clusters } from '../../src/facts/clusters.ts';
import { resolveCluster } from '../../src/scenario/cluster.ts';

const siteOf = (chips: number, more = {}) => resolveCluster({ chip: 'trainium2', chips, ...more }).site;

describe('the place of described chips', () => {
  it('is that of the preset with as many', () => {
    for (const id of ['rainier-2025', 'rainier-2026', 'rainier-plan'])
      expect(siteOf(clusters[id].chips)).toEqual(clusters[id].site);
  });

  it('is one row for sixteen UltraServers, two halls where one cannot hold equal rows', () => {
    expect(siteOf(1024)).toEqual({ buildings: 1, halls: 1, rows: 1, positions: 24, filled: 16 });
    expect(siteOf(16_384)).toEqual({ buildings: 1, halls: 2, rows: 8, positions: 24, filled: 16 });
    expect(siteOf(64 * 257)).toBeNull();
  });

  it('stays with slower links, and is none for other chips, tori and broken UltraServers', () => {
    expect(siteOf(1024, { scaleUp: { linkBandwidth: [64e9, 64e9, 32e9] } })).not.toBeNull();
    expect(siteOf(1024, { scaleUp: { dims: [8, 8] } })).toBeNull();
    expect(siteOf(1000)).toBeNull();
    expect(resolveCluster({ chip: 'h100', chips: 1024 }).site).toBeNull();
    expect(resolveCluster({ chip: { watts: 600 }, chips: 1024 }).site).toBeNull();
  });

  it('holds exactly the chips, in rows that the campus has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 34_560 }), (ultraServers) => {
        const site = siteOf(64 * ultraServers);
        if (!site) return;
        expect(chipsOf(site)).toBe(64 * ultraServers);
        expect(site.filled).toBeLessThanOrEqual(site.positions);
        expect(site.rows).toBeLessThanOrEqual(12);
        expect(site.halls).toBeLessThanOrEqual(4);
        expect(site.buildings).toBeLessThanOrEqual(30);
      }),
    );
  });
});
