/** The playhead: simulated seconds from the step's start. A step repeats, as training does. */
export interface Clock {
  /** Simulated seconds, 0 ≤ seconds < duration. */
  readonly seconds: number;
  readonly playing: boolean;
  /** Simulated seconds per second of the wall. */
  readonly speed: number;
  /** Length of the step, seconds; 0 before there is one. */
  readonly duration: number;
  /** True where the playhead was set by hand, and has not run since. */
  readonly chosen: boolean;
  play(): void;
  pause(): void;
  /** `chosen` is false where the page itself chooses. */
  seek(seconds: number, chosen?: boolean): void;
  setSpeed(speed: number): void;
  /** Sets the step's length and, in the same moment, where the playhead stands in it, its end at most: by default where it stood. */
  setDuration(seconds: number, at?: number): void;
  /** Called at every animation frame in which time moved, and at every other change. Returns how to stop. */
  onFrame(listener: () => void): () => void;
  /** Called about ten times a second while playing, and at every other change: for text and charts. */
  onTick(listener: () => void): () => void;
}

/** The browser's frames, or a test's. */
export interface FrameSource {
  request(callback: (milliseconds: number) => void): number;
  cancel(handle: number): void;
}

const TICK_MS = 100;
/** A hidden tab or a stalled frame never jumps further than this. */
const LONGEST_FRAME_MS = 250;

export function createClock(frames: FrameSource, speed: number): Clock {
  const onFrame = new Set<() => void>();
  const onTick = new Set<() => void>();
  let handle = 0;
  let last = Number.NaN;
  let lastTick = 0;

  const state = { seconds: 0, playing: false, speed, duration: 0, chosen: false };

  const changed = (tick: boolean): void => {
    for (const listener of onFrame) listener();
    if (tick) for (const listener of onTick) listener();
  };
  const wrap = (seconds: number): number => {
    const { duration } = state;
    if (!(duration > 0)) return Math.max(0, seconds);
    const rest = seconds % duration;
    return rest < 0 ? rest + duration : rest;
  };
  const frame = (now: number): void => {
    if (!state.playing) return;
    handle = frames.request(frame);
    if (!Number.isNaN(last)) {
      const elapsed = Math.min(now - last, LONGEST_FRAME_MS) / 1000;
      state.seconds = wrap(state.seconds + elapsed * state.speed);
      if (elapsed > 0) state.chosen = false;
      const tick = now - lastTick >= TICK_MS;
      if (tick) lastTick = now;
      changed(tick);
    }
    last = now;
  };

  return {
    get seconds() {
      return state.seconds;
    },
    get playing() {
      return state.playing;
    },
    get speed() {
      return state.speed;
    },
    get duration() {
      return state.duration;
    },
    get chosen() {
      return state.chosen;
    },
    play() {
      if (state.playing) return;
      state.playing = true;
      last = Number.NaN;
      handle = frames.request(frame);
      changed(true);
    },
    pause() {
      if (!state.playing) return;
      state.playing = false;
      frames.cancel(handle);
      changed(true);
    },
    seek(seconds, chosen = true) {
      state.chosen = chosen;
      state.seconds = Math.min(Math.max(0, seconds), state.duration > 0 ? state.duration : seconds);
      changed(true);
    },
    setSpeed(value) {
      state.speed = value;
      changed(true);
    },
    setDuration(value, at) {
      state.duration = value;
      if (at !== undefined) state.seconds = Math.min(Math.max(0, at), value);
      if (value > 0 && state.seconds > value) state.seconds = wrap(state.seconds);
      changed(true);
    },
    onFrame(listener) {
      onFrame.add(listener);
      return () => onFrame.delete(listener);
    },
    onTick(listener) {
      onTick.add(listener);
      return () => onTick.delete(listener);
    },
  };
}
