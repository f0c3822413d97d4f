import type { Summary } from '../../timeline/summary.ts';

/** Tokens of the run that is told where a scenario names none. */
const TRILLION = 1e12;

/** Energy by scope, kWh. */
export interface EnergyRow {
  readonly scope: 'chips' | 'it' | 'facility';
  readonly step: number;
  /** Of the whole run; of a trillion tokens where the scenario names no run. */
  readonly run: number;
}

const JOULES_PER_KWH = 3.6e6;

/** Energy of a step and of a run at the chips, the IT equipment and the facility: powers of the summary times seconds. */
export function energyRows({ power, step, run }: Summary): EnergyRow[] {
  const seconds = (TRILLION / step.tokens) * step.seconds;
  const scopes = [
    ['chips', power.chipWatts, run?.chipJoules],
    ['it', power.itWatts, run?.itJoules],
    ['facility', power.facilityWatts, run?.joules],
  ] as const;
  return scopes.map(([scope, watts, joules]) => ({
    scope,
    step: (watts * step.seconds) / JOULES_PER_KWH,
    run: (joules ?? watts * seconds) / JOULES_PER_KWH,
  }));
}
