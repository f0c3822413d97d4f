import { type Fact, fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** The campus on a date. */
export interface CampusState {
  /** Id of its cluster preset. */
  readonly cluster: string;
  readonly date: string;
  readonly buildings: Fact;
  readonly chips: Fact<string>;
  readonly power: Fact;
}

/** Project Rainier's campus near New Carlisle, Indiana. */
export const campus = {
  place: fact('New Carlisle, St Joseph County, Indiana', '', S.commissioners, 'high'),
  announced: fact('2024-04-25', '', S.insideIndiana, 'high'),
  area: fact(4.86e6, 'm²', `${S.newYorkTimes}; ${S.cnbc}`, 'high', '1,200 acres.'),
  plannedBuildings: fact(
    30,
    '',
    `${S.newYorkTimes}; ${S.cnbc}`,
    'high',
    'About; sources count from 16 to 38.',
  ),
  fullPower: fact(2.2e9, 'W', `${S.newYorkTimes}; ${S.cnbc}`, 'high', 'More than 2.2 GW.'),
  buildingArea: fact(
    20_000,
    'm²',
    `${S.register}; ${S.southBendTribune}`,
    'high',
    '200,000 to 220,000 square feet.',
  ),
  buildingPower: fact(65e6, 'W', 'derived: 910 MW of IT power ÷ 14', 'low'),
  buildingUltraServers: fact(1150, '', 'derived: 73,000 chips a building ÷ 64', 'low'),
  halls: fact(4, 'per building', S.position, 'assumed', 'Schematic; the inside is not public.'),
  rows: fact(12, 'per hall', S.position, 'assumed', 'Schematic.'),
  positions: fact(24, 'per row', S.position, 'assumed', 'Schematic.'),
  placement: fact(
    'schematic',
    '',
    S.position,
    'assumed',
    'Where which building stands, and when it was built.',
  ),
  investment: fact(
    11e9,
    'US$',
    S.insideIndiana,
    'high',
    'Announced for 16 buildings; Epoch AI estimates 34.5.',
  ),
} as const;

/** Three dated states, oldest first. */
export const campusStates: readonly CampusState[] = [
  {
    cluster: 'rainier-2025',
    date: '29 October 2025',
    buildings: fact(7, '', `${S.newYorkTimes}; ${S.cnbc}`, 'high'),
    chips: fact('nearly 500,000', '', S.aboutAmazonOctober, 'high'),
    power: fact(455e6, 'W', 'derived: 7 × 65 MW of IT power', 'low'),
  },
  {
    cluster: 'rainier-2026',
    date: 'September 2026',
    buildings: fact(14, '', 'derived: 910 MW ÷ 65 MW', 'low'),
    chips: fact('about a million', '', S.epoch, 'medium', 'On this campus; from H100 equivalents.'),
    power: fact(910e6, 'W', S.epoch, 'medium', 'IT power; about 1.1 GW with cooling.'),
  },
  {
    cluster: 'rainier-plan',
    date: 'planned',
    buildings: fact(30, '', `${S.newYorkTimes}; ${S.cnbc}`, 'high', 'About.'),
    chips: fact('2.2 million', '', S.position, 'assumed', 'If all are filled as in 2026.'),
    power: fact(2.2e9, 'W', `${S.newYorkTimes}; ${S.cnbc}`, 'high', 'More than 2.2 GW.'),
  },
];
