import { describe, expect, it } from 'vitest';
import { network } from '../../../src/facts/network.ts';
import { factAt } from '../../../src/facts/record.ts';
import { formatOf } from '../../../src/look/format.ts';
import { answerHoles, changeText, factHoles, numberText } from '../../../src/panels/lesson/answers.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { simulateStep } from '../../../src/sim/step.ts';
import { type Activity, holds, lesson, linkOf, outcomesOf, rightOption } from '../../../src/state/lesson.ts';
import { say } from '../../../src/state/phrase.ts';
import { readQuery } from '../../../src/state/query.ts';

const simulate = async (scenario: object) => simulateStep(resolveScenario(parseScenario(scenario))).summary;
const format = formatOf('en');

describe('the lesson', () => {
  it('takes as many minutes as its parts', () => {
    const { opening, activities, closing, minutes } = lesson;
    expect(opening.minutes + closing.minutes + activities.reduce((sum, a) => sum + a.minutes, 0)).toBe(
      minutes,
    );
  });

  it.each(lesson.activities.map((activity) => [activity.id, activity] as const))(
    'has for %s one right answer to each question, and the effects its explanation rests on',
    async (_, activity: Activity) => {
      const outcomes = await outcomesOf(activity, simulate);
      for (const question of activity.questions) expect(rightOption(question, outcomes)).toBeGreaterThan(-1);
      for (const check of activity.expects) expect(holds(check, outcomes), JSON.stringify(check)).toBe(true);
      const answers = answerHoles(format, activity, outcomes);
      for (const lang of ['en', 'fr'] as const)
        for (const words of [activity.because, activity.background])
          expect(say(words, lang, { ...factHoles(format, activity, lang), ...answers }), lang).not.toMatch(
            /[{}]/,
          );
      for (const { id } of activity.variants) {
        const { step } = outcomes[id];
        expect(numberText(format, outcomes, id, 'seconds')).toBe(format.seconds(step.seconds));
      }
    },
  );

  it('halves exactly the links that the record knows', () => {
    const [{ variants }] = lesson.activities;
    const { cluster } = resolveScenario(parseScenario(variants[1].scenario));
    const { xy, z } = network.neuronLink;
    expect(cluster.scaleUp).toMatchObject({ linkBandwidth: [xy.value / 2, xy.value / 2, z.value / 2] });
    expect(cluster.chips).toBe(resolveScenario({}).cluster.chips);
  });

  it('names the change against the first case with its sign, and none where there is none', async () => {
    const outcomes = await outcomesOf(lesson.activities[0], simulate);
    expect(changeText(format, outcomes, 'now', 'slow', 'seconds')).toMatch(/^\+\d/);
    expect(changeText(format, outcomes, 'slow', 'now', 'seconds')).toMatch(/^−\d/);
    expect(changeText(format, outcomes, 'now', 'slow', 'compute')).toBeNull();
  });

  it('links every case to its own scenario, and rests on facts that are in the record', () => {
    for (const { variants, facts } of lesson.activities) {
      for (const path of Object.values(facts)) expect(factAt(path), path).toBeDefined();
      for (const variant of variants) {
        const { scenario, problems } = readQuery(linkOf(variant, 'fr'));
        expect(problems).toEqual([]);
        expect(scenario).toEqual(parseScenario(variant.scenario));
      }
    }
  });

  it('refuses a check of a case that is not there, and a question with two right options', async () => {
    const outcomes = await outcomesOf(lesson.activities[0], simulate);
    expect(() => holds({ of: 'none', measure: 'seconds' }, outcomes)).toThrow(
      'check names no case of the activity: none',
    );
    const both = {
      ask: 'Which?',
      options: [
        { text: 'a', right: [] },
        { text: 'b', right: [] },
      ],
    };
    expect(() => rightOption(both, outcomes)).toThrow('question must have one right option: Which?');
  });
});
