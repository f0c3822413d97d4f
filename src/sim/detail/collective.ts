import type { Group } from '../../cluster/groups.ts';
import type { Detail, DetailRow } from '../../timeline/detail.ts';
import { activeSpan, isCollective } from '../../timeline/spans.ts';
import { Kind, Stream, type Timeline } from '../../timeline/timeline.ts';
import { exchangeCosts, KINDS, wires } from '../run/exchange.ts';
import type { Plan } from '../run/plan.ts';
import type { FocusedEntries, FocusedPass } from './focus.ts';
import { collectiveHops } from './hops.ts';
import { type RowSpans, recordRows } from './record.ts';

/** Messages recorded at most; beyond, those of a link that touch are drawn as one. */
const MOST_SPANS = 60_000;

/** A collective as the step's record has it. */
interface Recorded {
  readonly kind: Kind;
  /** Bytes that a chip sends. */
  readonly bytes: number;
  /** Seconds from the start of the step. */
  readonly start: number;
  readonly end: number;
  readonly of: Pick<Detail['subject'], 'cls' | 'microbatch' | 'chunk' | 'direction' | 'layer' | 'index'>;
}

/** One collective of a pass, as long as it shows in its layer. */
export function collectiveDetail(
  timeline: Timeline,
  plan: Pick<Plan, 'groups' | 'machine'>,
  pass: FocusedPass,
  { entry, index, layer }: { entry: number; index: number; layer: FocusedEntries },
): Detail {
  const { patterns } = timeline;
  const kind = patterns.kind[entry] as Kind;
  if (!isCollective(kind)) throw new Error(`kind must be a collective: ${kind}`);
  const { cls, microbatch, chunk, direction } = pass;
  return detailOfRecorded([plan], {
    kind,
    bytes: patterns.bytes[entry],
    start: pass.start + patterns.start[entry],
    end: pass.start + patterns.end[entry],
    of: { cls, microbatch, chunk, direction, layer: layer.layer, index },
  });
}

/** The collective of gradients or weights that a class is in while it computes nothing; null where it is in none. `plans`
 *  are those of all replicas, whose wires may be slower where a fault is. */
export function replicaDetail(
  timeline: Timeline,
  plans: readonly Pick<Plan, 'groups' | 'machine'>[],
  cls: number,
  time: number,
): Detail | null {
  if (activeSpan(timeline, cls, Stream.compute, time) >= 0) return null;
  const span = activeSpan(timeline, cls, Stream.data, time);
  if (span < 0 || timeline.pattern[span] >= 0 || timeline.bytes[span] === 0) return null;
  return detailOfRecorded(plans, {
    kind: timeline.kind[span] as Kind,
    bytes: timeline.bytes[span],
    start: timeline.start[span],
    end: timeline.end[span],
    of: { cls, microbatch: -1, chunk: timeline.chunk[span], direction: null, layer: -1, index: -1 },
  });
}

/**
 * A collective chunk by chunk, hop by hop, on each sort of link of its group. It ends when it ends in the record; what
 * of it runs under the compute before shows as `hidden`, and where other traffic on its links makes it longer, every hop is
 * as much slower.
 */
function detailOfRecorded(
  plans: readonly Pick<Plan, 'groups' | 'machine'>[],
  { kind, bytes, start, end, of }: Recorded,
): Detail {
  const shown = end - start;
  const { group, buffer, alone, constants } = groupBehind(kind, bytes, shown, plans);
  const { links, algorithm, seconds } = collectiveHops(KINDS[kind]!, buffer, wires(group, constants));
  // Shorter in the layer than alone: the rest ran under compute. Longer: its links were shared.
  const slowed = Math.max(1, shown / alone);
  const whole = Math.max(shown, alone);
  const kernel = Math.max(0, alone - seconds);
  const every = links.reduce((sum, link) => sum + link.hops.length, 0);
  const rows = links.map((link): RowSpans => {
    const dim = group.dims[link.of];
    const hops = link.hops.toSorted((a, b) => a.start - b.start);
    const drawn = every > MOST_SPANS ? touching(hops) : hops;
    const row: DetailRow = {
      ...{ what: 'link', network: dim.network, axis: dim.axis, direction: link.direction },
      ...{ from: link.from, to: link.to, links: link.links },
      bandwidth: wires(group, constants)[link.of].bandwidth,
      bytes: hops.reduce((sum, hop) => sum + hop.bytes, 0),
    };
    return {
      row,
      spans: drawn.map((hop) => ({
        stream: Stream.scaleUp,
        start: slowed * (kernel + hop.start),
        end: slowed * (kernel + hop.end),
        ...{ kind, bytes: hop.bytes, chunk: hop.piece % 65_536, peer: link.to, microbatch: of.microbatch },
      })),
    };
  });
  return {
    lens: 'collective',
    subject: { ...of, kind, bytes, flops: 0 },
    ...{ start: end - whole, end, hidden: whole - shown, slowed, algorithm, schematic: false },
    rows: rows.map(({ row }) => row),
    timeline: recordRows(rows, whole),
  };
}

/** Groups among which a collective of a kind may run. */
function candidates(kind: Kind, groups: Plan['groups']): readonly Group[] {
  if (kind === Kind.contextExchange) return [groups.context];
  if (kind === Kind.expertAllToAll) return [groups.expert];
  if (kind >= Kind.dataReduceScatter && kind <= Kind.dataAllReduce) {
    return [groups.shard, groups.data, groups.copies, groups.expertData];
  }
  return [groups.tensor, groups.expertTensor];
}

/** The group whose collective of these bytes takes the time nearest to what is shown, its full buffer, and its seconds
 *  alone on its wires. */
function groupBehind(
  kind: Kind,
  bytes: number,
  shown: number,
  plans: readonly Pick<Plan, 'groups' | 'machine'>[],
) {
  const rounds = KINDS[kind] === 'allReduce' ? 2 : 1;
  const found = plans.flatMap(({ groups, machine }) => {
    const cost = exchangeCosts(machine);
    return candidates(kind, groups)
      .filter((group) => group.size > 1)
      .map((group) => {
        const buffer = (bytes * group.size) / (rounds * (group.size - 1));
        return { group, buffer, alone: cost(kind, buffer, group).seconds, constants: machine.constants };
      });
  });
  return found.reduce((a, b) => (Math.abs(b.alone - shown) < Math.abs(a.alone - shown) ? b : a));
}

/** Hops that follow each other without a pause, as one. */
function touching<H extends { start: number; end: number; bytes: number }>(hops: readonly H[]): H[] {
  const joined: H[] = [];
  for (const hop of hops) {
    const last = joined.at(-1);
    if (last && hop.start <= last.end * (1 + 1e-9)) {
      joined[joined.length - 1] = { ...last, end: hop.end, bytes: last.bytes + hop.bytes };
    } else joined.push(hop);
  }
  return joined;
}
