import { describe, expect, it } from 'vitest';
import { createClassState } from '../../src/scene/classState.ts';
import { Kind } from '../../src/timeline/timeline.ts';
import { handMadeTimeline } from '../timeline/fixture.ts';

const timeline = handMadeTimeline();
const rates = { scaleOut: 64, scaleUp: 256 };

describe('the class state', () => {
  it('holds kind, progress, microbatch and activity of every class', () => {
    const state = createClassState(2, rates);
    state.update(timeline, 6, 0.001);
    expect([...state.values.slice(0, 8)]).toEqual([Kind.backward, 0.5, 0, 1, Kind.backward, 0.25, 1, 1]);
  });

  it('shows traffic as the root of its share of the link', () => {
    const state = createClassState(2, rates);
    // Class 0 sends 32 bytes forward in half a second: a full link of 64 bytes/s.
    state.update(timeline, 1.25, 0.001);
    expect(state.values[8]).toBe(1);
    // 128 bytes of gradients in a second are twice what the link takes: shown as full.
    state.update(timeline, 10.5, 0.001);
    expect(state.values[8 + 2]).toBe(1);
    expect(state.values[8]).toBe(0);
  });

  it('shows a collective itself when it lasts, its mean over the span when frames are longer', () => {
    const state = createClassState(2, rates);
    // All-gather from 0.75 to 1 s of a forward of 1 s: 64 bytes in a quarter of a second fill the links.
    state.update(timeline, 0.9, 0.01);
    expect(state.values[8 + 3]).toBe(1);
    state.update(timeline, 0.5, 0.01);
    const before = state.values[8 + 3];
    state.update(timeline, 0.9, 1);
    expect(state.values[8 + 3]).toBeCloseTo(0.5, 6);
    expect(before).toBeLessThan(1);
  });

  it('is all waiting after the last span', () => {
    const state = createClassState(2, rates);
    state.update(timeline, 10.8, 0.001);
    expect(state.values[3]).toBe(0);
    expect(state.values[0]).toBe(Kind.wait);
  });
});
