import '../../../src/state/laterWords.ts';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/look/format.ts';
import { nextSpeed, speedText } from '../../../src/panels/timeline/speed.ts';
import { wordsOf } from '../../../src/state/words.tsx';

describe('speed', () => {
  it('steps by 1, 2, 5 and stops at its ends', () => {
    expect([0.05, 0.1, 0.2].map((s) => nextSpeed(s, 1))).toEqual([0.1, 0.2, 0.5]);
    expect([0.05, 0.07, 0.1].map((s) => nextSpeed(s, -1))).toEqual([0.02, 0.05, 0.05]);
    expect(nextSpeed(100, 1)).toBe(100);
    expect(nextSpeed(1e-6, -1)).toBe(1e-6);
  });

  it('says how much slower or faster than real', () => {
    const text = (speed: number): string => speedText(wordsOf('en'), formatOf('en'), speed);
    expect([0.05, 1, 2, 0.0005].map(text)).toEqual([
      '20× slower than real',
      'real time',
      '2× faster than real',
      '2,000× slower than real',
    ]);
  });
});
