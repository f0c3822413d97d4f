import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { brokenLock, fixedPart, isFixed, isLockable, withFixed } from '../../src/state/lock.ts';

const asked = (scenario: Scenario) => ({ scenario, resolved: resolveScenario(scenario) });
const SMALL: Scenario = { cluster: 'ultraserver', model: 'llama-3.1-8b', training: { globalBatch: 64 } };

describe('locks', () => {
  it('are sections, fields of sections, and keys of the view', () => {
    for (const key of ['model', 'training.sequence', 'cluster.chips', 'scenario', 'lens', 'theme'])
      expect(isLockable(key), key).toBe(true);
    for (const key of ['', 'modle', 'training.sequnce', 'parallel.', 'lock', 'embed', 'constructor'])
      expect(isLockable(key), key).toBe(false);
  });

  it('fix a field by its own name, by what is around it, and by a part of it', () => {
    expect(isFixed(['training'], 'training.sequence')).toBe(true);
    expect(isFixed(['training.sequence'], 'training.sequence')).toBe(true);
    expect(isFixed(['training.sequence'], 'training.globalBatch')).toBe(false);
    expect(isFixed(['cluster.scaleUp.linkBandwidth'], 'cluster.scaleUp')).toBe(true);
    expect(isFixed(['scenario'], 'parallel.tensor')).toBe(true);
    expect(isFixed(['theme'], 'training')).toBe(false);
  });

  it('are broken by another value alone', () => {
    const before = asked(SMALL);
    const longer = asked({ ...SMALL, training: { ...SMALL.training, sequence: 4096 } });
    expect(brokenLock(['training.sequence'], before, longer)).toBe('training.sequence');
    expect(brokenLock(['training.globalBatch', 'model', 'theme'], before, longer)).toBeUndefined();
    expect(brokenLock(['scenario'], before, longer)).toBe('scenario');
    expect(brokenLock(['training'], before, asked({ ...SMALL, training: { globalBatch: 64 } }))).toBe(
      undefined,
    );
  });

  it('hold what a preset of the cluster comes to, not how it is written', () => {
    const before = asked(SMALL);
    const { chips, scaleUp, scaleOut } = before.resolved.cluster;
    const described = asked({
      ...SMALL,
      cluster: { chip: 'trainium2', chips, scaleUp, scaleOut: { ...scaleOut, bandwidth: 1e10 } },
    });
    expect(brokenLock(['cluster.chips', 'cluster.scaleUp'], before, described)).toBeUndefined();
    expect(brokenLock(['cluster.scaleOut'], before, described)).toBe('cluster.scaleOut');
    expect(brokenLock(['cluster.chips'], before, asked({ ...SMALL, cluster: 'rainier-2025' }))).toBe(
      'cluster.chips',
    );
  });

  it('keep what a change would leave open', () => {
    const before: Scenario = { ...SMALL, parallel: { tensor: 8, data: 8 } };
    const after: Scenario = { cluster: 'ultraserver', model: 'llama-3.1-70b' };
    expect(withFixed(['parallel.tensor', 'training'], before, after)).toEqual({
      ...after,
      parallel: { tensor: 8 },
      training: { globalBatch: 64 },
    });
    expect(withFixed([], before, after)).toEqual(after);
    expect(fixedPart(['model', 'parallel.tensor'], before)).toEqual({
      model: 'llama-3.1-8b',
      parallel: { tensor: 8 },
    });
  });
});
