import type { ChipSpec } from '../../facts/chip.ts';
import { chips } from '../../facts/chips.ts';
import type { Reason, Summary } from '../../timeline/summary.ts';
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
  const told = (level: Summary['evidence']['level'], share: number, reason: Reason) => ({
    ...{ level, low: seconds * (1 - share), high: seconds * (1 + share), because: sentence(reason), reason },
  });
  const other = otherThanPublished(constants.name, chip);
  if (other) return told('assumed', 0.4, other);
  switch (constants.basis) {
    case 'fitted':
      return told('assumed', 0.2, { kind: 'fitted', chip: name });
    case 'transferred':
      return told('transferred', 0.25, { kind: 'transferred', chip: name });
    case 'published': {
      const known = PUBLISHED[`${name} ${kind}`];
      if (!known) return told('assumed', 0.25, { kind: 'few', chip: name, mixture });
      const { rows, mean, nineOfTen } = known;
      const reason = { kind: 'published', chip: name, mixture, rows, mean } as const;
      return told('validated', Math.max(NOISE, nineOfTen), reason);
    }
    case 'unknown':
      return told('assumed', 0.4, { kind: 'unknown', chip: name });
  }
}

/** One sentence, in English, for the command line. */
function sentence(reason: Reason): string {
  const { kind, chip } = reason;
  switch (kind) {
    case 'published': {
      const models = reason.mixture ? 'mixture' : 'dense';
      const percent = (100 * reason.mean).toFixed(1);
      return `held against ${reason.rows} published steps of ${models} models on ${chip}, mean error ${percent} %`;
    }
    case 'few':
      return `fewer than eight steps of ${reason.mixture ? 'mixture' : 'dense'} models on ${chip} are published`;
    case 'fitted':
      return `constants of ${chip} come from four published runs, too few to call a test`;
    case 'transferred':
      return `no training step on ${chip} is published; constants are carried over from Trainium1`;
    case 'unknown':
      return `${chip} is not in the record; its constants are the middle of other chips'`;
    case 'otherPeak': {
      const [own, known] = [reason.own, reason.known].map((rate) => (rate / 1e12).toFixed(0));
      return `this ${chip} has a bf16 peak of ${own} TFLOP/s, the known one ${known}, so that nothing published holds for it`;
    }
    case 'otherMemory': {
      const [own, known] = [reason.own, reason.known].map((rate) => (rate / 1e12).toFixed(2));
      return `this ${chip} reads its memory at ${own} TB/s, the known one at ${known}, so that nothing published holds for it`;
    }
  }
}

/** A chip may be described with other rates than its name stands for, up to what data sheets differ by among themselves. */
const ALIKE = 0.1;

/** What tells a described chip from the known one of its name; null where nothing does, or where that one has no record. */
function otherThanPublished(name: string, { peak, memoryBandwidth }: ChipSpec): Reason | null {
  const known = Object.values(chips).find((each) => each.name === name);
  if (!known) return null;
  const differs = (rate: number, published: number) => Math.abs(rate / published - 1) > ALIKE;
  const { bf16 } = known.peak;
  if (differs(peak.bf16, bf16.value))
    return { kind: 'otherPeak', chip: name, own: peak.bf16, known: bf16.value };
  const bandwidth = known.memoryBandwidth.value;
  if (differs(memoryBandwidth, bandwidth))
    return { kind: 'otherMemory', chip: name, own: memoryBandwidth, known: bandwidth };
  return null;
}
