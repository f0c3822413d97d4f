import { deadChip } from './deadChip.ts';
import { fullMemory } from './fullMemory.ts';
import { halfSpeed } from './halfSpeed.ts';
import type { Lesson } from './lesson.ts';

/** The first lesson: 45 minutes, three predictions about a cluster of half a million chips. */
export const firstLesson: Lesson = {
  title: { en: 'Half a million chips, one model', fr: 'Un demi-million de puces, un modèle' },
  minutes: 45,
  audience: {
    en: 'From 16 years, or first year of university. No programming. One computer or phone for two.',
    fr: 'À partir de 16 ans, ou première année d’université. Sans programmation. Un ordinateur ou un téléphone pour deux.',
  },
  goals: [
    {
      en: 'Explain why many chips on one model must talk to each other, and what slower cables cost.',
      fr: 'Expliquer pourquoi de nombreuses puces sur un même modèle doivent se parler, et ce que coûtent des câbles plus lents.',
    },
    {
      en: 'Work out from weights, gradients and optimizer state whether a model fits in memory.',
      fr: 'Déterminer, d’après les poids, les gradients et l’état de l’optimiseur, si un modèle tient en mémoire.',
    },
    {
      en: 'Tell a dead chip from a slow one by what each does to the whole.',
      fr: 'Distinguer une puce morte d’une puce lente par leur effet sur l’ensemble.',
    },
    {
      en: 'Hold a prediction against a simulation, and say how far to trust it.',
      fr: 'Confronter une prédiction à une simulation, et dire quelle confiance elle mérite.',
    },
  ],
  needs: [
    {
      en: 'The worksheet on paper, one for two (three pages).',
      fr: 'La feuille de travail sur papier, une pour deux (trois pages).',
    },
    {
      en: 'A browser. Where it has no 3D, a floorplan with the same numbers stands in.',
      fr: 'Un navigateur. Sans 3D, un plan avec les mêmes chiffres la remplace.',
    },
    {
      en: 'The links on this page: each opens the site with everything set, and what the activity holds fixed locked.',
      fr: 'Les liens de cette page : chacun ouvre le site entièrement réglé, ce que l’activité garde fixe étant verrouillé.',
    },
  ],
  opening: {
    minutes: 5,
    text: {
      en: 'Open the site on the projector and let it dive from the campus to an UltraServer and back. Ask: what moves here, and what does it stand for? Say that every light is read from a simulated training step, and that the project is independent of the companies it shows.',
      fr: 'Ouvrez le site au projecteur et laissez-le plonger du campus vers un UltraServer et revenir. Demandez : qu’est-ce qui bouge ici, et que représente ce mouvement ? Dites que chaque lumière est lue dans une étape d’entraînement simulée, et que le projet est indépendant des entreprises qu’il montre.',
    },
  },
  activities: [halfSpeed, fullMemory, deadChip],
  closing: {
    minutes: 4,
    text: {
      en: 'Collect one sentence from each pair for every question.',
      fr: 'Recueillez une phrase de chaque binôme pour chaque question.',
    },
    questions: [
      {
        en: 'Which of your predictions was furthest off, and what had you not thought of?',
        fr: 'Laquelle de vos prédictions était la plus éloignée, et à quoi n’aviez-vous pas pensé ?',
      },
      {
        en: 'No training step on these chips has been published. How does the site say how far to trust its numbers?',
        fr: 'Aucune étape d’entraînement sur ces puces n’a été publiée. Comment le site dit-il la confiance que méritent ses chiffres ?',
      },
    ],
  },
};
