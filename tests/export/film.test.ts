import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitRate, checkFilm, type Film, framesOf, secondsAt, shotAt } from '../../src/export/film.ts';

const FILM: Film = {
  seconds: 4,
  rate: 30,
  from: 9,
  speed: 0.5,
  step: 10,
  camera: 'still',
  flight: null,
  cutout: false,
};
const [A, B] = [
  { at: '', cam: null, lens: null },
  { at: 'b1', cam: null, lens: null },
];

describe('a film', () => {
  it('has the frames of its length, and runs on from the end of the step to its beginning', () => {
    expect(framesOf(FILM)).toBe(120);
    expect(secondsAt(FILM, 0)).toBe(9);
    expect(secondsAt(FILM, 30)).toBe(9.5);
    expect(secondsAt(FILM, 60)).toBe(0);
    expect(secondsAt(FILM, 90)).toBeCloseTo(0.5, 12);
  });

  it('of exactly one step ends a frame before it begins anew', () => {
    const whole = { ...FILM, from: 0, speed: FILM.step / FILM.seconds };
    const frames = framesOf(whole);
    expect(secondsAt(whole, frames)).toBeCloseTo(0, 9);
    expect(secondsAt(whole, frames - 1)).toBeCloseTo(10 - 10 / frames, 9);
    const steps = Array.from({ length: frames - 1 }, (_, i) => secondsAt(whole, i + 1) - secondsAt(whole, i));
    for (const step of steps) expect(step).toBeCloseTo(10 / frames, 9);
  });

  it('never leaves the step, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        fc.nat(7200),
        (from, speed, frame) => {
          const seconds = secondsAt({ ...FILM, from, speed }, frame);
          expect(seconds).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeLessThanOrEqual(10);
        },
      ),
    );
  });

  it('swings around its subject and ends where it began', () => {
    const around: Film = { ...FILM, camera: 'around' };
    expect(shotAt(around, 0).turned).toBe(0);
    expect([0, 1].map((frame) => shotAt(around, frame).follows)).toEqual([false, true]);
    expect(shotAt(around, 30).turned).toBeCloseTo(14, 9);
    expect(shotAt(around, 90).turned).toBeCloseTo(-14, 9);
    expect(shotAt(around, 120).turned).toBeCloseTo(0, 9);
  });

  it('flies first and then stands still', () => {
    const flying: Film = { ...FILM, camera: 'flight', flight: { from: A, to: B, seconds: 2 } };
    expect([0, 30, 60, 119].map((frame) => shotAt(flying, frame).way?.share)).toEqual([0, 0.5, 1, 1]);
    expect(shotAt(flying, 7).way).toMatchObject({ from: A, to: B });
    expect(shotAt({ ...flying, flight: null }, 7)).toEqual({
      seconds: secondsAt(FILM, 7),
      speed: 0.5,
      cutout: false,
      follows: true,
    });
  });

  it('is a pure function of the film and the frame', () => {
    expect(shotAt(FILM, 17)).toEqual(shotAt({ ...FILM }, 17));
  });

  it('refuses lengths and speeds that cannot be', () => {
    expect(() => checkFilm(FILM)).not.toThrow();
    expect(() => checkFilm({ ...FILM, seconds: 121 })).toThrow('seconds must be from 0 to 120: 121');
    expect(() => checkFilm({ ...FILM, seconds: Number.NaN })).toThrow('seconds must be');
    expect(() => checkFilm({ ...FILM, speed: Number.NaN })).toThrow('speed must be a number from 0: NaN');
  });

  it('is given bits by its pixels', () => {
    expect(bitRate(1920, 1080, 30)).toBe(8709120);
    expect(bitRate(64, 64, 24)).toBe(1e6);
  });
});
