import { describe, expect, it } from 'vitest';
import { chipSpec } from '../../../src/facts/chips.ts';
import { formatOf } from '../../../src/look/format.ts';
import { faultText } from '../../../src/panels/results/faultText.ts';
import { reasonText } from '../../../src/panels/results/reasonText.ts';
import { lossText } from '../../../src/panels/search/lossText.ts';
import { constantsOf } from '../../../src/sim/calibration/chips.ts';
import { evidenceFor } from '../../../src/sim/result/evidence.ts';
import '../../../src/state/laterWords.ts';
import { loadWords, wordsOf } from '../../../src/state/words.tsx';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
await loadWords('fr');

describe('the sentences of a result', () => {
  it('say in French what the evidence rests on, with its numbers', () => {
    const reason = (id: string) => {
      const chip = chipSpec(id);
      return plain(
        reasonText(wordsOf('fr'), formatOf('fr'), evidenceFor(constantsOf(chip), chip, false, 10).reason),
      );
    };
    expect(reason('trainium2')).toBe(
      'aucune étape d’entraînement sur Trainium2 n’est publiée ; les constantes sont transposées de Trainium1',
    );
    expect(reason('h100')).toMatch(
      /^confronté à \d+ étapes publiées de modèles denses sur H100, erreur moyenne [\d,]+ %$/,
    );
  });

  it('say the same in English as the command line does', () => {
    for (const id of ['trainium1', 'trainium2', 'a100', 'b200', 'tpu-v5p']) {
      const chip = chipSpec(id);
      const { because, reason } = evidenceFor(constantsOf(chip), chip, true, 10);
      const bare = (text: string): string =>
        plain(text)
          .replaceAll(/ (?=%)/g, '')
          .replaceAll(/\.0(?=%)/g, '');
      expect(bare(reasonText(wordsOf('en'), formatOf('en'), reason))).toBe(bare(because));
    }
  });

  it('name who stands still, and who waits', () => {
    const faults = { replicas: 643, stopped: 1, waiting: 0, healthy: true, note: '' };
    const say = (change: object) => plain(faultText(wordsOf('fr'), formatOf('fr'), { ...faults, ...change }));
    expect(say({})).toBe(
      '1 réplique sur 644 est à l’arrêt ; l’étape tourne sur les autres. 0,2 % de jetons en moins par étape',
    );
    expect(say({ stopped: 0, waiting: 3.83 })).toBe(
      'les répliques saines attendent la plus lente 3,83 s avant de réunir leurs gradients',
    );
    expect(say({ stopped: 0 })).toBe('rien n’attend ce qui est lent');
  });

  it('name why a layout loses', () => {
    const [words, format] = [wordsOf('fr'), formatOf('fr')];
    const most = { part: 'bubble', seconds: 2.5 } as const;
    const least = { part: 'tensor', seconds: -0.5 } as const;
    expect(plain(lossText(words, format, { kind: 'slower', share: 0.2, most, least }))).toBe(
      '20 % plus lente : 2,5 s de plus de bulle du pipeline, mais 500 ms de moins de collectives tensorielles exposées',
    );
    expect(lossText(words, format, { kind: 'even' })).toBe('aussi rapide que la meilleure');
  });
});
