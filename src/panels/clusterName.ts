import type { Format } from '../look/format.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import { factWords } from '../state/phrase.ts';
import type { Language } from '../state/store.ts';
import type { Words } from '../state/words.tsx';

/** What a cluster is called: its name where it has one, else how many chips of which kind it is. */
export function clusterName(
  { id, name, chips, chip }: ResolvedScenario['cluster'],
  words: Words,
  format: Format,
  lang: Language,
): string {
  return id === null
    ? words('scenario.cluster.chips', { chips: format.count(chips), chip: factWords(chip.name, lang) })
    : factWords(name, lang);
}
