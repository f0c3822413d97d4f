import type { Summary } from '../../timeline/summary.ts';
import type { Constants } from '../calibration/constants.ts';
import { PUBLISHED } from '../calibration/published.ts';

/** The narrowest band that is told, whatever published steps say: the same run differs by 3 to 8 % from day to day. */
const NOISE = 0.08;

/**
 * How far to trust the seconds of a step made with these constants, for dense models or mixtures. Chips with eight published
 * steps or more are `validated`, within what nine of ten of those steps were; the rest is `transferred` or `assumed`.
 */
export function evidenceFor(constants: Constants, mixture: boolean, seconds: number): Summary['evidence'] {
  const name = constants.name || 'an unnamed chip';
  const kind = mixture ? 'mixture' : 'dense';
  const told = (level: Summary['evidence']['level'], share: number, because: string) => ({
    ...{ level, low: seconds * (1 - share), high: seconds * (1 + share), because },
  });
  switch (constants.basis) {
    case 'fitted':
      return told(
        'assumed',
        0.2,
        `constants of ${name} come from four published runs, too few to call a test`,
      );
    case 'transferred':
      return told(
        ...(['transferred', 0.25] as const),
        `no training step on ${name} is published; constants are carried over from Trainium1`,
      );
    case 'published': {
      const known = PUBLISHED[`${name} ${kind}`];
      if (!known) {
        return told('assumed', 0.25, `fewer than eight steps of ${kind} models on ${name} are published`);
      }
      const percent = (100 * known.mean).toFixed(1);
      return told(
        'validated',
        Math.max(NOISE, known.nineOfTen),
        `held against ${known.rows} published steps of ${kind} models on ${name}, mean error ${percent} %`,
      );
    }
    case 'unknown':
      return told(
        'assumed',
        0.4,
        `${name} is not in the record; its constants are the middle of other chips'`,
      );
  }
}
