import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/panels/scenario/file.ts';
import { allowed } from '../../../src/panels/scenario/useAttempt.ts';
import { openState } from '../../../src/state/initial.ts';
import { problemText } from '../../../src/state/problem.ts';
import { changeOf, readTour } from '../../../src/state/tour.ts';
import { HOSTILE } from './hostile.ts';

const { state } = openState('', { reducedMotion: true, webgl: true });

/** What the page does with a dropped file, until it would show something. */
async function take(name: string, content: string): Promise<void> {
  // Bytes as the browser decodes them: what is no UTF-8 becomes the replacement character.
  const data = Buffer.from(content, /\.(png|zip)$/.test(name) ? 'latin1' : 'utf8');
  const file = { name, size: data.length, text: async () => new TextDecoder().decode(data) };
  const change = await readFile(file);
  if ('steps' in change) {
    const tour = readTour(change);
    for (let step = 1; step <= tour.steps.length; step++) changeOf(tour, step, state);
  } else allowed(change, {});
}

describe('a file that is no scenario, config.json or tour', () => {
  it.each(HOSTILE)('%s is refused in one line that both languages know', async (name, content) => {
    const problem = await take(name, content).then(
      () => 'was taken',
      (error: Error) => error.message,
    );
    expect(problem).not.toBe('was taken');
    expect(problem).not.toMatch(/[\p{Cc}\p{Cf}\uFFFD]/u);
    expect(problem.length).toBeLessThan(260);
    expect(problemText(problem, 'fr')).not.toBe(problem);
  });
});
