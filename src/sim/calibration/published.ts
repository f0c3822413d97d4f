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
  'A100 dense': { rows: 106, mean: 0.039, nineOfTen: 0.081 },
  'H100 dense': { rows: 61, mean: 0.029, nineOfTen: 0.071 },
  'H100 (500 W) dense': { rows: 20, mean: 0.058, nineOfTen: 0.089 },
  'TPU v5e dense': { rows: 12, mean: 0.025, nineOfTen: 0.064 },
  'TPU v5p dense': { rows: 13, mean: 0.061, nineOfTen: 0.126 },
  'TPU v6e dense': { rows: 8, mean: 0.034, nineOfTen: 0.049 },
  'GB300 mixture': { rows: 10, mean: 0.103, nineOfTen: 0.205 },
  'B300 mixture': { rows: 8, mean: 0.191, nineOfTen: 0.386 },
  'B200 mixture': { rows: 11, mean: 0.105, nineOfTen: 0.269 },
  'B200 dense': { rows: 23, mean: 0.028, nineOfTen: 0.07 },
};
