import type { Summary } from '../../timeline/summary.ts';
import type { Constants } from '../calibration/constants.ts';

/** How far to trust the seconds of a step made with these constants. */
export function evidenceFor(constants: Constants, seconds: number): Summary['evidence'] {
  const name = constants.name || 'an unnamed chip';
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
    case 'assumed':
      return told('assumed', 0.25, `constants of ${name} are not yet held against published runs`);
    case 'unknown':
      return told(
        'assumed',
        0.4,
        `${name} is not in the record; its constants are the middle of other chips'`,
      );
  }
}
