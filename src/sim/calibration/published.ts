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
  'A100 dense': { rows: 106, mean: 0.039, nineOfTen: 0.087 },
  'H100 dense': { rows: 61, mean: 0.029, nineOfTen: 0.063 },
  'H100 (500 W) dense': { rows: 20, mean: 0.058, nineOfTen: 0.093 },
  'TPU v5e dense': { rows: 12, mean: 0.019, nineOfTen: 0.05 },
  'TPU v5p dense': { rows: 13, mean: 0.06, nineOfTen: 0.11 },
  'TPU v6e dense': { rows: 8, mean: 0.031, nineOfTen: 0.053 },
  'GB300 mixture': { rows: 10, mean: 0.1, nineOfTen: 0.164 },
  'B300 mixture': { rows: 8, mean: 0.193, nineOfTen: 0.387 },
  'B200 mixture': { rows: 11, mean: 0.113, nineOfTen: 0.27 },
  'B200 dense': { rows: 23, mean: 0.024, nineOfTen: 0.069 },
};
