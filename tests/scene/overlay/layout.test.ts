import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  inside,
  type Leader,
  leaderTo,
  overlaps,
  passes,
  placeWords,
} from '../../../src/scene/overlay/layout.ts';
import { lengthName, powerOfTen, roundLength } from '../../../src/scene/overlay/ScaleBar.tsx';

const canvas = { width: 1280, height: 720 };

describe('words in the picture', () => {
  it('never overlap and never leave the canvas', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 1280, noNaN: true }),
      fc.double({ min: 0, max: 720, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (points) => {
        const taken: Box[] = [];
        for (const [x, y] of points) {
          const around = { taken, covered: [], leaders: [] };
          const placed = placeWords(x, y, { width: 160, height: 36 }, [90, -60], -1, around, canvas);
          if (!placed) continue;
          expect(inside(placed.box, canvas.width, canvas.height)).toBe(true);
          for (const other of taken) expect(overlaps(placed.box, other)).toBe(false);
          taken.push(placed.box);
        }
      }),
    );
  });

  const words = { width: 100, height: 30 };
  const bare = { taken: [], covered: [], leaders: [] };

  it('stand where they would rather, or stay where they stood while it is free', () => {
    expect(placeWords(600, 300, words, [90, -60], -1, bare, canvas)?.box.left).toBe(600 + 90);
    const placed = placeWords(600, 300, words, [90, -60], 1, bare, canvas);
    expect(placed?.side).toBe(1);
    expect(placed?.box.left).toBe(600 - 90 - 100);
  });

  it('rather stand beside a body than over it', () => {
    const body = { left: 400, top: 100, width: 400, height: 400 };
    const placed = placeWords(760, 300, words, [20, -60], -1, { ...bare, covered: [body] }, canvas);
    expect(placed?.box.left).toBeGreaterThanOrEqual(800);
  });

  it('never cross a leader while there is room, nor leave their side where they have one', () => {
    const leader: Leader = [640, 100, 640, 500];
    const placed = placeWords(600, 300, words, [90, 0], -1, { ...bare, leaders: [leader] }, canvas);
    expect(
      placed && passes(leaderTo(600, 300, placed.box), { left: 639, top: 100, width: 2, height: 400 }),
    ).toBe(false);
    const wall = { left: 610, top: 0, width: 670, height: 720 };
    expect(placeWords(600, 300, words, [90, 0], -1, { ...bare, taken: [wall] }, canvas, true)).toBeNull();
  });
});

describe('the scale bar', () => {
  it('takes round lengths', () => {
    expect(roundLength(190)).toBe(100);
    expect(roundLength(4.9)).toBe(2);
    expect(roundLength(0.05)).toBeCloseTo(0.05, 12);
  });

  it('renames itself from a kilometre to a millimetre', () => {
    expect([1000, 500, 2, 0.5, 0.01, 0.005, 0.001].map(lengthName)).toEqual([
      '1 km',
      '500 m',
      '2 m',
      '50 cm',
      '1 cm',
      '5 mm',
      '1 mm',
    ]);
    expect([3, 0, -2].map(powerOfTen)).toEqual(['10³', '10⁰', '10⁻²']);
  });
});
