import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** Power, cooling and water. The campus's own figures are mostly not public. */
export const energy = {
  chip: fact(500, 'W', S.semiAnalysisTrainium2, 'medium', 'AWS publishes no design power.'),
  chipWaiting: fact(
    0.3,
    'share',
    S.position,
    'assumed',
    'Of the power at full load; what a waiting chip draws is not public.',
  ),
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
  waterPerJoule: fact(0.12e-3 / 3.6e6, 'm³/J', S.waterUse, 'medium', 'All AWS, 2025; not of this campus.'),
  mechanical: fact(
    0.46,
    'share',
    S.sustainability,
    'high',
    'Up to; mechanical energy alone, at peak cooling; a figure of the new design, not measured on this campus.',
  ),
  waterMonths: fact(
    'none from October to March, a few hours on some days from April to September',
    '',
    `${S.newYorkTimes}; ${S.southBendTribune}`,
    'medium',
    'Municipal water assists the outside air in hot hours.',
  ),
  nuclear: fact(
    'Susquehanna 1,920 MW to 2042; X-energy up to 5 GW by 2039',
    '',
    `${S.talen}; ${S.xEnergy}`,
    'high',
    'Contracts of Amazon; none of them feeds New Carlisle directly.',
  ),
  batteries: fact(
    'investments are stated, no figure was found',
    '',
    'Announcements of AWS on Project Rainier',
    'low',
  ),
  cooling: fact('outside air, evaporative in hot months', '', S.newYorkTimes, 'high'),
  renewable: fact(
    1,
    'share',
    S.sustainability,
    'high',
    'Matched yearly, over the company; not the local mix.',
  ),
  localFossil: fact(0.85, 'share', S.sierraClub, 'medium', 'Of the electricity of Indiana.'),
  utility: fact('Indiana Michigan Power', '', S.dataCenterNews, 'high'),
} as const;
