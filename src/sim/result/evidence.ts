import type { ChipSpec } from '../../facts/chip.ts';
import { chips } from '../../facts/chips.ts';
import type { Summary } from '../../timeline/summary.ts';
import type { Constants } from '../calibration/constants.ts';
import { PUBLISHED } from '../calibration/published.ts';

/** The narrowest band that is told, whatever published steps say: the same run differs by 3 to 8 % from day to day. */
const NOISE = 0.08;

/**
 * How far to trust the seconds of a step made with these constants, for dense models or mixtures. Chips with eight published
 * steps or more are `validated`, within what nine of ten of those steps were; the rest is `transferred` or `assumed`.
 */
export function evidenceFor(
  constants: Constants,
  chip: ChipSpec,
  mixture: boolean,
  seconds: number,
): Summary['evidence'] {
  const name = constants.name || 'an unnamed chip';
  const kind = mixture ? 'mixture' : 'dense';
  const told = (level: Summary['evidence']['level'], share: number, because: string) => ({
    ...{ level, low: seconds * (1 - share), high: seconds * (1 + share), because },
  });
  const other = otherThanPublished(constants.name, chip);
  if (other) return told('assumed', 0.4, `${other}, so that nothing published holds for it`);
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

/** A chip may be described with other rates than its name stands for, up to what data sheets differ by among themselves. */
const ALIKE = 0.1;

/** What tells a described chip from the known one of its name; null where nothing does, or where that one has no record. */
function otherThanPublished(name: string, { peak, memoryBandwidth }: ChipSpec): string | null {
  const known = Object.values(chips).find((each) => each.name === name);
  if (!known) return null;
  const differs = (rate: number, published: number) => Math.abs(rate / published - 1) > ALIKE;
  if (differs(peak.bf16, known.peak.bf16.value))
    return `this ${name} has a bf16 peak of ${(peak.bf16 / 1e12).toFixed(0)} TFLOP/s, the known one ${(known.peak.bf16.value / 1e12).toFixed(0)}`;
  if (differs(memoryBandwidth, known.memoryBandwidth.value))
    return `this ${name} reads its memory at ${(memoryBandwidth / 1e12).toFixed(2)} TB/s, the known one at ${(known.memoryBandwidth.value / 1e12).toFixed(2)}`;
  return null;
}
