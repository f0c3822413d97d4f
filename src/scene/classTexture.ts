import { DataTexture, NearestFilter, RedIntegerFormat, UnsignedShortType } from 'three';
import { classMap, type Job, NOT_IN_JOB } from '../cluster/job.ts';
import { CHIPS_PER_ULTRASERVER, chipsOf, hallsOf } from '../cluster/site.ts';

/** Widest texture that every WebGL2 device of interest takes. */
export const WIDEST = 4096;

/**
 * Class of every chip as an integer texture, one line a row of racks: texel (64·u + chip, hall·rows + r), all from 0;
 * `NOT_IN_JOB` (0xffff) where no rank stands. The highest bit of an UltraServer's first chip says that one of its chips is at
 * fault, for what is drawn from afar. Sites so large that this would be over 4,096 a side throw.
 */
export function createClassTexture(job: Job): DataTexture {
  const { site } = job;
  const width = site.filled * CHIPS_PER_ULTRASERVER;
  const height = hallsOf(site) * site.rows;
  if (width > WIDEST || height > WIDEST)
    throw new Error(`class map must be at most ${WIDEST} a side: ${width} × ${height}`);
  const map = classMap(job, chipsOf(site));
  markFaults(job, map);
  const texture = new DataTexture(map, width, height, RedIntegerFormat, UnsignedShortType);
  texture.internalFormat = 'R16UI';
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.unpackAlignment = 2;
  texture.needsUpdate = true;
  return texture;
}

/** Marks the UltraServers in which a chip is at fault. */
function markFaults({ faults }: Job, map: Uint16Array): void {
  if (!faults) return;
  for (let chip = 0; chip < map.length; chip++) {
    if (map[chip] === NOT_IN_JOB || !faults.isFaulty(map[chip] & CLASS_BITS)) continue;
    const first = chip - (chip % CHIPS_PER_ULTRASERVER);
    if (map[first] !== NOT_IN_JOB) map[first] |= FAULT_BIT;
  }
}

const FAULT_BIT = 0x8000;
const CLASS_BITS = 0x7fff;
