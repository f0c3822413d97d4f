import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { Detail, DetailRequest } from '../timeline/detail.ts';
import type { Summary } from '../timeline/summary.ts';
import type { Timeline } from '../timeline/timeline.ts';

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

/** The part of `AbortSignal` that is used, so that this file needs no DOM types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
