import { DataTexture, NearestFilter, RedIntegerFormat, UnsignedShortType } from 'three';
import { chipOfRank, NOT_IN_JOB, rankOfChip } from '../../cluster/job.ts';
import { GROUPS, type Layout, Mate, membersOf } from '../../cluster/mates.ts';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import type { State } from '../../state/store.ts';

/**
 * Whom one picked chip works with, chip by chip, in the shape of the class map and in its place (classTexture.ts): four
 * bits of each chip's own mate, and for an UltraServer's first chip four more of the mate that is commonest in it.
 */
export interface MateMap {
  readonly texture: DataTexture;
  /** Writes the groups of a chip (index; −1 none), of all kinds or of one. Costs as much as there are members. */
  pick(chip: number, only: State['kind']): void;
  dispose(): void;
}

const OWN = 15;

/** `classes` is the class map of the same job. */
export function createMateMap(layout: Layout, classes: DataTexture): MateMap {
  const { job } = layout;
  const { width, height, data } = classes.image;
  const map = Uint16Array.from(data as Uint16Array, (cls) => (cls === NOT_IN_JOB ? NOT_IN_JOB : Mate.none));
  const texture = new DataTexture(map, width, height, RedIntegerFormat, UnsignedShortType);
  texture.internalFormat = 'R16UI';
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.unpackAlignment = 2;
  texture.needsUpdate = true;
  const touched = new Set<number>();
  let shown = '';
  const firstOf = (chip: number): number => chip - (chip % CHIPS_PER_ULTRASERVER);
  return {
    texture,
    pick(chip, only) {
      const key = `${chip} ${only}`;
      if (key === shown) return;
      shown = key;
      for (const each of touched) {
        map[each] = Mate.none;
        if (map[firstOf(each)] !== NOT_IN_JOB) map[firstOf(each)] &= OWN;
      }
      touched.clear();
      const rank = chip < 0 ? -1 : rankOfChip(job, chip);
      if (rank >= 0) {
        const put = (member: number, mate: Mate): void => {
          const at = chipOfRank(job, member);
          if (map[at] !== Mate.none) return;
          map[at] = mate;
          touched.add(at);
        };
        put(rank, Mate.self);
        for (const group of GROUPS)
          if (only === null || only === group)
            for (const member of membersOf(layout, rank, group)) put(member, Mate[group]);
        tell(map, touched);
      }
      texture.needsUpdate = true;
    },
    dispose: () => texture.dispose(),
  };
}

/** Tells each touched UltraServer's first chip which mate is commonest there; of as many, the closest. */
function tell(map: Uint16Array, touched: ReadonlySet<number>): void {
  const counts = new Map<number, number[]>();
  for (const chip of touched) {
    const first = chip - (chip % CHIPS_PER_ULTRASERVER);
    let count = counts.get(first);
    if (!count) {
      count = new Array<number>(Mate.pipeline + 1).fill(0);
      counts.set(first, count);
    }
    count[map[chip] & OWN] += 1;
  }
  for (const [first, count] of counts)
    if (map[first] !== NOT_IN_JOB) map[first] |= count.indexOf(Math.max(...count)) << 4;
}
