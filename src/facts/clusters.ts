import { chips } from './chips.ts';
import type { Fabric, ScaleOut, ScaleUp, SiteLayout } from './cluster.ts';
import { fabrics } from './fabrics.ts';
import { type Fact, fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** A cluster that a scenario can name. */
export interface ClusterPreset {
  readonly id: string;
  readonly name: string;
  /** When it stood or will stand so, in words. */
  readonly date: string;
  readonly site: SiteLayout | null;
  readonly chips: number;
  /** Id of its chip in `chips`. */
  readonly chip: string;
  readonly scaleUp: ScaleUp;
  readonly scaleOut: ScaleOut;
  /** What is said of it, by the words shown on the screen. */
  readonly facts: Readonly<Record<string, Fact<number | string>>>;
  readonly note: string;
}

/** Chips of an UltraServer: 4 servers of 16. */
const CHIPS_PER_ULTRASERVER = 64;

function preset(
  id: string,
  name: string,
  date: string,
  site: SiteLayout,
  facts: ClusterPreset['facts'],
  note: string,
): ClusterPreset {
  const { buildings, halls, rows, filled } = site;
  const fabric: Fabric = fabrics.trainium2;
  return {
    id,
    name,
    date,
    site,
    chips: buildings * halls * rows * filled * CHIPS_PER_ULTRASERVER,
    chip: chips.trainium2.id,
    ...fabric,
    facts,
    note,
  };
}

const HALL_PLAN =
  'Halls, rows and positions of a building are not public: 4 halls of 12 rows of 24 are assumed.';

/** The presets, by id. The first is the one the page opens with. */
export const clusters: Readonly<Record<string, ClusterPreset>> = {
  'rainier-2025': preset(
    'rainier-2025',
    'Project Rainier, October 2025',
    '29 October 2025',
    { buildings: 7, halls: 4, rows: 12, positions: 24, filled: 23 },
    {
      Chips: fact('nearly 500,000', '', S.aboutAmazonOctober, 'high', 'Drawn: 494,592.'),
      Buildings: fact(7, '', `${S.newYorkTimes}; ${S.cnbc}`, 'high'),
      'Positions filled in a row': fact(
        23,
        '',
        S.position,
        'assumed',
        'Of 24, to come near to the published count.',
      ),
    },
    HALL_PLAN,
  ),
  'rainier-2026': preset(
    'rainier-2026',
    'Project Rainier, 2026',
    'September 2026',
    { buildings: 14, halls: 4, rows: 12, positions: 24, filled: 24 },
    {
      Chips: fact(
        'about a million',
        '',
        S.epoch,
        'medium',
        'From 686,000 H100 equivalents. Drawn: 1,032,192.',
      ),
      Buildings: fact(14, '', 'derived: 910 MW of IT power ÷ 65 MW a building', 'low'),
    },
    HALL_PLAN,
  ),
  'rainier-plan': preset(
    'rainier-plan',
    'Project Rainier, full plan',
    'planned, no date',
    { buildings: 30, halls: 4, rows: 12, positions: 24, filled: 24 },
    {
      Buildings: fact(30, '', `${S.newYorkTimes}; ${S.cnbc}`, 'high', 'About 30.'),
      Power: fact(2.2e9, 'W', `${S.newYorkTimes}; ${S.cnbc}`, 'high', 'More than 2.2 GW.'),
      Chips: fact(2_211_840, '', S.position, 'assumed', 'If every building were filled as in 2026.'),
    },
    HALL_PLAN,
  ),
  ultraserver: preset(
    'ultraserver',
    'One Trn2 UltraServer',
    'since December 2024',
    { buildings: 1, halls: 1, rows: 1, positions: 1, filled: 1 },
    { Chips: fact(64, '', `${S.trn2}; ${S.aboutAmazonOctober}`, 'high', '4 servers of 16.') },
    'The building around it is schematic.',
  ),
};
