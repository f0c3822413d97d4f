import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/state/clock.ts';

/** Frames that a test hands out by hand. */
function handFrames() {
  const asked = new Map<number, (ms: number) => void>();
  let handle = 0;
  return {
    source: {
      request(callback: (ms: number) => void) {
        handle += 1;
        asked.set(handle, callback);
        return handle;
      },
      cancel: (h: number) => void asked.delete(h),
    },
    pending: () => asked.size,
    show(ms: number) {
      const now = [...asked.values()];
      asked.clear();
      for (const callback of now) callback(ms);
    },
  };
}

describe('the clock', () => {
  it('moves simulated time by its speed and asks for frames only while it plays', () => {
    const frames = handFrames();
    const clock = createClock(frames.source, 0.5);
    clock.setDuration(10);
    expect(frames.pending()).toBe(0);
    clock.play();
    frames.show(1000);
    frames.show(1100);
    expect(clock.seconds).toBeCloseTo(0.05, 12);
    clock.pause();
    expect(frames.pending()).toBe(0);
    frames.show(1200);
    expect(clock.seconds).toBeCloseTo(0.05, 12);
  });

  it('begins the step again at its end', () => {
    const frames = handFrames();
    const clock = createClock(frames.source, 1);
    clock.setDuration(2);
    clock.seek(1.95);
    clock.play();
    frames.show(0);
    frames.show(100);
    expect(clock.seconds).toBeCloseTo(0.05, 12);
  });

  it('never jumps after a stall', () => {
    const frames = handFrames();
    const clock = createClock(frames.source, 1);
    clock.setDuration(100);
    clock.play();
    frames.show(0);
    frames.show(60_000);
    expect(clock.seconds).toBeCloseTo(0.25, 12);
  });

  it('keeps the playhead inside the step', () => {
    const clock = createClock(handFrames().source, 1);
    clock.setDuration(5);
    clock.seek(9);
    expect(clock.seconds).toBe(5);
    clock.seek(-1);
    expect(clock.seconds).toBe(0);
    clock.seek(4);
    clock.setDuration(3);
    expect(clock.seconds).toBe(1);
  });

  it('tells frames every time and ticks about ten times a second', () => {
    const frames = handFrames();
    const clock = createClock(frames.source, 1);
    clock.setDuration(100);
    let framesSeen = 0;
    let ticks = 0;
    clock.onFrame(() => framesSeen++);
    const stop = clock.onTick(() => ticks++);
    clock.play();
    framesSeen = 0;
    ticks = 0;
    for (let ms = 1000; ms <= 2000; ms += 16) frames.show(ms);
    expect(framesSeen).toBe(62);
    expect(ticks).toBeGreaterThanOrEqual(8);
    expect(ticks).toBeLessThanOrEqual(11);
    stop();
    clock.seek(1);
    expect(ticks).toBeLessThanOrEqual(11);
  });

  it('stands where a new step puts it, at its end where that is further, and knows what was set by hand', () => {
    const frames = handFrames();
    const clock = createClock(frames.source, 1);
    clock.setDuration(10, 4);
    expect([clock.seconds, clock.chosen]).toEqual([4, false]);
    clock.setDuration(10, 999);
    expect(clock.seconds).toBe(10);
    clock.seek(3);
    expect(clock.chosen).toBe(true);
    clock.seek(5, false);
    expect(clock.chosen).toBe(false);
    clock.seek(3);
    clock.play();
    frames.show(1000);
    frames.show(1016);
    expect(clock.chosen).toBe(false);
  });
});
