import { describe, expect, it } from 'vitest';
import { createTyping, nextNamed } from '../../../src/panels/places/typeahead.ts';

describe('typing ahead in the tree of places', () => {
  it('joins letters that come fast', () => {
    let time = 0;
    const typing = createTyping(() => time);
    expect(typing('1')).toBe('1');
    time = 300;
    expect(typing('7')).toBe('17');
    time = 2000;
    expect(typing('2')).toBe('2');
  });

  it('finds the next name or number, round the end, and the exact one first', () => {
    const names = ['Campus', 'Building 1', 'Hall 1', 'Row 1', 'Row 2', 'Row 12', 'Étage 2'];
    expect(nextNamed(names, 'r', 0)).toBe(3);
    expect(nextNamed(names, 'r', 3)).toBe(4);
    expect(nextNamed(names, 'r', 5)).toBe(3);
    expect(nextNamed(names, '12', 3)).toBe(5);
    expect(nextNamed(names, '2', 4)).toBe(6);
    expect(nextNamed(names, 'et', 0)).toBe(6);
    expect(nextNamed(names, 'x', 0)).toBe(-1);
  });
});
