import type { ChipSpec } from '../../facts/chip.ts';
import type { Summary } from '../../timeline/summary.ts';

/**
 * Watts of the information technology and of the whole facility for each watt of a chip. Trainium2: 500 W a chip
 * (SemiAnalysis); 910 MW of IT for about 1.03 million chips on the campus, 885 W (Epoch AI); about 1 kW a chip at the meter
 * (Semafor, October 2025). Other chips are taken to need as much around them, which is an assumption.
 */
const IT_RATIO = 885 / 500;
const FACILITY_RATIO = 1000 / 500;

/** Power of the chips of a job at full load, and the energy of a step at facility level. */
export function powerOf(chip: ChipSpec, chips: number, seconds: number): Summary['power'] {
  const chipWatts = chip.watts * chips;
  const facilityWatts = FACILITY_RATIO * chipWatts;
  return {
    chipWatts,
    itWatts: IT_RATIO * chipWatts,
    facilityWatts,
    joulesPerStep: facilityWatts * seconds,
  };
}
