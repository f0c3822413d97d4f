import { describe, expect, it } from 'vitest';
import { fact } from '../../../src/facts/fact.ts';
import { formatOf } from '../../../src/look/format.ts';
import { waysOut } from '../../../src/panels/Crumbs.tsx';
import { factText } from '../../../src/panels/inspector/FactList.tsx';
import { FACTS } from '../../../src/panels/inspector/factsOf.ts';
import { wireOf } from '../../../src/panels/inspector/wire.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { Kind } from '../../../src/timeline/timeline.ts';

const text = (value: number | string, unit: string): string =>
  factText(formatOf('en'), fact(value, unit, 'position', 'assumed')).replaceAll('\u00a0', ' ');

describe('facts of a place', () => {
  it('are read in the unit they were published in', () => {
    expect(text(96 * 2 ** 30, 'B')).toBe('96 GiB');
    expect(text(28 * 2 ** 20, 'B')).toBe('28 MiB');
    expect(text(667e12, 'FLOP/s')).toBe('667 TFLOP/s');
    expect(text(4.86e6, 'm²')).toBe('4,860,000 m²');
    expect(text(0.12e-3 / 3.6e6, 'm³/J')).toBe('0.12 L/kWh');
    expect(text(11e9, 'US$')).toBe('11 billion US$');
    expect(text('about a million', '')).toBe('about a million');
    expect(text(64, '')).toBe('64');
  });

  it('exist at every depth, each with a source', () => {
    for (const [depth, rows] of Object.entries(FACTS)) {
      expect(rows.length, depth).toBeGreaterThan(1);
      for (const [key, known] of rows) expect(known?.source, `${depth} ${key}`).toBeTruthy();
    }
  });
});

describe('wireOf', () => {
  it('tells NeuronLink from EFA by where the group reaches', () => {
    const wire = wireOf(resolveScenario({}));
    expect(wire(Kind.tensorAllGather)).toBe('neuronLink');
    expect(wire(Kind.sendForward)).toBe('efa');
    expect(wire(Kind.dataReduceScatter)).toBe('efa');
    const small = wireOf(resolveScenario({ cluster: 'ultraserver', model: 'llama-3.1-8b' }));
    expect(small(Kind.dataReduceScatter)).toBe('neuronLink');
  });
});

describe('waysOut', () => {
  it('keeps the campus and the last steps', () => {
    expect(waysOut([])).toEqual([[]]);
    expect(waysOut([3, 2])).toEqual([[], [3], [3, 2]]);
    expect(waysOut([1, 2, 3, 4, 5, 6, 1])).toEqual([
      [],
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6, 1],
    ]);
  });
});
