import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readKvHeads, readTied } from '../decoder.ts';
import type { Fields } from '../fields.ts';
import { everyLayer } from '../slidingWindow.ts';

/** Phi-3, Phi-3.5, Phi-4: Llama's form with fused matrices, which changes no count. */
export function phi3(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  return decoder(counts, {
    kvHeads: readKvHeads(fields, counts.heads),
    tiedEmbeddings: readTied(fields, false),
    slidingWindow: everyLayer(fields, 'sliding_window'),
  });
}
