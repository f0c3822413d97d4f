import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pictureOf } from '../../src/embed/poster.ts';

const DEEPEST = 'b1/h1/r4/u12/s2/t5/c1/n1'.split('/');

it.each(['dark', 'light', 'contrast'])('has a picture for every level in %s', (theme) => {
  const pictures = ['', ...DEEPEST].map((_, depth) =>
    pictureOf(new URLSearchParams({ at: DEEPEST.slice(0, depth).join('/'), theme })),
  );
  for (const picture of pictures) expect(existsSync(`public/${picture}`), picture).toBe(true);
  expect(new Set(pictures).size).toBe(8);
});

it('has one for an address that says nothing, or nonsense', () => {
  for (const query of ['', 'at=', 'at=../../etc/passwd&theme=pink', 'at=a/b/c/d/e/f/g/h/i/j/k'])
    expect(existsSync(`public/${pictureOf(new URLSearchParams(query))}`), query).toBe(true);
});
