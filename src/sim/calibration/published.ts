/** How far steps on a chip were from published ones. Shares of the measured time. */
export interface PublishedError {
  readonly rows: number;
  /** Mean absolute error. */
  readonly mean: number;
  /** What nine rows of ten are within. */
  readonly nineOfTen: number;
}

/** By chip and kind of model. Written by `npm run -s validate -- --write`; not to be changed by hand. */
export const PUBLISHED: Readonly<Record<string, PublishedError>> = {
  'A100 dense': { rows: 106, mean: 0.047, nineOfTen: 0.129 },
  'H100 dense': { rows: 61, mean: 0.042, nineOfTen: 0.084 },
  'H100 (500 W) dense': { rows: 20, mean: 0.086, nineOfTen: 0.141 },
  'TPU v5e dense': { rows: 12, mean: 0.025, nineOfTen: 0.066 },
  'TPU v5p dense': { rows: 13, mean: 0.071, nineOfTen: 0.145 },
  'TPU v6e dense': { rows: 8, mean: 0.03, nineOfTen: 0.051 },
  'GB300 mixture': { rows: 10, mean: 0.151, nineOfTen: 0.321 },
  'B300 mixture': { rows: 8, mean: 0.238, nineOfTen: 0.42 },
  'B200 mixture': { rows: 11, mean: 0.164, nineOfTen: 0.346 },
  'B200 dense': { rows: 23, mean: 0.038, nineOfTen: 0.091 },
};
