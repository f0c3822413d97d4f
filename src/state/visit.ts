import { formatAddress, parseAddress } from '../cluster/address.ts';
import { placeJob } from '../cluster/job.ts';
import { exists } from '../cluster/site.ts';
import { shown } from '../scenario/error.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { ResolvedScenario, Scenario, SiteLayout } from '../scenario/scenario.ts';
import type { Simulator } from '../sim/protocol.ts';
import { followChip } from './chip.ts';
import type { Clock } from './clock.ts';
import { createGuide } from './guide.ts';
import { createHistory } from './history.ts';
import { mustBeFree } from './lock.ts';
import { AT_HOME } from './manners.ts';
import { openingOf } from './opening.ts';
import { writeQuery } from './query.ts';
import type { Session, Traveller } from './session.tsx';
import { dismiss, notify, type State, type Store } from './store.ts';

/** What the page asks of a visit beyond what panels and scene do. */
export interface Visit extends Session {
  /** Validates, then simulates; resolves when the result is in the store, or when a newer wish took its place.
   *  Throws the sentence of what is wrong before anything is changed; rejects with the simulator's, after what was shown
   *  before is back. */
  readonly applyScenario: (scenario: Scenario) => Promise<void>;
  readonly dispose: () => void;
}

export interface VisitOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly simulator: Simulator;
  readonly explorer: Session['explorer'];
  readonly studio: Session['studio'];
  /** The address of the page without its query, for links. */
  readonly page: string;
  /** Which of the opening's choices the link already made. */
  readonly given: { readonly seconds: boolean; readonly speed: boolean };
}

/** The cluster part of the state for a resolved scenario. */
export function standing(resolved: ResolvedScenario): Pick<State, 'site' | 'job'> {
  const { site } = resolved.cluster;
  return { site, job: site ? placeJob(resolved, site) : null };
}

export function createVisit({ store, clock, simulator, explorer, studio, page, given }: VisitOptions): Visit {
  let running: AbortController | null = null;
  let traveller: Traveller | null = null;
  const opening = { seconds: !given.seconds, speed: !given.speed };

  /** What the result on screen was asked for; taken back when a later wish fails. */
  let shown: Pick<State, 'scenario' | 'resolved'> | null = null;

  const simulate = async (): Promise<void> => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const { scenario, resolved } = store.getState();
    store.setState({ run: { status: 'running', done: 0 } });
    try {
      const result = await simulator.step(resolved, mine.signal, (done) => {
        if (running === mine) store.setState({ run: { status: 'running', done } });
      });
      if (running !== mine) return;
      const { job, site } = standing(resolved);
      // Few scenarios have faults, so what reads them is not loaded before the first picture.
      const whole =
        job && resolved.faults.length > 0
          ? (await import('../cluster/faults.ts')).withFaults(resolved, job)
          : job;
      if (running !== mine) return;
      shown = { scenario, resolved };
      const { timeline } = result;
      const share = clock.duration > 0 ? clock.seconds / clock.duration : 0;
      store.setState((state) => ({
        result,
        resultOf: resolved,
        run: { status: 'idle', done: 1 },
        ...standingAlready(state, { site, job: whole }),
        ...staying(state, resolved.cluster.site),
      }));
      const first = openingOf(timeline);
      if (opening.speed) clock.setSpeed(first.speed);
      const seconds = opening.seconds ? first.seconds : share * timeline.seconds;
      const kept = given.seconds && clock.duration === 0 ? clock.seconds : seconds;
      clock.setDuration(timeline.seconds, kept);
      opening.seconds = false;
    } catch (error) {
      if (running !== mine || (error as Error).name === 'AbortError') return;
      store.setState({ run: { status: 'failed', done: 0 } });
      if (shown) store.setState(shown);
      notify(store, (error as Error).message);
      throw error;
    }
  };

  const applyScenario = (scenario: Scenario): Promise<void> => {
    const resolved = resolveScenario(scenario);
    store.setState({ scenario, resolved });
    return simulate();
  };

  const flyTo: Visit['flyTo'] = async (address, options) => {
    const at = known(store, address);
    const { locked, view } = store.getState();
    if (at !== view.at) mustBeFree(locked, 'at');
    if (options?.select !== false) store.setState({ selected: at === '' ? null : at });
    if (traveller) await traveller(at, options?.seconds);
    else store.setState((state) => ({ view: { ...state.view, at, cam: null } }));
  };

  // Not needed for the first picture.
  const details = import('./details.ts').then(({ followDetails }) =>
    followDetails(store, clock, simulator, given),
  );

  const stopFollowing = followChip(store);

  const visit: Visit = {
    store,
    clock,
    explorer,
    studio,
    guide: createGuide({ store, clock, applyScenario, flyTo }),
    history: createHistory(store, applyScenario),
    applyScenario,
    changeScenario(change) {
      try {
        const { notices } = store.getState();
        applyScenario(change(store.getState().scenario))
          // What was wrong before has been mended or left behind.
          .then(() => {
            for (const { id } of notices) dismiss(store, id);
          })
          // What the simulator refuses has become a notice by then.
          .catch(() => {});
      } catch (error) {
        notify(store, (error as Error).message);
      }
    },
    select(address) {
      if (address !== null) address = known(store, address);
      store.setState({ selected: address });
    },
    flyTo,
    inside(request) {
      const { resultOf } = store.getState();
      if (!resultOf) return Promise.reject(new Error('no step is on the screen yet'));
      return simulator.detail(resultOf, request, new AbortController().signal);
    },
    setTraveller(value) {
      traveller = value;
    },
    link: () => page + writeQuery({ ...store.getState(), manners: AT_HOME }, clock),
    dispose() {
      running?.abort();
      void details.then((stop) => stop());
      stopFollowing();
      clock.pause();
      simulator.dispose();
    },
  };
  return visit;
}

/** The address in its plain form, where the site has that place; throws the sentence that says it has not. */
function known(store: Store, text: string): string {
  const address = typeof text === 'string' ? parseAddress(text) : undefined;
  if (!address) throw new Error(`at is not an address such as b3/h2/r4/u17: ${shown(text)}`);
  const { site } = store.getState();
  if (address.length > 0 && !(site && exists(site, address)))
    throw new Error(`at names a place that this cluster does not have: ${text}`);
  return formatAddress(address);
}

/** What stands already, where the next job stands the same: its pictures are then not built anew. */
function standingAlready(state: State, next: Pick<State, 'site' | 'job'>): Pick<State, 'site' | 'job'> {
  const { site, job } = state;
  const same = !job?.faults && !next.job?.faults && JSON.stringify(job) === JSON.stringify(next.job);
  return same && JSON.stringify(site) === JSON.stringify(next.site) ? { site, job } : next;
}

/** Where the visitor stands after the cluster changed: the same place, or the nearest outer one that still exists. */
function staying(state: State, site: SiteLayout | null): Partial<State> {
  const keep = (text: string): string => {
    let address = parseAddress(text) ?? [];
    while (address.length > 0 && !(site && exists(site, address))) address = address.slice(0, -1);
    return formatAddress(address);
  };
  const at = keep(state.view.at);
  const selected = state.selected === null ? null : keep(state.selected);
  return {
    view: at === state.view.at ? state.view : { ...state.view, at, cam: null },
    selected: selected === '' ? null : selected,
    chip: state.chip !== null && keep(state.chip) === state.chip ? state.chip : null,
  };
}
