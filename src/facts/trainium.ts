import type { ChipFacts } from './chip.ts';
import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

const GB = 1e9;
const MiB = 2 ** 20;
const GiB = 2 ** 30;
const TB = 1e12;
const TERA = 1e12;
const GHZ = 1e9;

/** The chip of Project Rainier. */
export const trainium2: ChipFacts = {
  id: 'trainium2',
  name: 'Trainium2',
  peak: {
    bf16: fact(667 * TERA, 'FLOP/s', S.trainium2, 'high', 'Eight cores at the published clock give 632.'),
    fp16: fact(667 * TERA, 'FLOP/s', S.trainium2, 'high'),
    fp8: fact(1299 * TERA, 'FLOP/s', S.trainium2, 'high', 'Dense.'),
  },
  memory: fact(96 * GiB, 'B', S.trainium2, 'high', 'Four stacks of 24 GiB, each shared by two cores.'),
  memoryBandwidth: fact(
    2.9 * TB,
    'B/s',
    S.trainium2,
    'high',
    'Another page of the same documentation says 3.',
  ),
  watts: fact(500, 'W', S.semiAnalysisTrainium2, 'medium', 'AWS publishes no design power.'),
  more: {
    NeuronCores: fact(
      8,
      '',
      S.trainium2,
      'high',
      'NeuronCore-v3: tensor, vector, scalar and GPSIMD engines.',
    ),
    'FP32, dense': fact(181 * TERA, 'FLOP/s', S.trainium2, 'high'),
    'BF16 or FP8, sparse': fact(2563 * TERA, 'FLOP/s', S.trainium2, 'high', 'Structured, up to 4 of 16.'),
    'BF16 of a NeuronCore': fact(79 * TERA, 'FLOP/s', S.neuronCore3, 'high'),
    'Tensor engine rows and columns': fact(128, '', S.nkiTrainium2, 'high'),
    'Tensor engine clock': fact(2.4 * GHZ, 'Hz', S.nkiTrainium2, 'high'),
    'Vector engine clock': fact(0.96 * GHZ, 'Hz', S.nkiTrainium2, 'high'),
    'Scalar and GPSIMD clock': fact(1.2 * GHZ, 'Hz', S.nkiTrainium2, 'high'),
    'SBUF of a NeuronCore': fact(28 * MiB, 'B', S.nkiTrainium2, 'high', '128 partitions of 224 KiB.'),
    'PSUM of a NeuronCore': fact(2 * MiB, 'B', S.nkiTrainium2, 'high'),
    'DMA engines': fact(128, '', S.nkiTrainium2, 'high', '16 a core.'),
    'DMA bandwidth': fact(3.5 * TB, 'B/s', S.trainium2, 'high'),
    'Collective cores': fact(20, '', S.nkiTrainium2, 'medium', 'The chip page says 16.'),
    'NeuronLink, both directions': fact(
      1280 * GB,
      'B/s',
      S.trainium2,
      'high',
      '1,024 in the server, 256 between.',
    ),
    'Compute dies': fact(2, '', `${S.tomsHardware}; ${S.semiAnalysisTrainium2}`, 'medium'),
    'HBM stacks': fact(4, '', `${S.tomsHardware}; ${S.semiAnalysisTrainium2}`, 'medium'),
    'Logical cores by default': fact(4, '', S.logicalCores, 'high', 'Two physical cores work as one.'),
  },
};

export const trainium1: ChipFacts = {
  id: 'trainium1',
  name: 'Trainium1',
  peak: {
    bf16: fact(190 * TERA, 'FLOP/s', S.trainium1, 'high', 'Printed as 190 or 191.'),
    fp16: fact(190 * TERA, 'FLOP/s', S.trainium1, 'medium', 'Taken as equal to BF16.'),
  },
  memory: fact(32 * GiB, 'B', S.trainium1, 'high'),
  memoryBandwidth: fact(0.82 * TB, 'B/s', S.trainium1, 'high'),
  watts: fact(250, 'W', S.position, 'assumed', 'AWS publishes no design power.'),
  more: {
    NeuronCores: fact(2, '', S.trainium1, 'high'),
    'FP32, dense': fact(47.5 * TERA, 'FLOP/s', S.trainium1, 'high'),
    SBUF: fact(48 * MiB, 'B', S.trainium1, 'high'),
    'NeuronLink, both directions': fact(384 * GB, 'B/s', S.trainium1, 'high', 'A 2D torus of 16 chips.'),
    'Collective cores': fact(6, '', S.trainium1, 'high'),
  },
};

export const trainium3: ChipFacts = {
  id: 'trainium3',
  name: 'Trainium3',
  peak: {
    bf16: fact(671 * TERA, 'FLOP/s', S.trainium3, 'high'),
    fp16: fact(671 * TERA, 'FLOP/s', S.trainium3, 'medium', 'Taken as equal to BF16.'),
    mxfp8: fact(2517 * TERA, 'FLOP/s', S.trainium3, 'high'),
  },
  memory: fact(144 * GiB, 'B', S.trainium3, 'high'),
  memoryBandwidth: fact(4.9 * TB, 'B/s', S.trainium3, 'high', 'Another page says 4.7.'),
  watts: fact(1000, 'W', S.semiAnalysisTrainium3, 'low', 'Hinted, not published.'),
  more: {
    NeuronCores: fact(8, '', S.trainium3, 'high'),
    'FP32, dense': fact(183 * TERA, 'FLOP/s', S.trainium3, 'high'),
    SBUF: fact(256 * MiB, 'B', S.trainium3, 'high'),
    'NeuronLink, both directions': fact(2560 * GB, 'B/s', S.trainium3, 'high'),
    'DMA engines': fact(128, '', S.trainium3, 'high'),
  },
};
