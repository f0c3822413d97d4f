import type { ChipSpec } from '../../facts/chip.ts';
import { energy } from '../../facts/energy.ts';
import type { Summary } from '../../timeline/summary.ts';

/** Watts of the information technology, and of the whole facility, for each watt of a Trainium2 chip. Other chips are taken
 *  to need as much around them, which is an assumption. */
const IT_RATIO = energy.itPerChip.value / energy.chip.value;
const FACILITY_RATIO = energy.facilityPerChip.value / energy.chip.value;

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
