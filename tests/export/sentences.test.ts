import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/state/problem.ts';

const FILES = [
  ...['src/export', 'src/panels/takeaway'].flatMap((folder) =>
    readdirSync(folder).map((name) => path.join(folder, name)),
  ),
  ...['src/scene/easel.tsx', 'src/floorplan/easel.ts', 'src/scene/ultraserver/solid.ts'],
].filter((name) => /\.tsx?$/.test(name));

describe('what can go wrong with taking away', () => {
  it('is said in French too', () => {
    const sentences = FILES.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new Error\(\s*(?:`([^`]*)`|'([^']*)')/g)].map(
        ([, template, plain]) => (template ?? plain).replaceAll(/\$\{[^}]*\}/g, '7'),
      ),
    ).filter((sentence) => sentence !== 'cancelled');
    expect(sentences.length).toBeGreaterThan(14);
    // A name comes first where a rule follows: `7 must be …` is `width must be …` on the screen.
    const unsaid = sentences
      .map((sentence) => sentence.replace(/^7 must/, 'width must'))
      .filter((sentence) => problemText(sentence, 'fr') === sentence);
    expect(unsaid).toEqual([]);
  });
});
