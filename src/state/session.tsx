import { createContext, type ReactNode, useContext, useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import type { Explorer } from '../sim/protocol.ts';
import type { Detail, DetailRequest } from '../timeline/detail.ts';
import type { Clock } from './clock.ts';
import type { Area, Easel } from './easel.ts';
import type { Guide } from './guide.ts';
import type { History } from './history.ts';
import type { Solid } from './solid.ts';
import type { State, Store } from './store.ts';

export type { Answer, Explorer, Layout, Loss, ScalePoint, SearchProgress } from '../sim/protocol.ts';

/** One visit: the store, the playhead, and what may be done with them. */
export interface Session {
  readonly store: Store;
  readonly clock: Clock;
  /** Merges into the scenario, validates, simulates; a bad value becomes a notice and nothing on screen is lost. */
  readonly changeScenario: (change: (scenario: State['scenario']) => State['scenario']) => void;
  /** Selects a place (null: none) without moving. */
  readonly select: (address: string | null) => void;
  /** Travels to a place and selects it (unless `select` is false); resolves on arrival. Rejects for an address the site
   *  does not have. */
  readonly flyTo: (
    address: string,
    options?: { readonly seconds?: number; readonly select?: boolean },
  ) => Promise<void>;
  /** The scene (or floorplan) registers how it travels. */
  readonly setTraveller: (traveller: Traveller | null) => void;
  /** The inside of a part of the step on the screen; rejects where there is none. */
  readonly inside: (request: DetailRequest) => Promise<Detail>;
  readonly guide: Guide;
  /** Undo and redo of the scenario and of what it is compared with. */
  readonly history: History;
  /** Other layouts than the one on the screen: loaded when first asked for. */
  readonly explorer: () => Promise<Explorer>;
  /** Draws and leads a copy of the visit, for what is taken away: loaded when first asked for. */
  readonly studio: () => Promise<Studio>;
  /** A link to exactly this picture on the site itself, with what is fixed. */
  readonly link: () => string;
}

/** Draws away from the page: a copy of the visit that can be led anywhere, while the page stays as it is. */
export interface Studio {
  /** The copy; its clock stands still. */
  readonly visit: Session;
  /** Where the copy is drawn: made when first asked for. */
  readonly easel: () => Promise<Easel>;
  /** The floorplan of the place at hand, at the copy's time: elements of an SVG drawing of this size, beside `clear`. */
  readonly floorplan: (width: number, height: number, clear: readonly Area[]) => Promise<string>;
  /** The UltraServer at hand at the copy's time, as bodies. */
  readonly solid: () => Promise<Solid>;
  dispose(): void;
}

/** Moves the camera to the home view of an address, in so many seconds of the wall; resolves on arrival. */
export type Traveller = (address: string, seconds: number | undefined) => Promise<void>;

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session around this component');
  return session;
}

/** A piece of the state; renders again when it changes. */
export function useRainier<T>(select: (state: State) => T): T {
  return useStore(useSession().store, select);
}

/** Renders again about ten times a second while the step plays, and whenever the clock changes otherwise. */
export function useTick(): Clock {
  const { clock } = useSession();
  const [, render] = useReducer((n: number) => n + 1, 0);
  useEffect(() => clock.onTick(render), [clock]);
  return clock;
}
