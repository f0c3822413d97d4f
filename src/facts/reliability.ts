import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Failures and recovery. No failure rate of Trainium2 is public; that of Meta's H100 run stands in. */
export const reliability = {
  llama3Chips: fact(16_384, '', S.llamaReliability, 'high', 'H100.'),
  llama3Duration: fact(54 * DAY, 's', S.llamaReliability, 'high'),
  llama3Interruptions: fact(466, '', S.llamaReliability, 'high', '419 of them unexpected.'),
  llama3Mtbf: fact(3.09 * HOUR, 's', 'derived: 54 days ÷ 419', 'high', 'Of the whole job.'),
  chipMtbf: fact(
    50_000 * HOUR,
    's',
    'derived: 3.09 h × 16,384 = 50,700 h',
    'assumed',
    'Carried over from H100.',
  ),
  checkpoint: fact(60, 's', 'position', 'assumed', 'Training stands still while one is written.'),
  recovery: fact(15 * 60, 's', S.hyperPod, 'high', '15 to 30 minutes or more; under 2 without a checkpoint.'),
  reroute: fact('under a millisecond', '', S.srd, 'medium', 'SRD takes another path.'),
  bytesPerParameter: fact(
    16,
    'B',
    'derived: bf16 weight 2, fp32 gradient or copy 2, master and two moments 12',
    'high',
  ),
  errorClasses: fact('SRAM, HBM, DMA, hung collective, hung compute', '', S.runtimeErrors, 'high'),
  automaticRecovery: fact('node problem detector and replacement', '', S.nodeProblems, 'high'),
} as const;
