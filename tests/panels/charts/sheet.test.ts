import { describe, expect, it } from 'vitest';
import { decades } from '../../../src/panels/charts/Axes.tsx';
import { cellText, csvOf } from '../../../src/panels/charts/sheet.ts';

const COLUMNS = [
  { name: 'part', head: 'Part' },
  { name: 'seconds [s]', head: 'Time', text: (value: number) => `${1000 * value} ms` },
];

describe('the numbers behind a chart', () => {
  it('are written as comma-separated values in SI units', () => {
    expect(csvOf({ columns: COLUMNS, rows: [['a "b", c', 0.25]] })).toBe(
      'part,seconds [s]\r\n"a ""b"", c",0.25\r\n',
    );
  });

  it('are read with their units', () => {
    expect(cellText(COLUMNS[1], 0.25)).toBe('250 ms');
    expect(cellText(COLUMNS[0], 'x')).toBe('x');
  });
});

describe('the numbers of a logarithmic axis', () => {
  it('are powers of ten, no more than there is room for', () => {
    expect(decades(0.5, 2000, 4)).toEqual([1, 10, 100, 1000]);
    expect(decades(1, 1e6, 4)).toEqual([1, 100, 1e4, 1e6]);
  });
});
