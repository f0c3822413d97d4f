import type { ChipSpec } from '../../src/facts/chip.ts';
import { fabrics } from '../../src/facts/fabrics.ts';
import type { ClusterRequest, ScaleOut, ScaleUp } from '../../src/scenario/scenario.ts';
import { type Hardware, type Row, stackOf } from './row.ts';

/** Bytes/s of data-centre network for a TPU chip: a 200 Gb/s port for four of them; no row publishes it. */
const TPU_NETWORK = 6.25e9;

/** Shapes of TPU slices, by chips, where three dimensions are not equal. */
const CUBES: Readonly<Record<number, readonly number[]>> = {
  8: [2, 2, 2],
  16: [2, 2, 4],
  32: [2, 4, 4],
  64: [4, 4, 4],
  128: [4, 4, 8],
  256: [4, 8, 8],
  512: [8, 8, 8],
  1024: [8, 8, 16],
  2048: [8, 16, 16],
  4096: [16, 16, 16],
};

/** The cluster of a row. Trainium1's rows count cores, so a core stands for a chip there. */
export function clusterOf(row: Row, cores: number): ClusterRequest & { readonly chip?: string | ChipSpec } {
  const hardware = row.hardware!;
  const chips = row.parallel.chips!;
  const name = chipName(hardware.name);
  if (cores > 1) {
    const { scaleOut } = fabrics.trainium1;
    return {
      chip: scaled(chipOf(hardware, name), 1 / cores),
      chips: chips * cores,
      scaleUp: {
        kind: 'torus',
        dims: [cores, 4, 4],
        wrap: true,
        linkBandwidth: [48e9, 48e9 / cores, 48e9 / cores],
        latency: 1.5e-6,
      },
      scaleOut: { ...scaleOut, bandwidth: scaleOut.bandwidth / cores },
    };
  }
  const torus = /TPU/.test(hardware.name);
  return {
    chip: chipOf(hardware, name),
    chips,
    scaleUp: torus
      ? torusOf(hardware, chips / (row.parallel.slices ?? 1), row.parallel.tp ?? 1)
      : switchOf(hardware),
    scaleOut: scaleOutOf(hardware, torus, stackOf(row)),
  };
}

function chipOf(hardware: Hardware, name: string): ChipSpec {
  const bf16 = hardware.peakTflopsBf16 * 1e12;
  // The sheets of all of these give twice the rate for 8 bits and twice that for 4, where they have them.
  return {
    name,
    peak: { bf16, fp16: bf16, fp8: 2 * bf16, mxfp8: 2 * bf16, nvfp4: 4 * bf16 },
    memory: hardware.hbmGB * 1e9,
    memoryBandwidth: hardware.hbmTBs * 1e12,
    watts: 1,
  };
}

function scaled(chip: ChipSpec, share: number): ChipSpec {
  const { bf16, fp16 = bf16 } = chip.peak;
  return {
    ...chip,
    // Trainium1 multiplies 8-bit numbers no faster than 16-bit ones.
    peak: { bf16: bf16 * share, fp16: fp16 * share, fp8: bf16 * share },
    memory: chip.memory * share,
    memoryBandwidth: chip.memoryBandwidth * share,
  };
}

/** The words by which the constants of a chip are found. */
function chipName(name: string): string {
  if (/500W/.test(name)) return 'H100 500W';
  return /A100|H100|H200|GB200|GB300|B200|B300|Trainium1|TPU ?v?\d+[a-z]*/.exec(name)?.[0] ?? name;
}

function switchOf(hardware: Hardware): ScaleUp {
  if (/Trainium2|Trn2/i.test(hardware.name)) return fabrics.trainium2.scaleUp;
  const bandwidth = (hardware.scaleUpGBs ?? 100) * 1e9;
  return { kind: 'switch', size: hardware.scaleUpSize ?? 8, bandwidth, latency: 1e-6 };
}

/** A slice as a torus: flat for v5e and v6e, which publish 256 chips in a slice, else of three dimensions; the axis that a
 *  tensor group fills comes first. Bandwidths are published as the sum over the links. */
function torusOf(hardware: Hardware, chips: number, tensor: number): ScaleUp {
  const flat = /v5e|v6e/.test(hardware.name);
  const side = 2 ** Math.floor(Math.log2(Math.sqrt(chips)));
  const dims = [...(flat ? [side, chips / side] : (CUBES[chips] ?? [chips]))];
  dims.sort((a, b) => Number(b === tensor) - Number(a === tensor) || a - b);
  const link = ((hardware.scaleUpGBs ?? 100) * 1e9) / (flat ? 4 : 6);
  // A slice of a part of the machine is closed only along axes of at least 4 (3-D) or of the whole pod (2-D).
  const wrap = flat ? side >= 16 : chips >= 64;
  return { kind: 'torus', dims, wrap, linkBandwidth: dims.map(() => link), latency: 1e-6 };
}

function scaleOutOf(hardware: Hardware, torus: boolean, stack: string): ScaleOut {
  // DeepSpeed of 2021 ran its gathers over one port of a node: its rows fit 0.11 of the eight.
  const ports = stack === 'deepspeed-zero3-2021' ? 1 / hardware.scaleUpSize : 1;
  const published = hardware.scaleOutGbps == null ? null : (hardware.scaleOutGbps * 1e9) / 8;
  const bandwidth = published ?? (torus ? TPU_NETWORK : 25e9);
  return { bandwidth: bandwidth * ports, latency: torus ? 10e-6 : 5e-6, oversubscription: 1 };
}
