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
  if (stops.length === 0) return 0;
  const servers = stops.reduce((most, stop) => Math.max(most, stop.server + 1), 0);
  // What waits for a server, as stop · chunks + chunk.
  const queues: number[][] = Array.from({ length: servers }, () => []);
  const heads = new Array<number>(servers).fill(0);
  const freeAt = new Array<number>(servers).fill(Number.POSITIVE_INFINITY);
  let now = 0;
  for (let chunk = 0; chunk < chunks; chunk++) queues[stops[0].server].push(chunk);
  const startNext = (server: number) => {
    const queue = queues[server];
    const head = heads[server];
    freeAt[server] =
      head < queue.length ? now + stops[Math.floor(queue[head] / chunks)].seconds : Number.POSITIVE_INFINITY;
  };
  startNext(stops[0].server);
  for (let left = chunks * stops.length; left > 0; left--) {
    let server = 0;
    for (let other = 1; other < servers; other++) if (freeAt[other] < freeAt[server]) server = other;
    now = freeAt[server];
    const done = queues[server][heads[server]++];
    const stop = Math.floor(done / chunks);
    visit?.(stop, done % chunks, now);
    if (stop + 1 < stops.length) {
      const target = stops[stop + 1].server;
      queues[target].push(done + chunks);
      if (target !== server && freeAt[target] === Number.POSITIVE_INFINITY) startNext(target);
    }
    startNext(server);
  }
  return now;
}
