import type { ChipFacts, ChipSpec, Precision } from './chip.ts';
import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';
import { trainium1, trainium2, trainium3 } from './trainium.ts';

const GB = 1e9;
const GiB = 2 ** 30;
const TB = 1e12;
const TERA = 1e12;

const a100: ChipFacts = {
  id: 'a100',
  name: 'A100',
  peak: {
    bf16: fact(312 * TERA, 'FLOP/s', S.a100, 'high'),
    fp16: fact(312 * TERA, 'FLOP/s', S.a100, 'high'),
  },
  memory: fact(80 * GiB, 'B', S.a100, 'high', 'Printed as 80 GB; five HBM2e stacks of 16 GiB.'),
  memoryBandwidth: fact(2.039 * TB, 'B/s', S.a100, 'high'),
  watts: fact(400, 'W', S.a100, 'high'),
  more: {
    'NVLink, both directions': fact(600 * GB, 'B/s', S.a100, 'high'),
  },
};

const h100: ChipFacts = {
  id: 'h100',
  name: 'H100',
  peak: {
    bf16: fact(989 * TERA, 'FLOP/s', S.h100, 'high'),
    fp16: fact(989 * TERA, 'FLOP/s', S.h100, 'high'),
    fp8: fact(1979 * TERA, 'FLOP/s', S.h100, 'high'),
  },
  memory: fact(80 * GiB, 'B', S.h100, 'high', 'Printed as 80 GB; five HBM3 stacks of 16 GiB.'),
  memoryBandwidth: fact(3.35 * TB, 'B/s', S.h100, 'high'),
  watts: fact(700, 'W', S.h100, 'high'),
  more: {
    'NVLink, both directions': fact(900 * GB, 'B/s', S.h100, 'high'),
  },
};

const b200: ChipFacts = {
  id: 'b200',
  name: 'B200',
  peak: {
    bf16: fact(2250 * TERA, 'FLOP/s', S.b200, 'high'),
    fp16: fact(2250 * TERA, 'FLOP/s', S.b200, 'high'),
    fp8: fact(4500 * TERA, 'FLOP/s', S.b200, 'high'),
    mxfp8: fact(4500 * TERA, 'FLOP/s', S.b200, 'medium', 'The block-scaled format runs at the rate of fp8.'),
    nvfp4: fact(9000 * TERA, 'FLOP/s', S.b200, 'high'),
  },
  memory: fact(
    180 * GB,
    'B',
    S.b200,
    'medium',
    'The DGX sheet prints 1,440 GB for eight; other sheets say 192.',
  ),
  memoryBandwidth: fact(8 * TB, 'B/s', S.b200, 'high', 'The DGX sheet prints 64 TB/s for eight.'),
  watts: fact(1000, 'W', S.b200, 'medium'),
  more: {
    'NVLink, both directions': fact(1800 * GB, 'B/s', S.b200, 'high'),
  },
};

const tpuV5p: ChipFacts = {
  id: 'tpu-v5p',
  name: 'TPU v5p',
  peak: { bf16: fact(459 * TERA, 'FLOP/s', S.tpu, 'high') },
  memory: fact(95 * GiB, 'B', S.tpu, 'high', 'Printed as 95 GiB in the documentation, 95 GB elsewhere.'),
  memoryBandwidth: fact(2.765 * TB, 'B/s', S.tpu, 'high'),
  watts: fact(350, 'W', S.position, 'assumed', 'Google publishes no chip power for v5p.'),
  more: {
    'Interconnect, one direction': fact(
      600 * GB,
      'B/s',
      S.tpu,
      'high',
      '4,800 Gb/s over six links of a 3D torus.',
    ),
  },
};

/** The chips of the record, by the id that a scenario names. */
export const chips: Readonly<Record<string, ChipFacts>> = {
  trainium2,
  trainium1,
  trainium3,
  a100,
  h100,
  b200,
  'tpu-v5p': tpuV5p,
};

/** Plain numbers of a chip of the record. Throws where there is no such id. */
export function chipSpec(id: string): ChipSpec {
  if (!Object.hasOwn(chips, id))
    throw new Error(`chip must be one of ${Object.keys(chips).join(', ')}: ${id}`);
  const chip = chips[id];
  const peak: Partial<Record<Precision, number>> & { bf16: number } = { bf16: chip.peak.bf16.value };
  for (const [precision, rate] of Object.entries(chip.peak)) peak[precision as Precision] = rate.value;
  return {
    name: chip.name,
    peak,
    memory: chip.memory.value,
    memoryBandwidth: chip.memoryBandwidth.value,
    watts: chip.watts.value,
  };
}
