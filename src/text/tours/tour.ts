/** Words in the languages they are there in; a plain text is shown in every language. English stands in for what is missing. */
export type Phrase = string | { readonly en: string; readonly fr?: string };

/** One picture of a tour: words first, then the journey to the state they speak of. */
export interface TourStep {
  readonly title: Phrase;
  /** May hold `{seconds}`, `{mfu}`, `{chips}` and the other holes of `panels/tour/holes.ts`, read from the simulated step. */
  readonly text: Phrase;
  /** What the presenter says. */
  readonly notes?: Phrase;
  /** What the page shows: the partial state that `window.rainier.setState` takes. A scenario that is not given is the one
   *  that the page opens with, so that each step stands alone. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** Where the playhead stands, as a share of the step, 0–1; else `state.time.seconds`, else where the page opens. */
  readonly moment?: number;
  /** How long the journey takes, seconds of the wall. */
  readonly seconds?: number;
  /** Paths of the record of facts (facts/record.ts) that the words rest on, such as `campus.area`. */
  readonly facts?: readonly string[];
}

/** A guided tour: data that anyone can write. */
export interface Tour {
  readonly version: 1;
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: Phrase;
  readonly steps: readonly TourStep[];
}
