import { describe, expect, it } from 'vitest';
import { createRoom } from '../../../src/sim/run/room.ts';

describe('createRoom', () => {
  it('gives arrays that do not overlap until it is emptied, however many are asked for', () => {
    const room = createRoom(4);
    const arrays = [3, 1, 5, 20].map((length, index) => room.take(length).fill(index));
    arrays.forEach((array, index) => {
      expect([...array]).toEqual(new Array([3, 1, 5, 20][index]).fill(index));
    });
    const last = room.take(2).fill(7);
    room.empty();
    const next = room.take(60).fill(8);
    expect(next.buffer).toBe(last.buffer);
    expect([...next]).toEqual(new Array(60).fill(8));
  });
});
