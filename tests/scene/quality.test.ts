import { describe, expect, it } from 'vitest';
import { createGovernor, firstRung, LADDER, pixelRatio } from '../../src/scene/quality.ts';
import { isSoftware } from '../../src/scene/support.ts';

describe('quality', () => {
  it('recognises renderers that work on the processor', () => {
    expect(
      isSoftware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)'),
    ).toBe(true);
    expect(isSoftware('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
    expect(isSoftware('ANGLE (NVIDIA, NVIDIA GeForce RTX 3060)')).toBe(false);
  });

  it('starts low in software and never draws less than three quarters of the pixels a side', () => {
    expect(LADDER[firstRung('auto', true)].name).toBe('low');
    expect(LADDER[firstRung('auto', false)].name).toBe('high');
    for (const rung of LADDER) expect(pixelRatio(rung, 1)).toBeGreaterThanOrEqual(0.75);
  });

  it('steps down when frames are slow and does not climb back', () => {
    const governor = createGovernor(3, false);
    const run = (seconds: number): number => {
      let rung = 3;
      for (let i = 0; i < 40; i++) rung = governor.frame(seconds);
      return rung;
    };
    expect(run(0.08)).toBe(2);
    expect(run(0.005)).toBe(2);
    expect(run(0.08)).toBe(1);
  });

  it('climbs in software only to the full scale', () => {
    const governor = createGovernor(0, true);
    let rung = 0;
    for (let i = 0; i < 400; i++) rung = governor.frame(0.02);
    expect(rung).toBe(1);
  });
});
