import { collective } from '../collectives/auto.ts';
import { playChunks } from '../collectives/chunks.ts';
import type { Algorithm, CollectiveDim, CollectiveKind } from '../collectives/collective.ts';
import { directPhase } from '../collectives/direct.ts';
import { halvingDoublingPhase } from '../collectives/halvingDoubling.ts';
import { hierarchicalPhase, type Level, levelOf } from '../collectives/hierarchy.ts';
import { ringPhase } from '../collectives/ring.ts';
import { torusPhase } from '../collectives/torus.ts';
import type { LinkHops, PhaseHops } from './hop.ts';
import { portHops } from './portHops.ts';
import { torusHops } from './torusHops.ts';

/** Pieces that `auto` tries (collectives/auto.ts). */
const CHUNKS = [1, 2, 4, 8, 16, 32, 64];

/** A link of a collective, with the pieces of the buffer numbered over all its chunks. */
export interface CollectiveLink extends LinkHops {
  /** Index of its dimension in the request. */
  readonly of: number;
}

/** A collective over several dimensions, hop by hop. */
export interface CollectiveHops {
  readonly algorithm: string;
  readonly seconds: number;
  readonly chunks: number;
  readonly links: readonly CollectiveLink[];
}

interface Part {
  readonly level: Level;
  /** Dimensions of the request that it works on. */
  readonly dims: readonly number[];
  hops(kind: CollectiveKind, bytes: number): PhaseHops;
}

/** What `auto` does with a collective, hop by hop: the same algorithm, the same pieces, the same seconds. */
export function collectiveHops(
  kind: CollectiveKind,
  bytes: number,
  dims: readonly CollectiveDim[],
): CollectiveHops {
  const best = collective({ kind, bytes, dims, algorithm: 'auto', chunks: 1 });
  const open = dims.flatMap((dim, index) => (dim.size > 1 ? [index] : []));
  const named = best.algorithm === 'ring' || best.algorithm === 'halvingDoubling';
  const parts = named
    ? open.map((index) => plainPart(best.algorithm as Algorithm, dims[index], index))
    : jointParts(dims, open, !best.algorithm.includes('torus'));
  const levels = parts.map(({ level }) => level);
  const tries = named || parts.length < 2 ? [1] : CHUNKS;
  const chunks = tries.reduce((a, b) => {
    const off = (pieces: number) =>
      Math.abs(hierarchicalPhase(kind, bytes, levels, pieces).seconds - best.seconds);
    return off(b) < off(a) ? b : a;
  });
  return {
    algorithm: best.algorithm,
    seconds: best.seconds,
    chunks,
    links: play(kind, bytes, parts, chunks),
  };
}

/** Chunks through the levels as `hierarchicalPhase` sends them, each phase with its hops. */
function play(kind: CollectiveKind, bytes: number, parts: readonly Part[], chunks: number): CollectiveLink[] {
  const visits = visitsOf(kind, bytes / chunks, parts);
  const phases = visits.map(({ part, phase, size }) => parts[part].hops(phase, size));
  const links = parts.map(({ dims, level }, part) =>
    (phases[visits.findIndex((visit) => visit.part === part)]?.links ?? []).map((link) => ({
      ...link,
      of: dims[link.dim],
      // Every group of ranks of the level has such links.
      links: link.links * (ranksOf(parts) / level.size),
      hops: [] as LinkHops['hops'][number][],
    })),
  );
  const stops = visits.map(({ part }, index) => ({ server: part, seconds: phases[index].seconds }));
  playChunks(stops, chunks, (stop, chunk, end) => {
    const { links: from, seconds } = phases[stop];
    const pieces = 1 + Math.max(0, ...from.flatMap(({ hops }) => hops.map(({ piece }) => piece)));
    links[visits[stop].part].forEach((link, index) => {
      for (const hop of from[index].hops) {
        const shift = end - seconds;
        link.hops.push({
          start: shift + hop.start,
          end: shift + hop.end,
          bytes: hop.bytes,
          piece: chunk * pieces + hop.piece,
        });
      }
    });
  });
  return links.flat();
}

interface Visit {
  readonly part: number;
  readonly phase: CollectiveKind;
  readonly size: number;
}

/** The phases of one chunk, in order, as `hierarchicalPhase` has them. */
function visitsOf(kind: CollectiveKind, chunk: number, parts: readonly Part[]): Visit[] {
  let size = chunk;
  const sizes = parts.map(({ level }) => {
    const before = size;
    if (kind !== 'allToAll') size /= level.size;
    return before;
  });
  const last = parts.length - 1;
  const each = (phase: CollectiveKind) => parts.map((_, part): Visit => ({ part, phase, size: sizes[part] }));
  if (kind === 'allGather') return each('allGather').reverse();
  if (kind !== 'allReduce') return each(kind);
  return [
    ...each('reduceScatter').slice(0, last),
    ...each('allReduce').slice(last),
    ...each('allGather').slice(0, last).reverse(),
  ];
}

function ranksOf(parts: readonly Part[]): number {
  return parts.reduce((n, { level }) => n * level.size, 1);
}

const PHASES = { ring: ringPhase, halvingDoubling: halvingDoublingPhase, direct: directPhase };

function plainPart(name: Algorithm, dim: CollectiveDim, index: number): Part {
  const phase = PHASES[name];
  return {
    level: levelOf(name, [dim], (kind, bytes) => phase(kind, bytes, dim)),
    dims: [index],
    hops: (kind, bytes) => portHops(name, kind, bytes, dim, phase(kind, bytes, dim)),
  };
}

/** Neighbouring rings as one torus, or each ring `alone`; every other dimension on its own: the levels of `auto`. */
function jointParts(dims: readonly CollectiveDim[], open: readonly number[], alone: boolean): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < open.length; ) {
    if (dims[open[i]].kind !== 'ring') {
      parts.push(plainPart('direct', dims[open[i]], open[i]));
      i++;
      continue;
    }
    let end = i + 1;
    while (!alone && end < open.length && dims[open[end]].kind === 'ring') end++;
    const taken = open.slice(i, end);
    const rings = taken.map((index) => dims[index]);
    parts.push({
      level: levelOf('torus', rings, (kind, bytes) => torusPhase(kind, bytes, rings)),
      dims: taken,
      hops: (kind, bytes) => torusHops(kind, bytes, rings),
    });
    i = end;
  }
  return parts;
}
