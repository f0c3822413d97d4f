/** One stop of a chunk: which server (a dimension, or dimensions taken together) and for how long. */
export interface Stop {
  readonly server: number;
  readonly seconds: number;
}

/**
 * Plays `chunks` equal pieces through the same `stops`. Each server works on one chunk-phase at a time, first in first
 * out; a chunk moves on when its phase ends, so that servers overlap. Returns when the last chunk is through, seconds;
 * `visit` is told of each stop of each chunk, when it ends.
 */
export function playChunks(
  stops: readonly Stop[],
  chunks: number,
  visit?: (stop: number, chunk: number, end: number) => void,
): number {
  const servers = stops.reduce((most, stop) => Math.max(most, stop.server + 1), 0);
  const queues: { stop: number; chunk: number }[][] = Array.from({ length: servers }, () => []);
  const heads = new Array<number>(servers).fill(0);
  const freeAt = new Array<number>(servers).fill(Number.POSITIVE_INFINITY);
  let now = 0;
  if (stops.length === 0) return 0;
  for (let chunk = 0; chunk < chunks; chunk++) queues[stops[0].server].push({ stop: 0, chunk });
  const startNext = (server: number) => {
    const next = queues[server][heads[server]];
    freeAt[server] = next ? now + stops[next.stop].seconds : Number.POSITIVE_INFINITY;
  };
  startNext(stops[0].server);
  for (let left = chunks * stops.length; left > 0; left--) {
    let server = 0;
    for (let other = 1; other < servers; other++) if (freeAt[other] < freeAt[server]) server = other;
    now = freeAt[server];
    const done = queues[server][heads[server]++];
    visit?.(done.stop, done.chunk, now);
    const stop = done.stop + 1;
    if (stop < stops.length) {
      const target = stops[stop].server;
      queues[target].push({ stop, chunk: done.chunk });
      if (target !== server && freeAt[target] === Number.POSITIVE_INFINITY) startNext(target);
    }
    startNext(server);
  }
  return now;
}
