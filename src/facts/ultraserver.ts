import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const GIB = 2 ** 30;
const PETA = 1e15;

/** A Trn2 UltraServer: four servers joined by NeuronLink into a 4×4×4 torus. */
export const ultraserver = {
  servers: fact(4, '', `${S.trn2}; ${S.aboutAmazonOctober}`, 'high'),
  chips: fact(64, '', `${S.trn2}; ${S.aboutAmazonOctober}`, 'high'),
  racks: fact(2, '', S.lockwood, 'medium', 'Adjacent, two servers each, read from photographs.'),
  chipTrays: fact(32, '', 'derived: 4 servers × 8 trays', 'medium'),
  headTrays: fact(4, '', 'derived: 4 servers × 1 tray', 'medium'),
  torus: fact(
    '4 × 4 × 4',
    '',
    `${S.trn2}; ${S.collectives}`,
    'high',
    'X and Y in a server, Z over the four servers.',
  ),
  links: fact(192, '', 'derived: 64 chips × 6 neighbours ÷ 2', 'high', '128 in X and Y, 64 in Z.'),
  cables: fact(160, '', 'derived: 192 links − 32 inside trays', 'low'),
  linksInsideTrays: fact(32, '', 'derived: 4 servers × 8 chip pairs', 'low', 'Inferred from the pairs.'),
  linksAcrossRacks: fact(32, '', 'derived: 16 rings in Z × 2 of 4 hops', 'medium', 'At least.'),
  bf16: fact(42.8 * PETA, 'FLOP/s', S.trn2, 'high'),
  fp8: fact(83.2 * PETA, 'FLOP/s', S.trn2, 'high', 'Dense; reported elsewhere as sparse.'),
  memory: fact(6144 * GIB, 'B', S.trn2, 'high'),
  memoryBandwidth: fact(185.6e12, 'B/s', S.trn2, 'high'),
  efa: fact(1.6e12, 'B/s', 'derived: 4 servers × 3,200 Gb/s', 'high', '12.8 Tb/s, each way.'),
  power: fact(
    57e3,
    'W',
    `derived: 910 MW ÷ 1.03 million chips × 64 (${S.epoch})`,
    'low',
    'With a share of network and storage.',
  ),
} as const;
