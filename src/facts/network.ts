import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const GB = 1e9;
const GBIT = 1e9 / 8;

/** The two networks a Trainium2 chip hangs on: NeuronLink inside an UltraServer, EFA between UltraServers. */
export const network = {
  neuronLink: {
    xy: fact(
      128 * GB,
      'B/s',
      'derived: 1,024 GB/s a chip ÷ 4 neighbours ÷ 2 directions',
      'medium',
      'Of one link, one way.',
    ),
    z: fact(
      64 * GB,
      'B/s',
      'derived: 256 GB/s a chip ÷ 2 neighbours ÷ 2 directions',
      'medium',
      'Of one link, one way.',
    ),
    insideServer: fact(1024 * GB, 'B/s', S.trn2, 'high', 'Of one chip, all X and Y links, both ways.'),
    betweenServers: fact(256 * GB, 'B/s', S.trn2, 'high', 'Of one chip, both Z links, both ways.'),
    latency: fact(1.5e-6, 's', S.intraNode, 'high', 'A hop of a ring takes 1 to 2 µs.'),
    colour: fact('blue', '', S.aboutAmazonOctober, 'high'),
    medium: fact('copper', '', S.semiAnalysisTrainium2, 'medium', 'No optics; cable kinds are not public.'),
  },
  efa: {
    chip: fact(
      200 * GBIT,
      'B/s',
      S.collectives,
      'high',
      'One interface of 200 Gb/s a chip: 25 GB/s each way.',
    ),
    server: fact(3200 * GBIT, 'B/s', S.collectives, 'high', '16 interfaces.'),
    ultraserver: fact(12800 * GBIT, 'B/s', 'derived: 4 servers × 3,200 Gb/s', 'high'),
    latency: fact(
      15e-6,
      's',
      `${S.collectives}; ${S.interNode}`,
      'high',
      'Least time from HBM to HBM, one way.',
    ),
    colour: fact('yellow', '', S.position, 'assumed', 'Seen in pictures, stated nowhere that was read.'),
    transport: fact('SRD over Ethernet', '', S.srd, 'high', 'Out of order, up to 64 paths a flow.'),
  },
  fabric: {
    name: fact('10p10u', '', S.networkWorld, 'high', 'Tens of petabits a second in under 10 µs.'),
    tiers: fact(3, '', S.position, 'assumed', 'Drawn as a three-tier Clos; the real one is not public.'),
    oversubscription: fact(1, '', S.position, 'assumed', 'Not public.'),
    propagation: fact(
      5e-9,
      's/m',
      'derived: light in glass of refractive index 1.47',
      'high',
      'Of fibre, as it is laid: along rows and across them.',
    ),
    rails: fact(16, '', S.position, 'assumed', 'One EFA interface a chip invites 16 rails.'),
  },
} as const;
