import { describe, expect, it } from 'vitest';
import { torusLinks, torusPoint, trayOf } from '../../src/cluster/links.ts';

describe('the torus of an UltraServer', () => {
  const links = torusLinks();

  it('has 192 links, 64 on each axis, 32 of them inside trays', () => {
    expect(links).toHaveLength(192);
    for (const axis of ['x', 'y', 'z']) expect(links.filter((l) => l.axis === axis)).toHaveLength(64);
    expect(links.filter((l) => l.inTray)).toHaveLength(32);
    expect(links.filter((l) => l.inTray).every((l) => l.axis === 'x')).toBe(true);
  });

  it('gives every chip six different neighbours', () => {
    const neighbours = Array.from({ length: 64 }, () => new Set<number>());
    for (const { from, to } of links) {
      neighbours[from].add(to);
      neighbours[to].add(from);
    }
    expect(neighbours.every((n) => n.size === 6)).toBe(true);
  });

  it('joins chips one step apart, and wraps once a ring', () => {
    for (const { from, to, axis, wraps } of links) {
      const a = torusPoint(from);
      const b = torusPoint(to);
      for (const k of ['x', 'y', 'z'] as const) expect(b[k] - a[k]).toBe(k === axis ? (wraps ? -3 : 1) : 0);
    }
    expect(links.filter((l) => l.wraps)).toHaveLength(48);
  });

  it('puts the chip pairs on trays as the buses pair them', () => {
    expect(trayOf(0)).toEqual({ server: 1, tray: 2, side: 0 });
    expect(trayOf(3)).toEqual({ server: 1, tray: 2, side: 1 });
    expect(trayOf(16 + 14)).toEqual({ server: 2, tray: 9, side: 1 });
  });
});
