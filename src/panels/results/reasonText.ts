import type { Format } from '../../look/format.ts';
import type { Words } from '../../state/words.tsx';
import type { Reason } from '../../timeline/summary.ts';

/** One sentence: what the evidence of a step rests on. */
export function reasonText(words: Words, format: Format, reason: Reason): string {
  const { kind, chip } = reason;
  const models = words('mixture' in reason && reason.mixture ? 'because.mixture' : 'because.dense');
  switch (kind) {
    case 'published': {
      const { rows, mean } = reason;
      return words(`because.${kind}`, { rows, models, chip, mean: format.percent(mean) });
    }
    case 'few':
      return words(`because.${kind}`, { models, chip });
    case 'otherPeak':
    case 'otherMemory': {
      const unit = kind === 'otherPeak' ? 'FLOP/s' : 'B/s';
      const [own, known] = [format.si(reason.own, unit), format.si(reason.known, unit)];
      return words(`because.${kind}`, { chip, own, known });
    }
    default:
      return words(`because.${kind}`, { chip });
  }
}
