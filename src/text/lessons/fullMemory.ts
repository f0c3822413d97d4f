import type { Activity, Variant } from './lesson.ts';

/** One UltraServer whose groups of so many chips hold a copy each, and share nothing with other groups (ZeRO 0). */
function groups(tensor: number, id: string, zero: number, name: Variant['name']): Variant {
  return {
    id,
    name,
    scenario: {
      cluster: 'ultraserver',
      model: 'llama-3.1-70b',
      training: { globalBatch: 64, recompute: 'full', zero },
      parallel: { tensor, pipeline: 1 },
    },
  };
}

const chips = (count: number): Variant['name'] => ({
  en: `${count} chips a copy`,
  fr: `${count} puces par copie`,
});
const filling = (of: string, full: boolean) =>
  ({ of, measure: 'filling', ...(full ? { least: 1 } : { most: 1 }) }) as const;

/** When does a model stop fitting in memory? */
export const fullMemory: Activity = {
  id: 'memory',
  title: {
    en: 'When does a model stop fitting in memory?',
    fr: 'Quand un modèle ne tient-il plus en mémoire ?',
  },
  minutes: 12,
  background: {
    en: 'A chip has {memory} of memory. To train, it keeps more than weights: the gradient of each, and the state of the optimizer. Here is the model Llama 3.1 70B on the {chips} chips of one UltraServer. A copy of the model is cut over a group of chips; smaller groups talk less, but each chip then holds more.',
    fr: 'Une puce a {memory} de mémoire. Pour entraîner, elle garde plus que les poids : le gradient de chacun, et l’état de l’optimiseur. Voici le modèle Llama 3.1 70B sur les {chips} puces d’un UltraServer. Une copie du modèle est découpée sur un groupe de puces ; de plus petits groupes se parlent moins, mais chaque puce en porte alors plus.',
  },
  questions: [
    {
      ask: {
        en: 'What is the smallest group of chips that can hold one copy?',
        fr: 'Quel est le plus petit groupe de puces qui peut contenir une copie ?',
      },
      options: [
        { text: { en: '4 chips', fr: '4 puces' }, right: [filling('four', false)] },
        { text: { en: '8 chips', fr: '8 puces' }, right: [filling('four', true), filling('eight', false)] },
        {
          text: { en: '16 chips', fr: '16 puces' },
          right: [filling('eight', true), filling('sixteen', false)],
        },
        {
          text: { en: '32 chips', fr: '32 puces' },
          right: [filling('sixteen', true), filling('thirty', false)],
        },
      ],
    },
    {
      ask: { en: 'What fills most of the memory?', fr: 'Qu’est-ce qui remplit le plus la mémoire ?' },
      options: [
        {
          text: { en: 'The weights', fr: 'Les poids' },
          right: [{ of: 'sixteen', measure: 'weights', least: 40e9 }],
        },
        {
          text: { en: 'The state of the optimizer', fr: 'L’état de l’optimiseur' },
          right: [{ of: 'sixteen', measure: 'optimizer', least: 40e9 }],
        },
        {
          text: { en: 'Activations, kept for the way back', fr: 'Les activations, gardées pour le retour' },
          right: [{ of: 'sixteen', measure: 'activations', least: 40e9 }],
        },
      ],
    },
  ],
  steps: [
    {
      en: 'Open the links from the top. In the panel “Step”, read “Memory of the fullest chip”: the parts, and whether it fits.',
      fr: 'Ouvrez les liens de haut en bas. Dans le volet « Étape », lisez « Mémoire de la puce la plus pleine » : les parts, et si cela tient.',
    },
    {
      en: 'Stop at the first that does not fit. Then open the last link: there the copies share out the state of the optimizer among each other.',
      fr: 'Arrêtez-vous au premier qui ne tient pas. Ouvrez ensuite le dernier lien : les copies s’y partagent l’état de l’optimiseur.',
    },
  ],
  variants: [
    groups(32, 'thirty', 0, chips(32)),
    groups(16, 'sixteen', 0, chips(16)),
    groups(8, 'eight', 0, chips(8)),
    groups(4, 'four', 0, chips(4)),
    groups(8, 'shared', 1, { en: '8 chips, shared state', fr: '8 puces, état partagé' }),
  ],
  measures: ['weights', 'gradients', 'optimizer', 'activations', 'memory'],
  changes: false,
  explain: {
    en: 'Half as many chips: what happens to each part, and why? What does sharing the optimizer change?',
    fr: 'Deux fois moins de puces : que devient chaque part, et pourquoi ? Que change le partage de l’optimiseur ?',
  },
  because: {
    en: 'Half as many chips hold twice as much each: with 16 chips a copy a chip needs {sixteen_memory}, with 8 it needs {eight_memory}, more than it has. Most of it is the state of the optimizer: {sixteen_optimizer} against {sixteen_weights} of weights, because Adam keeps three numbers of full precision for every weight. The 8 copies of an UltraServer hold the same state eight times over; shared out among them it takes {shared_optimizer} instead of {eight_optimizer} a chip, and 8 chips are enough: {shared_memory}.',
    fr: 'Deux fois moins de puces portent chacune deux fois plus : avec 16 puces par copie, une puce a besoin de {sixteen_memory} ; avec 8, de {eight_memory}, plus qu’elle n’en a. L’essentiel est l’état de l’optimiseur : {sixteen_optimizer} contre {sixteen_weights} de poids, car Adam garde trois nombres en pleine précision pour chaque poids. Les 8 copies d’un UltraServer gardent huit fois le même état ; partagé entre elles, il prend {shared_optimizer} au lieu de {eight_optimizer} par puce, et 8 puces suffisent : {shared_memory}.',
  },
  expects: [
    { of: 'sixteen', measure: 'filling', most: 1 },
    { of: 'eight', measure: 'filling', least: 1 },
    { of: 'shared', measure: 'filling', most: 1 },
    { of: 'eight', measure: 'memory', per: 'sixteen', least: 1.9, most: 2.1 },
    { of: 'shared', measure: 'optimizer', per: 'eight', least: 0.124, most: 0.126 },
  ],
  facts: { memory: 'trainium2.memory', chips: 'ultraserver.chips' },
};
