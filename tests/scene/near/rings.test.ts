import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { FIELDS, hopsAt, meanHops, RING, ringsOf, SORTS, WAYS } from '../../../src/scene/near/rings.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { STREAMS, Stream } from '../../../src/timeline/timeline.ts';

const at = (axis: number, way: number, position: number) => (axis * WAYS + way) * RING + position;

/** The first collective of a forward pass of a small job. */
function collective(parallel: object) {
  const scenario = resolveScenario({ cluster: 'ultraserver', model: 'llama-3.1-8b', parallel });
  return detailOf(scenario, { lens: 'collective', cls: 0, microbatch: 0, direction: 'forward' });
}

describe('ringsOf', () => {
  it('finds a row for every link of the torus, each way, when a tensor group is the whole of it', () => {
    const rings = ringsOf(collective({ tensor: 32, pipeline: 1 }));
    const whole = ringsOf(collective({ tensor: 16, pipeline: 1 }));
    // 4 × 4 × 2: two members along Z fill it twice over, and close no ring.
    expect(Array.from(rings.rows).filter((row) => row < 0)).toHaveLength(4);
    expect([rings.rows[at(2, 0, 1)], rings.rows[at(2, 1, 3)]]).toEqual([-1, -1]);
    expect(rings.rows[at(2, 0, 2)]).toBe(rings.rows[at(2, 0, 0)]);
    // 4 × 4: no link of Z is its own.
    expect(Array.from(whole.rows.subarray(at(2, 0, 0)))).toEqual(new Array(8).fill(-1));
  });

  it('knows from and to of what goes against the ring', () => {
    const { detail, rows } = ringsOf(collective({ tensor: 16, pipeline: 1 }));
    expect(detail.rows[rows[at(0, 0, 1)]]).toMatchObject({ axis: 0, direction: 1, from: 1, to: 2 });
    expect(detail.rows[rows[at(0, 1, 1)]]).toMatchObject({ axis: 0, direction: -1, from: 2, to: 1 });
    expect(detail.rows[rows[at(1, 1, 3)]]).toMatchObject({ axis: 1, direction: -1, from: 0, to: 3 });
  });
});

describe('hopsAt', () => {
  const rings = ringsOf(collective({ tensor: 16, pipeline: 1 }));
  const out = new Float32Array(SORTS * FIELDS);

  it('runs each message from port to port while its bytes do', () => {
    const { timeline } = rings.detail;
    const row = rings.rows[at(0, 0, 2)];
    const first = timeline.tracks[row * STREAMS + Stream.scaleUp];
    const [start, end] = [timeline.start[first], timeline.end[first]];
    for (const share of [0, 0.25, 0.75]) {
      hopsAt(rings, start + share * (end - start) + 1e-12, out);
      const [light, head, tail, hop] = out.subarray(at(0, 0, 2) * FIELDS);
      expect(head).toBeCloseTo(share, 4);
      // Alone on its wires a message takes the whole link.
      expect(light).toBeCloseTo(1, 4);
      expect(tail).toBeGreaterThan(0.05);
      expect(hop).toBe(1);
    }
  });

  it('is dark before the collective and after it, and where no link takes part', () => {
    for (const t of [-1, rings.seconds * 1.01]) {
      hopsAt(rings, t, out);
      for (let sort = 0; sort < SORTS; sort++) expect(out[sort * FIELDS]).toBe(0);
    }
    hopsAt(rings, rings.seconds / 2, out);
    expect(out[at(2, 0, 0) * FIELDS]).toBe(0);
    expect(out[at(0, 0, 0) * FIELDS]).toBeGreaterThan(0);
  });
});

describe('meanHops', () => {
  it('lights every link by its own share, both ways, and only in ring direction while nothing is known', () => {
    const rings = ringsOf(collective({ tensor: 16, pipeline: 1 }));
    const out = new Float32Array(SORTS * FIELDS);
    meanHops(rings, 0.25, 0.4, out);
    expect(out[at(0, 1, 0) * FIELDS] ** 2).toBeCloseTo(0.25 * rings.busy[at(0, 1, 0)], 5);
    expect(rings.busy[at(0, 1, 0)]).toBeGreaterThan(0.8);
    expect(rings.busy[at(0, 1, 0)]).toBeLessThanOrEqual(1);
    expect(out[at(2, 0, 0) * FIELDS]).toBe(0);
    meanHops(null, 0.25, 0.4, out);
    expect([out[at(2, 0, 1) * FIELDS], out[at(2, 1, 1) * FIELDS]]).toEqual([0.5, 0]);
  });
});
