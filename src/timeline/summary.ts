/** The result of a step in numbers, version 1 (the command line's output). All seconds, bytes, FLOP, watts, joules. */
export interface Summary {
  readonly version: 1;
  readonly feasible: boolean;
  /** One sentence when not feasible: by how much and because of what. */
  readonly why: string | null;
  readonly model: { readonly parameters: number; readonly activeParameters: number };
  /** As resolved. */
  readonly parallel: Readonly<Record<string, unknown>>;
  readonly step: {
    readonly seconds: number;
    readonly tokens: number;
    readonly tokensPerSecond: number;
    readonly tokensPerSecondPerChip: number;
    /** Model FLOPs (docs/model.md) of a chip in a step. */
    readonly flopsPerChip: number;
    readonly mfu: number;
    readonly hfu: number;
  };
  /** Exposed seconds on the critical path; they add up to step.seconds. */
  readonly breakdown: Breakdown;
  /** Bytes on the fullest chip. */
  readonly memory: {
    readonly parameters: number;
    readonly gradients: number;
    readonly optimizer: number;
    readonly activations: number;
    readonly other: number;
    readonly total: number;
    readonly capacity: number;
  };
  readonly power: {
    readonly chipWatts: number;
    readonly itWatts: number;
    readonly facilityWatts: number;
    /** At facility level. */
    readonly joulesPerStep: number;
  };
  readonly run: {
    readonly seconds: number;
    readonly goodput: number;
    readonly failures: number;
    /** At facility level; `chipJoules` and `itJoules` are the parts of it at chip and information technology. */
    readonly joules: number;
    readonly chipJoules: number;
    readonly itJoules: number;
    /** Mean seconds between failures of the whole job. */
    readonly mtbf: number;
    /** Seconds of work between checkpoints that lose least (Daly 2006). */
    readonly checkpointInterval: number;
    /** What the failure rate rests on; empty where the scenario gives it. */
    readonly because: string;
  } | null;
  /** What faults do to the step; absent where there are none. */
  readonly faults?: {
    /** Data-parallel replicas that work, and those that stand still. */
    readonly replicas: number;
    readonly stopped: number;
    /** Seconds for which healthy replicas wait for the slowest one. */
    readonly waiting: number;
    /** False where faults touch every replica that works. */
    readonly healthy: boolean;
    /** One sentence: who waits for whom. */
    readonly note: string;
  };
  readonly evidence: {
    readonly level: 'validated' | 'transferred' | 'assumed';
    readonly low: number;
    readonly high: number;
    readonly because: string;
    /** The same as data, for those who say it in other words. */
    readonly reason: Reason;
  };
}

/** What the evidence of a step rests on. Chips by name; `own` and `known` in FLOP/s or bytes/s, `mean` a share. */
export type Reason =
  | {
      readonly kind: 'published';
      readonly chip: string;
      readonly mixture: boolean;
      readonly rows: number;
      readonly mean: number;
    }
  | { readonly kind: 'few'; readonly chip: string; readonly mixture: boolean }
  | { readonly kind: 'fitted' | 'transferred' | 'unknown'; readonly chip: string }
  | {
      readonly kind: 'otherPeak' | 'otherMemory';
      readonly chip: string;
      readonly own: number;
      readonly known: number;
    };

export interface Breakdown {
  readonly compute: number;
  readonly bubble: number;
  readonly tensor: number;
  readonly context: number;
  readonly expert: number;
  readonly pipeline: number;
  readonly data: number;
  readonly optimizer: number;
}
