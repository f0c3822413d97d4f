import { describe, expect, it } from 'vitest';
import { handToPerfetto, type OwnWindow, PERFETTO } from '../../src/export/perfetto.ts';

/** Two windows and a clock that is turned by hand. */
function windows() {
  const sent: { message: unknown; origin: string }[] = [];
  const listeners = new Set<(event: MessageEvent) => void>();
  let tick: (() => void) | null = null;
  const other = {
    closed: false,
    postMessage: (message: unknown, origin: string) => void sent.push({ message, origin }),
  };
  const own: OwnWindow = {
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
    setInterval(run) {
      tick = run;
      return 1;
    },
    clearInterval() {
      tick = null;
    },
  };
  const say = (data: unknown, from: unknown = other, origin: string = PERFETTO): void => {
    for (const listener of [...listeners]) listener({ data, source: from, origin } as MessageEvent);
  };
  return {
    own,
    other,
    sent,
    say,
    ticks: (n: number) => Array.from({ length: n }, () => tick?.()),
    listeners,
  };
}

const GIVEN = { buffer: new ArrayBuffer(8), title: 'a step', fileName: 'step.trace.json' };

describe('handing a trace to Perfetto', () => {
  it('asks until it is answered, then hands over the trace once, to that origin alone', async () => {
    const { own, other, sent, say, ticks, listeners } = windows();
    const handed = handToPerfetto(own, other, GIVEN);
    ticks(3);
    expect(sent).toEqual(Array.from({ length: 3 }, () => ({ message: 'PING', origin: PERFETTO })));
    say('PONG');
    await handed;
    expect(sent.at(-1)).toEqual({ message: { perfetto: GIVEN }, origin: PERFETTO });
    say('PONG');
    ticks(2);
    expect(sent).toHaveLength(4);
    expect(listeners.size).toBe(0);
  });

  it('hears nobody else', () => {
    const { own, other, sent, say } = windows();
    void handToPerfetto(own, other, GIVEN);
    say('PONG', {});
    say('PONG', other, 'https://example.org');
    say({ type: 'PONG' });
    expect(sent).toEqual([]);
  });

  it('gives up with one sentence where nothing answers, and where the window is closed', async () => {
    const first = windows();
    const unanswered = handToPerfetto(first.own, first.other, GIVEN);
    first.ticks(601);
    await expect(unanswered).rejects.toThrow(/^https:\/\/ui\.perfetto\.dev does not answer/);
    const second = windows();
    const closed = handToPerfetto(second.own, second.other, GIVEN);
    second.other.closed = true;
    second.ticks(1);
    await expect(closed).rejects.toThrow('the window was closed');
    expect(second.listeners.size).toBe(0);
  });

  it('stops when it is cancelled', async () => {
    const { own, other, ticks, sent } = windows();
    const stop = new AbortController();
    const handed = handToPerfetto(own, other, GIVEN, stop.signal);
    stop.abort();
    ticks(1);
    await expect(handed).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });
});
