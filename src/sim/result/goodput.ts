/** A long run under failures. */
export interface Goodput {
  /** Share of the time that moves training forward. */
  readonly share: number;
  /** Seconds between the ends of checkpoints that lose least. */
  readonly interval: number;
}

/**
 * Goodput of a run that is stopped by failures at random (exponential, mean `mtbf` seconds for the whole job), writes a
 * checkpoint in `checkpoint` seconds every `interval` seconds of work, and after a failure is back at work in `recovery`
 * seconds, the reading of the checkpoint among them.
 * Daly, A higher order estimate of the optimum checkpoint interval, 2006: time = mtbf·e^(R/mtbf)·(e^((τ+δ)/mtbf) − 1) for
 * each τ of work, and the τ that makes it least, √(2δ·mtbf) to first order (Young 1974).
 */
export function goodput(mtbf: number, checkpoint: number, recovery = checkpoint): Goodput {
  if (checkpoint <= 0) return { share: Math.exp(-recovery / mtbf), interval: 0 };
  const ratio = checkpoint / (2 * mtbf);
  const interval =
    checkpoint < 2 * mtbf
      ? Math.sqrt(2 * checkpoint * mtbf) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - checkpoint
      : mtbf;
  const spent = mtbf * Math.exp(recovery / mtbf) * Math.expm1((interval + checkpoint) / mtbf);
  return { share: Math.min(1, interval / spent), interval };
}
