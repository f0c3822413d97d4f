import { parseAddress } from '../cluster/address.ts';
import { populationOf } from '../cluster/population.ts';
import type { Simulator } from '../sim/protocol.ts';
import type { Detail, DetailLens } from '../timeline/detail.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Clock } from './clock.ts';
import { landingOf } from './landing.ts';
import { isDetail, lensOf } from './lens.ts';
import { openingOf, roundDown } from './opening.ts';
import type { Lens, State, Store } from './store.ts';

/** Between two questions at least, milliseconds: a playhead that races through layers is followed now and then, so that
 *  nothing flashes; one that is dragged is followed closely. */
const PLAYING_MS = 700;
const DRAGGED_MS = 120;

/** Seconds of the wall in which the inside of a lens passes, about. */
const PASSES_IN: Readonly<Record<DetailLens, number>> = {
  microbatch: 8,
  layer: 8,
  collective: 4,
  kernel: 4,
  tile: 4,
};

/** What the detail in the store answers, so that it is known when another is needed. */
interface Served {
  readonly lens: DetailLens;
  readonly cls: number;
  readonly of: State['resultOf'];
  /** Simulated seconds for which it stands. */
  readonly from: number;
  readonly to: number;
}

/** The class of ranks that details are about: the first at the place at hand. */
export function classAtHand({ job, selected, view }: Pick<State, 'job' | 'selected' | 'view'>): number {
  if (!job) return 0;
  return populationOf(job, parseAddress(selected ?? view.at) ?? []).classes[0] ?? 0;
}

/**
 * Keeps `State.detail` the inside of what happens at the playhead, through the lens in force, at the place at hand. One
 * question at a time, the newest; a coarse lens has none. When the lens changes, playback takes its pace, unless a tour
 * leads or the link named a speed; where it changes with the place, and nobody chose the instant, time runs on until
 * what the lens shows is under way. Returns how to stop.
 */
export function followDetails(
  store: Store,
  clock: Clock,
  simulator: Simulator,
  given: { readonly speed: boolean },
): () => void {
  let served: Served | null = null;
  let asking: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  /** The lens that the pace of playback belongs to; undefined until the first. */
  let paced: Lens | undefined = given.speed ? lensOf(store.getState().view) : undefined;
  /** The place that time has run on for. */
  let landed: string | null = null;
  /** Class by place: counting the classes of a hall takes a moment. */
  let place: { readonly job: State['job']; readonly at: string; readonly cls: number } | null = null;

  const classNow = (state: State): number => {
    const at = state.selected ?? state.view.at;
    const { lookedInto, result } = state;
    if (lookedInto?.at === at && lookedInto.cls < (result?.timeline.classes ?? 0)) return lookedInto.cls;
    if (place?.job !== state.job || place?.at !== at) place = { job: state.job, at, cls: classAtHand(state) };
    return place.cls;
  };

  const pace = (lens: Lens, detail: Detail | null): void => {
    const { tour, selected, view, result } = store.getState();
    if (paced === lens || !result) return;
    const first = paced === undefined;
    // Only where the visitor chose: the opening flight and a tour have a pace of their own.
    if (tour !== null || (view.lens === null && selected === null && detail)) return;
    paced = lens;
    if (detail && isDetail(lens)) {
      clock.setSpeed(roundDown((detail.end - detail.start) / PASSES_IN[lens]));
      // At this pace what is yet to come would be long in coming; an instant that was chosen stays, unless the lens is newer.
      const moves = view.lens !== null || !clock.chosen;
      if (!first && moves && clock.seconds < detail.start) clock.seek(detail.start, clock.chosen);
    }
    if (!detail && !first) clock.setSpeed(openingOf(result.timeline).speed);
  };

  const land = (lens: Lens, cls: number, timeline: Timeline): void => {
    const { tour, selected, view } = store.getState();
    // A new record comes before the clock is set to it.
    if (landed === view.at || clock.duration !== timeline.seconds) return;
    landed = view.at;
    if (clock.chosen || tour !== null || view.lens !== null || selected === null) return;
    const seconds = landingOf(timeline, cls, clock.seconds, lens);
    if (seconds !== clock.seconds) clock.seek(seconds, false);
  };

  const check = (): void => {
    const state = store.getState();
    const { result, resultOf, view } = state;
    const lens = lensOf(view);
    if (!result || !resultOf) return;
    if (!isDetail(lens)) {
      asking?.abort();
      asking = null;
      served = null;
      landed = null;
      if (state.detail || state.noDetail) store.setState({ detail: null, noDetail: false });
      pace(lens, null);
      return;
    }
    const cls = classNow(state);
    land(lens, cls, result.timeline);
    const time = clock.seconds;
    const same = served?.lens === lens && served.cls === cls && served.of === resultOf;
    if (same && served && time >= served.from && time <= served.to) return;
    if (asking && same) return;
    const rest = (clock.playing ? PLAYING_MS : DRAGGED_MS) - (Date.now() - last);
    if (rest > 0) {
      timer ??= setTimeout(() => {
        timer = undefined;
        check();
      }, rest);
      return;
    }
    void ask(lens, cls, resultOf, time);
  };

  const ask = async (
    lens: DetailLens,
    cls: number,
    of: NonNullable<State['resultOf']>,
    time: number,
  ): Promise<void> => {
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    last = Date.now();
    served = { lens, cls, of, from: time, to: time };
    try {
      const detail = await simulator.detail(of, { lens, cls, time }, mine.signal);
      if (asking !== mine) return;
      asking = null;
      // Before a pass that is yet to come, and after the last one, the nearest one stands.
      const from = Math.min(time, detail.start);
      served = { lens, cls, of, from, to: Math.max(time, detail.end) };
      store.setState({ detail, noDetail: false });
      pace(lens, detail);
      check();
    } catch {
      // What the step does not have is not shown; another instant may have it.
      if (asking !== mine) return;
      asking = null;
      store.setState({ detail: null, noDetail: true });
    }
  };

  const stops = [store.subscribe(check), clock.onTick(check)];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    asking?.abort();
  };
}
