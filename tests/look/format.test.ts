import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/look/format.ts';

const { count, words, short, seconds, si, memory, percent } = formatOf('en');
/** Numbers and units are held together by a no-break space. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('number formats', () => {
  it('chooses the unit of a time by its size', () => {
    expect([0, 1.5e-9, 1.5e-6, 0.0123, 9.28, 200, 9000, 300_000].map(seconds).map(plain)).toEqual([
      '0 s',
      '1.5 ns',
      '1.5 µs',
      '12.3 ms',
      '9.28 s',
      '3.33 min',
      '2.5 h',
      '3.47 d',
    ]);
  });

  it('counts French days in jours', () => {
    expect(plain(formatOf('fr').seconds(300_000))).toBe('3,47 j');
  });

  it('never prints a thousand of a unit that has a larger one', () => {
    expect(plain(seconds(0.9996))).toBe('1 s');
    expect(plain(si(999.6e9, 'B/s'))).toBe('1 TB/s');
  });

  it('puts a decimal prefix before any unit', () => {
    expect(plain(si(667e12, 'FLOP/s'))).toBe('667 TFLOP/s');
    expect(plain(si(25e9, 'B/s'))).toBe('25 GB/s');
    expect(plain(si(1.1e9, 'W'))).toBe('1.1 GW');
    expect(plain(si(0, 'B/s'))).toBe('0 B/s');
    expect(plain(si(-2500, 'W'))).toBe('-2.5 kW');
    expect(plain(short(27_300_000))).toBe('27.3M');
    expect(plain(short(2_140_000_000))).toBe('2.14B');
    expect(plain(formatOf('fr').short(2_140_000_000))).toBe('2,14 Md');
    expect(plain(seconds(1e-18))).toBe('0 s');
    expect(short(12)).toBe('12');
  });

  it('gives memory in binary units', () => {
    expect(plain(memory(96 * 2 ** 30))).toBe('96 GiB');
    expect(plain(memory(28 * 2 ** 20))).toBe('28 MiB');
    expect(plain(memory(1023.9 * 2 ** 20))).toBe('1 GiB');
  });

  it('writes counts in full or in words, and shares in percent', () => {
    expect(count(494_592)).toBe('494,592');
    expect(plain(words(405_853_388_800))).toBe('405.9 billion');
    expect(plain(words(1_235_814_400))).toBe('1.236 billion');
    expect(percent(0.2094)).toBe('20.9%');
  });

  it('follows the language', () => {
    expect(formatOf('fr').seconds(9.28).replaceAll('\u00a0', ' ')).toBe('9,28 s');
    expect(formatOf('en')).toBe(formatOf('en'));
  });
});
