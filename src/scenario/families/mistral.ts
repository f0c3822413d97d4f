import type { ModelShape } from '../../facts/model.ts';
import { decoder, readCounts, readExperts, readKvHeads, readTied } from '../decoder.ts';
import { type Fields, optionalList } from '../fields.ts';
import { everyLayer } from '../slidingWindow.ts';

/** Mistral: Llama's form, the early ones with a sliding window in every layer. */
export function mistral(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  return decoder(counts, {
    kvHeads: readKvHeads(fields, counts.heads),
    tiedEmbeddings: readTied(fields, false),
    slidingWindow: everyLayer(fields, 'sliding_window'),
  });
}

/** Mixtral: every layer a mixture. Grok-1 files say `mixtral` too, and have tied embeddings and four norms a layer. */
export function mixtral(fields: Fields): ModelShape {
  const counts = readCounts(fields);
  const architecture = String(optionalList(fields, 'architectures', 16)?.[0] ?? '');
  const grok = architecture.startsWith('Grok1');
  return decoder(counts, {
    kvHeads: readKvHeads(fields, counts.heads),
    tiedEmbeddings: readTied(fields, grok),
    experts: readExperts(fields, counts.layers, () => true),
    normsPerLayer: grok ? 4 : 2,
    slidingWindow: everyLayer(fields, 'sliding_window'),
  });
}
