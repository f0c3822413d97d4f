import { playChunks, type Stop } from './chunks.ts';
import type { CollectiveDim, CollectiveKind, Phase } from './collective.ts';

/** Dimensions served together, and the time and traffic of a phase on them. */
export interface Level {
  readonly name: string;
  /** Ranks of the level. */
  readonly size: number;
  /** Dimensions of the level. */
  readonly dims: number;
  phase(kind: CollectiveKind, bytes: number): Phase;
}

/** A level of one dimension, or of several that work as one. */
export function levelOf(
  name: string,
  dims: readonly CollectiveDim[],
  phase: (kind: CollectiveKind, bytes: number) => Phase,
): Level {
  return { name, size: dims.reduce((product, dim) => product * dim.size, 1), dims: dims.length, phase };
}

/**
 * A collective over several levels, innermost first. All-reduce: reduce-scatter up the levels (the buffer shrinks by
 * each level's size), all-reduce on the last, all-gather back. All-gather visits the levels in reverse. All-to-all
 * passes the whole buffer through each. The buffer is cut into `chunks` equal pieces, which overlap (see playChunks).
 */
export function hierarchicalPhase(
  kind: CollectiveKind,
  bytes: number,
  levels: readonly Level[],
  chunks: number,
): Phase {
  if (levels.length === 1 && chunks === 1) return levels[0].phase(kind, bytes);
  const stops: Stop[] = [];
  const carried = levels.map((level) => new Array<number>(level.dims).fill(0));
  let piece = bytes / chunks;
  const visit = (server: number, phaseKind: CollectiveKind, size: number) => {
    const { seconds, linkBytes } = levels[server].phase(phaseKind, size);
    stops.push({ server, seconds });
    linkBytes.forEach((each, dim) => {
      carried[server][dim] += each * chunks;
    });
  };
  const pieces = levels.map((level) => {
    const before = piece;
    if (kind !== 'allToAll') piece /= level.size;
    return before;
  });
  const last = levels.length - 1;
  if (kind === 'allGather') {
    for (let i = last; i >= 0; i--) visit(i, 'allGather', pieces[i]);
  } else if (kind === 'allReduce') {
    for (let i = 0; i < last; i++) visit(i, 'reduceScatter', pieces[i]);
    if (last >= 0) visit(last, 'allReduce', pieces[last]);
    for (let i = last - 1; i >= 0; i--) visit(i, 'allGather', pieces[i]);
  } else {
    for (let i = 0; i <= last; i++) visit(i, kind, pieces[i]);
  }
  // One piece meets nobody on its way.
  const seconds =
    chunks === 1 ? stops.reduce((sum, stop) => sum + stop.seconds, 0) : playChunks(stops, chunks);
  return { seconds, linkBytes: carried.flat() };
}
