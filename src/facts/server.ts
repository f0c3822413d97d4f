import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const GIB = 2 ** 30;
const PETA = 1e15;

/** A Trn2 server: 16 chips in a 4×4 torus of NeuronLink, two hosts' sockets in a head tray. */
export const server = {
  chips: fact(16, '', S.trn2, 'high'),
  torus: fact('4 × 4, wrapped both ways', '', `${S.trn2}; ${S.neuronLs}`, 'high'),
  links: fact(32, '', 'derived: 16 chips × 4 neighbours ÷ 2', 'high'),
  trays: fact(9, '', S.semiAnalysisTrainium2, 'medium', 'One head tray and eight of two chips.'),
  height: fact(18, 'rack units', S.semiAnalysisTrainium2, 'medium', '9 trays of 2 units.'),
  chipPairs: fact(
    '{0,3} {1,2} {4,7} {5,6} {8,11} {9,10} {12,15} {13,14}',
    '',
    `derived: chips that share adjacent PCI buses in ${S.neuronLs}`,
    'medium',
    'Taken to be the eight trays.',
  ),
  linksInsideTrays: fact(8, '', 'derived: one link joins the two chips of each pair', 'low'),
  bf16: fact(10.7 * PETA, 'FLOP/s', S.trn2, 'high'),
  fp8: fact(20.8 * PETA, 'FLOP/s', S.trn2, 'high', 'Dense.'),
  memory: fact(1536 * GIB, 'B', S.trn2, 'high'),
  memoryBandwidth: fact(46.4e12, 'B/s', S.trn2, 'high'),
  hostThreads: fact(192, '', S.trn2, 'high'),
  hostMemory: fact(2048 * GIB, 'B', S.trn2, 'high'),
  cooling: fact('air', '', `${S.newYorkTimes}; ${S.semiAnalysisTrainium3}`, 'high'),
} as const;
