import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** Power, cooling and water. The campus's own figures are mostly not public. */
export const energy = {
  chip: fact(500, 'W', S.semiAnalysisTrainium2, 'medium', 'AWS publishes no design power.'),
  /** Chip with its share of hosts, network, fans and conversion. */
  itPerChip: fact(885, 'W', `derived: 910 MW ÷ 1.03 million chips (${S.epoch})`, 'low'),
  facilityPerChip: fact(1000, 'W', S.semafor, 'medium', 'About 1 GW for a million chips.'),
  pue: fact(
    1.15,
    '',
    `${S.sustainability}; ${S.pue}`,
    'high',
    'Of all AWS in 2023 and 2024; not of this campus.',
  ),
  pueDesign: fact(1.08, '', S.sustainability, 'high', 'Target of new designs.'),
  waterPerJoule: fact(
    0.12e-3 / 3.6e6,
    'm³/J',
    S.waterUse,
    'medium',
    '0.12 litres a kilowatt-hour, all AWS, 2025.',
  ),
  cooling: fact('outside air, evaporative in hot months', '', S.newYorkTimes, 'high'),
  renewable: fact(1, '', S.sustainability, 'high', 'Matched yearly, over the company; not the local mix.'),
  localFossil: fact(0.85, '', S.sierraClub, 'medium', 'Of the electricity of Indiana.'),
  utility: fact('Indiana Michigan Power', '', S.dataCenterNews, 'high'),
} as const;
