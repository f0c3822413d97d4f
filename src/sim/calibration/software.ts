/**
 * Time of a stack's operators against that of the constants of a chip: one factor each, near one, for what differs in kernels and host
 * code and is not documented as a switch. Fitted with a prior of 5 %; what is not listed has 1, as have the stacks by
 * which the shares of a chip are known (MosaicML's on A100 and H100, MaxText on TPU, SimuMax's on B200).
 */
export const SOFTWARE: Readonly<Record<string, number>> = {
  'megatron-2021': 0.97,
  'megatron-2022': 0.95,
  'megatron-2023': 1.04,
  megascale: 0.98,
  'megatron-core': 1,
  'nemo-2024': 1.08,
  'megatron-bridge': 0.96,
};

/** The factor of a stack by its name; 1 for one that is not known. */
export function softwareFactor(name: string): number {
  return Object.hasOwn(SOFTWARE, name) ? SOFTWARE[name] : 1;
}
