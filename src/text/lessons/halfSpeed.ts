import type { Activity } from './lesson.ts';

/** Both cases have the layout of the page's own job, so that they differ in the links alone. */
const parallel = { tensor: 64, pipeline: 12, data: 644 };

/** What if NeuronLink were half as fast? */
export const halfSpeed: Activity = {
  id: 'links',
  title: { en: 'What if NeuronLink were half as fast?', fr: 'Et si NeuronLink était deux fois plus lent ?' },
  minutes: 12,
  background: {
    en: 'The 64 chips of an UltraServer share every layer of the model. After each part of a layer they add up what each has worked out, over the blue NeuronLink cables: {xy} a link in two directions of the torus, {z} in the third. Now imagine links of half that speed, and nothing else changed.',
    fr: 'Les 64 puces d’un UltraServer se partagent chaque couche du modèle. Après chaque partie d’une couche, elles additionnent ce que chacune a calculé, par les câbles bleus de NeuronLink : {xy} par lien dans deux directions du tore, {z} dans la troisième. Imaginez maintenant des liens deux fois plus lents, et rien d’autre de changé.',
  },
  questions: [
    {
      ask: {
        en: 'How much longer will a training step take?',
        fr: 'De combien l’étape d’entraînement s’allonge-t-elle ?',
      },
      options: [
        {
          text: { en: 'Hardly: less than a twentieth', fr: 'À peine : moins d’un vingtième' },
          right: [{ of: 'slow', measure: 'seconds', per: 'now', most: 1.05 }],
        },
        {
          text: { en: 'By a twentieth to a half', fr: 'D’un vingtième à la moitié' },
          right: [{ of: 'slow', measure: 'seconds', per: 'now', least: 1.05, most: 1.5 }],
        },
        {
          text: { en: 'It takes twice as long', fr: 'Elle dure deux fois plus' },
          right: [{ of: 'slow', measure: 'seconds', per: 'now', least: 1.5 }],
        },
      ],
    },
    {
      ask: { en: 'Which part of the step will grow most?', fr: 'Quelle partie de l’étape grandit le plus ?' },
      options: [
        {
          text: { en: 'Compute', fr: 'Le calcul' },
          right: [{ of: 'slow', measure: 'compute', per: 'now', least: 1.5 }],
        },
        {
          text: { en: 'Tensor collectives', fr: 'Les collectives tensorielles' },
          right: [{ of: 'slow', measure: 'tensor', per: 'now', least: 1.5 }],
        },
        {
          text: { en: 'The pipeline bubble', fr: 'La bulle du pipeline' },
          right: [{ of: 'slow', measure: 'bubble', per: 'now', least: 1.5 }],
        },
      ],
    },
  ],
  steps: [
    {
      en: 'Open the first link. Read the step time and the table “Where the time goes” in the panel “Step”.',
      fr: 'Ouvrez le premier lien. Lisez la durée de l’étape et le tableau « Où passe le temps » dans le volet « Étape ».',
    },
    {
      en: 'Open the second link and read the same numbers. No hall is drawn for links that do not exist; the timeline and the numbers are those of the simulation.',
      fr: 'Ouvrez le second lien et lisez les mêmes chiffres. Aucune salle n’est dessinée pour des liens qui n’existent pas ; la frise et les chiffres sont ceux de la simulation.',
    },
  ],
  variants: [
    { id: 'now', name: { en: 'As it is', fr: 'Tel quel' }, scenario: { parallel }, at: 'b1/h1/r4/u12' },
    {
      id: 'slow',
      name: { en: 'Half the speed', fr: 'Deux fois plus lent' },
      scenario: {
        cluster: { chip: 'trainium2', chips: 494_592, scaleUp: { linkBandwidth: [64e9, 64e9, 32e9] } },
        parallel,
      },
    },
  ],
  measures: ['seconds', 'compute', 'tensor', 'bubble'],
  explain: {
    en: 'Why is the step not twice as long, although every link is twice as slow?',
    fr: 'Pourquoi l’étape ne dure-t-elle pas deux fois plus, alors que chaque lien est deux fois plus lent ?',
  },
  because: {
    en: 'Only what waits for the links grows: tensor collectives from {now_tensor} to {slow_tensor}. Arithmetic stays at {slow_compute}. But every pass through a stage is longer now, so stages also wait longer for each other: the bubble grows from {now_bubble} to {slow_bubble}. Together the step takes {slow_seconds} instead of {now_seconds}: {slow_seconds_change}.',
    fr: 'Seul grandit ce qui attend les liens : les collectives tensorielles passent de {now_tensor} à {slow_tensor}. L’arithmétique reste à {slow_compute}. Mais chaque passage dans un étage est plus long, et les étages s’attendent donc plus longtemps : la bulle passe de {now_bubble} à {slow_bubble}. En tout, l’étape dure {slow_seconds} au lieu de {now_seconds} : {slow_seconds_change}.',
  },
  expects: [
    { of: 'slow', measure: 'seconds', per: 'now', least: 1.01, most: 2 },
    { of: 'slow', measure: 'tensor', per: 'now', least: 1.5 },
    { of: 'slow', measure: 'bubble', per: 'now', least: 1.01 },
    { of: 'slow', measure: 'compute', per: 'now', least: 0.999, most: 1.001 },
  ],
  facts: { xy: 'network.neuronLink.xy', z: 'network.neuronLink.z' },
};
