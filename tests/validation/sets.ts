import type { Row } from './row.ts';

/** The sets that results are told by: a source on a kind of chip, dense and mixture apart. */
export function setOf(row: Row): string {
  if (row.kind === 'memory') return 'Korthikanti Fig. 1, memory';
  const chip =
    /A100-40|A100|H100|H200|Trainium1|TPU|B200|[GB]+[23]00/.exec(row.hardware?.name ?? '')?.[0] ?? '';
  const mixture = row.model?.experts ? ' MoE' : '';
  switch (row.stack) {
    case 'megatron-2021':
      return 'SC21 Table 2, PTD-P';
    case 'deepspeed-zero3-2021':
      return 'SC21 Table 2, ZeRO-3';
    case 'megatron-2022':
      return /abs/.test(row.id) ? 'Korthikanti abstract' : 'Korthikanti Table 5';
    case 'megatron-2023':
      return "MegaScale's Megatron-LM";
    case 'megascale':
      return 'MegaScale';
    case 'fsdp-mosaic':
      return `MosaicML FSDP, ${/A100-40/.test(row.hardware?.name ?? '') ? 'A100 40 GB' : chip === 'A100' ? 'A100 80 GB' : chip}`;
    case 'megatron-core':
      return 'Megatron-Core, H100';
    case 'nemo-2024':
      return 'NeMo 24.07, H100';
    case 'torchtitan':
      return 'torchtitan';
    case 'megatron-bridge':
      return `Megatron-Bridge${mixture || ' dense'}`;
    case 'megatron-simumax':
      return 'B200 node';
    case 'maxtext':
      return `MaxText, TPU${mixture || ' dense'}`;
    case 'neuron-trn1':
      return 'Neuron, Trainium1';
    case 'megatron-zero-bubble':
      return 'zero bubble (recalled)';
    default:
      return 'other';
  }
}
