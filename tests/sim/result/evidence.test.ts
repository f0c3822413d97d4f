import { expect, it } from 'vitest';
import { chipSpec } from '../../../src/facts/chips.ts';
import { constantsOf } from '../../../src/sim/calibration/chips.ts';
import { evidenceFor } from '../../../src/sim/result/evidence.ts';

const told = (chip: ReturnType<typeof chipSpec>) => evidenceFor(constantsOf(chip), chip, false, 10);

it('is validated for a chip with published steps, transferred for Trainium2', () => {
  expect(told(chipSpec('h100')).level).toBe('validated');
  expect(told(chipSpec('trainium2'))).toMatchObject({ level: 'transferred', low: 7.5, high: 12.5 });
});

it('is assumed for a chip of a known name with other rates', () => {
  const h100 = chipSpec('h100');
  expect(told({ ...h100, peak: { ...h100.peak, bf16: 1.05 * h100.peak.bf16 } }).level).toBe('validated');
  const fast = told({ ...h100, peak: { ...h100.peak, bf16: 3e15 } });
  expect(fast).toMatchObject({ level: 'assumed', low: 6, high: 14 });
  expect(fast.because).toMatch(/^this H100 has a bf16 peak of 3000 TFLOP\/s, the known one 9\d\d, so/);
  expect(told({ ...h100, memoryBandwidth: 1e12 }).because).toMatch(/reads its memory at 1.00 TB\/s/);
});
