import type { ResolvedScenario, Scenario } from '../scenario/scenario.ts';
import type { Detail, DetailRequest } from '../timeline/detail.ts';
import type { Summary } from '../timeline/summary.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Estimate } from './search/explain.ts';
import type { Found } from './search/kept.ts';
import type { Layout } from './search/layout.ts';
import type { Answer, Ranked } from './search/ranked.ts';
import type { ScalePoint } from './search/scaling.ts';
import type { Loss } from './search/why.ts';

export type { Answer, Estimate, Found, Layout, Loss, Ranked, ScalePoint };

/** What `simulateStep` gives: the numbers, and the record the pictures are read from. */
export interface StepResult {
  readonly summary: Summary;
  /** Present also when the layout does not fit in memory: the step is shown, with the warning. */
  readonly timeline: Timeline;
}

/** Page → worker. Ids grow; `cancel` names the request it stops. */
export type Request =
  | { readonly id: number; readonly type: 'step'; readonly scenario: ResolvedScenario }
  | {
      readonly id: number;
      readonly type: 'detail';
      readonly scenario: ResolvedScenario;
      readonly detail: DetailRequest;
    }
  | { readonly id: number; readonly type: 'cancel' };

/** Worker → page. Every request but `cancel` is answered by exactly one result, error or cancelled. */
export type Reply =
  | { readonly id: number; readonly type: 'progress'; readonly done: number }
  | { readonly id: number; readonly type: 'result'; readonly result: StepResult }
  | { readonly id: number; readonly type: 'detail'; readonly detail: Detail }
  | { readonly id: number; readonly type: 'error'; readonly message: string }
  | { readonly id: number; readonly type: 'cancelled' };

/** Asked between slices of work; true stops it. */
export type IsCancelled = () => boolean;

/** The simulator as `state` sees it; a door hands in a worker client or the same code in slices. */
export interface Simulator {
  /** Rejects with an `Error` whose name is 'AbortError' when `signal` aborts, else with the sentence of what is wrong. */
  step(
    scenario: ResolvedScenario,
    signal: AbortSignalLike,
    progress?: (done: number) => void,
  ): Promise<StepResult>;
  /** The inside of a part of the step of `scenario` (see timeline/detail.ts); rejects as `step` does. */
  detail(scenario: ResolvedScenario, request: DetailRequest, signal: AbortSignalLike): Promise<Detail>;
  dispose(): void;
}

/** What a search has found before it is done. */
export interface SearchProgress {
  /** 0 … 1. */
  readonly done: number;
  /** Layouts looked at so far. */
  readonly looked: number;
  /** The best so far and the front, in closed form, fastest first. */
  readonly fastest: readonly Found[];
  readonly front: readonly Found[];
}

/** Looks at other layouts than the one that is simulated; loaded when first asked for. */
export interface Explorer {
  /** All layouts of a scenario's space, on as many threads as there are; rejects as `Simulator.step` does. */
  search(
    asked: Scenario,
    signal: AbortSignalLike,
    progress: (progress: SearchProgress) => void,
  ): Promise<Answer>;
  /** The numbers of a scenario within a frame, before it is simulated; null for DualPipe and faults, which have no closed form. */
  estimate(scenario: ResolvedScenario): Estimate | null;
  /** The numbers of a scenario, simulated beside the one on the screen; rejects with the sentence of what is wrong. */
  simulate(scenario: Scenario): Promise<Summary>;
  /** The layout on 64 to a million chips, in closed form, on a thread of its own; rejects as `Simulator.step` does. */
  scaling(scenario: ResolvedScenario, signal: AbortSignalLike): Promise<readonly ScalePoint[]>;
  /** What was asked, with this layout given. */
  withLayout(asked: Scenario, layout: Layout): Scenario;
}

/** The part of `AbortSignal` that is used, so that this file needs no DOM types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
