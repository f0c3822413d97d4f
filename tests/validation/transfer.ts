// npx tsx tests/validation/transfer.ts: fits the constants of a chip without a set and predicts it, one set after the other, and
// writes transfer.json, which docs/validation.md tells. Takes some minutes; run it when constants or the model have changed.
import { writeFileSync } from 'node:fs';
import { fit } from './fitting.ts';
import { score, stackScalars } from './score.ts';
import { TRANSFER, type Transfer } from './transferred.ts';

const A100 = ['a100.matmul', 'a100.attention.triton'];
const H100 = ['h100.matmul', 'h100.eightBit'];

/** Sets, and what is fitted without them. Others have a chip or a kernel to themselves. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['SC21 Table 2, PTD-P', A100],
  ['Korthikanti Table 5', A100],
  ["MegaScale's Megatron-LM", A100],
  ['MosaicML FSDP, A100 80 GB', A100],
  ['MosaicML FSDP, A100 40 GB', A100],
  ['Megatron-Core, H100', H100],
  ['NeMo 24.07, H100', H100],
  ['Megatron-Bridge dense', H100],
  ['B200 node', ['b200.matmul']],
];

const found: Transfer[] = [];
for (const [without, names] of CASES) {
  for (const [name, entries] of fit({ names, without, rounds: 1 }).sets) {
    const { n, mean, largest, bias, scaledMean } = score(name, entries, stackScalars(entries));
    found.push({ name, n, mean, largest, bias, scaledMean, fitted: names });
    console.log(
      name,
      n,
      [mean, largest, bias, scaledMean].map((share) => (100 * share).toFixed(1)).join(' '),
    );
  }
  writeFileSync(TRANSFER, `${JSON.stringify(found, null, 1)}\n`);
}
