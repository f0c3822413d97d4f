import type {
  Algorithm,
  CollectiveDim,
  CollectiveKind,
  CollectiveRequest,
  CollectiveResult,
  Phase,
} from './collective.ts';
import { directPhase } from './direct.ts';
import { halvingDoublingPhase, isPowerOfTwo } from './halvingDoubling.ts';
import { hierarchicalPhase, type Level, levelOf } from './hierarchy.ts';
import { ringPhase } from './ring.ts';
import { torusPhase } from './torus.ts';

/** Pieces that `auto` tries where levels can overlap. */
const CHUNKS = [1, 2, 4, 8, 16, 32, 64];

const PHASES: Readonly<
  Record<Algorithm, (kind: CollectiveKind, bytes: number, dim: CollectiveDim) => Phase>
> = {
  ring: ringPhase,
  halvingDoubling: halvingDoublingPhase,
  direct: directPhase,
};

/**
 * Time, algorithm and busiest link of a collective. With `auto` the fastest of what is modelled: neighbouring rings taken
 * together as a torus, or one after the other, every other dimension direct, over one to 64 overlapping pieces; or the plain
 * ring, or halving and doubling where there is no ring among the dimensions. Never slower than `ring`, never faster than the
 * busiest link allows (torus.ts).
 */
export function collective(request: CollectiveRequest): CollectiveResult {
  const { kind, bytes, algorithm, chunks } = request;
  const dims = request.dims.filter((dim) => dim.size > 1);
  if (algorithm !== 'auto') {
    const named =
      typeof algorithm === 'string'
        ? dims.map(() => algorithm)
        : algorithm.filter((_, index) => request.dims[index].size > 1);
    const name = typeof algorithm === 'string' ? algorithm : algorithm.join('+');
    return result(name, hierarchicalPhase(kind, bytes, plainLevels(dims, named), chunks), request);
  }
  let best = result(
    'ring',
    hierarchicalPhase(
      kind,
      bytes,
      plainLevels(
        dims,
        dims.map(() => 'ring'),
      ),
      chunks,
    ),
    request,
  );
  const take = (name: string, phase: Phase) => {
    if (phase.seconds <= best.seconds) best = result(name, phase, request);
  };
  if (dims.every((dim) => dim.kind !== 'ring' && isPowerOfTwo(dim.size))) {
    const levels = plainLevels(
      dims,
      dims.map(() => 'halvingDoubling'),
    );
    take('halvingDoubling', hierarchicalPhase(kind, bytes, levels, chunks));
  }
  for (const levels of levelChoices(dims)) {
    const name = levels.map((level) => level.name).join('+') || 'none';
    for (const pieces of levels.length > 1 ? new Set([chunks, ...CHUNKS]) : [1]) {
      take(name, hierarchicalPhase(kind, bytes, levels, pieces));
    }
  }
  return best;
}

function result(algorithm: string, phase: Phase, { dims }: CollectiveRequest): CollectiveResult {
  // Dimensions of one rank took no part.
  let taken = 0;
  const linkBytes = dims.map((dim) => (dim.size > 1 ? phase.linkBytes[taken++] : 0));
  return { seconds: phase.seconds, algorithm, busiestLinkBytes: Math.max(...linkBytes), linkBytes };
}

function plainLevels(dims: readonly CollectiveDim[], algorithms: readonly Algorithm[]): Level[] {
  return dims.map((dim, index) => {
    const name = algorithms[index];
    return levelOf(name, [dim], (kind, bytes) => PHASES[name](kind, bytes, dim));
  });
}

/** Neighbouring rings as one torus, every other dimension on its own; and, where that joins any, each ring on its own too:
 *  small pieces wait for one dimension at a time. */
function levelChoices(dims: readonly CollectiveDim[]): Level[][] {
  const joined: CollectiveDim[][] = [];
  for (const dim of dims) {
    const before = joined.at(-1);
    if (dim.kind === 'ring' && before?.[0].kind === 'ring') before.push(dim);
    else joined.push([dim]);
  }
  const levels = joined.map((taken) =>
    taken[0].kind === 'ring'
      ? levelOf('torus', taken, (kind, bytes) => torusPhase(kind, bytes, taken))
      : levelOf('direct', taken, (kind, bytes) => directPhase(kind, bytes, taken[0])),
  );
  if (joined.length === dims.length) return [levels];
  return [
    plainLevels(
      dims,
      dims.map(() => 'direct'),
    ),
    levels,
  ];
}
