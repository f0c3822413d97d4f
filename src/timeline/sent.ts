import { isCollective, spansIn } from './spans.ts';
import { Kind, Stream, type Timeline } from './timeline.ts';

/** To whom a chip sends: its groups of ranks, and the neighbouring stages. */
export const RECEIVERS = ['tensor', 'context', 'expert', 'next', 'previous', 'data'] as const;
export type Receiver = (typeof RECEIVERS)[number];

/** Bytes that one chip sends in the step, by receiver. */
export type Sent = Readonly<Record<Receiver, number>>;

/** Bytes that one chip of each class (pipeline stage) sends in the whole step, to whom; what runs hidden under compute included. */
export function sentOf(timeline: Timeline): Sent[] {
  return Array.from({ length: timeline.classes }, (_, cls) => {
    const sent: Record<Receiver, number> = {
      ...{ tensor: 0, context: 0, expert: 0, next: 0, previous: 0, data: 0 },
    };
    const inside = (stream: Stream) => {
      const { patterns } = timeline;
      const { from, to } = spansIn(timeline, cls, stream);
      for (let span = from; span < to; span++) {
        const pattern = timeline.pattern[span];
        if (pattern < 0) continue;
        for (let i = patterns.offsets[pattern]; i < patterns.offsets[pattern + 1]; i++) {
          const kind = patterns.kind[i] as Kind;
          if (isCollective(kind)) sent[receiverOf(kind)] += patterns.bytes[i];
        }
      }
    };
    const whole = (stream: Stream, receiver: Receiver) => {
      const { from, to } = spansIn(timeline, cls, stream);
      for (let span = from; span < to; span++) sent[receiver] += timeline.bytes[span];
    };
    inside(Stream.compute);
    inside(Stream.scaleUp);
    whole(Stream.sendForward, 'next');
    whole(Stream.sendBackward, 'previous');
    whole(Stream.data, 'data');
    return sent;
  });
}

function receiverOf(kind: Kind): Receiver {
  if (kind === Kind.contextExchange) return 'context';
  return kind === Kind.expertAllToAll ? 'expert' : 'tensor';
}
