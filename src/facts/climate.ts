import { type Confidence, type Fact, fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const normal = (celsius: number, confidence: Confidence): Fact =>
  fact(celsius, '°C', S.weather, confidence, 'Mean of the month, 1991–2020.');

/** Outside air at South Bend, 20 km from the campus: mean temperature of each month, January first. */
export const monthlyMean: readonly Fact[] = [
  normal(-4.5, 'medium'),
  normal(-2.5, 'medium'),
  normal(2.6, 'high'),
  normal(8.9, 'high'),
  normal(15.3, 'high'),
  normal(20.6, 'assumed'),
  normal(22.4, 'assumed'),
  normal(21.5, 'high'),
  normal(17.7, 'assumed'),
  normal(11.1, 'assumed'),
  normal(4.4, 'assumed'),
  normal(-1.3, 'high'),
];
