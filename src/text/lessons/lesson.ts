import type { Phrase } from '../tours/tour.ts';

/** A number that is read from a simulated step (state/lesson.ts says how). */
export type Measure =
  | 'seconds'
  | 'compute'
  | 'tensor'
  | 'bubble'
  | 'throughput'
  | 'weights'
  | 'gradients'
  | 'optimizer'
  | 'activations'
  | 'memory'
  | 'filling'
  | 'replicas'
  | 'stopped'
  | 'waiting'
  | 'failure';

/** One case of an activity: a scenario that the class opens by a link. */
export interface Variant {
  /** Letters and digits: the holes of its numbers begin with it, such as `{slow_seconds}`. */
  readonly id: string;
  readonly name: Phrase;
  /** Partial, as in the page's address; what is left out is what the page opens with. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Address of the place the link opens at. */
  readonly at?: string;
  /** False where the class does not open it: its numbers stand in the key alone. */
  readonly open?: false;
}

/** Whether a number of a step, or its ratio to that of another case, lies from `least` up to but not at `most`. */
export interface Check {
  readonly of: string;
  readonly measure: Measure;
  /** Id of the case it is divided by. */
  readonly per?: string;
  readonly least?: number;
  readonly most?: number;
}

/** A question that is answered before anything is opened. Which option is right is worked out from the simulation. */
export interface Question {
  readonly ask: Phrase;
  readonly options: readonly { readonly text: Phrase; readonly right: readonly Check[] }[];
}

/** Predict, then check, then explain. */
export interface Activity {
  readonly id: string;
  readonly title: Phrase;
  readonly minutes: number;
  /** What must be known to predict. May hold the holes of `facts`. */
  readonly background: Phrase;
  readonly questions: readonly Question[];
  /** What to do with the links. */
  readonly steps: readonly Phrase[];
  /** The first is what the others are held against. */
  readonly variants: readonly Variant[];
  /** Columns of the table that the class fills in. */
  readonly measures: readonly Measure[];
  /** False where the cases are not compared with the first number by number. */
  readonly changes?: false;
  /** To be explained in a sentence of one's own. */
  readonly explain: Phrase;
  /** What a good explanation says. Holes: those of `facts`; `slow_seconds`, the number of a case; `slow_seconds_change`,
   *  by how much it differs from the first case. */
  readonly because: Phrase;
  /** What the explanation rests on; a test holds the simulator to it. */
  readonly expects: readonly Check[];
  /** Holes, and the paths of the record of facts that fill them. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A lesson: data, from which plan, worksheet and answer key are laid out. */
export interface Lesson {
  readonly title: Phrase;
  readonly minutes: number;
  readonly audience: Phrase;
  readonly goals: readonly Phrase[];
  readonly needs: readonly Phrase[];
  readonly opening: { readonly minutes: number; readonly text: Phrase };
  readonly activities: readonly Activity[];
  readonly closing: {
    readonly minutes: number;
    readonly text: Phrase;
    readonly questions: readonly Phrase[];
  };
}
