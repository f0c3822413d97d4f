import type { Activity } from './lesson.ts';

const CHIP = 'b1/h1/r4/u12/s2/t5/c1';

/** What does a dead chip cost? */
export const deadChip: Activity = {
  id: 'fault',
  title: { en: 'What does a dead chip cost?', fr: 'Que coûte une puce morte ?' },
  minutes: 12,
  background: {
    en: 'Nearly half a million chips train one model together. The model stands there in many copies (replicas), each spread over a column of UltraServers; all replicas average their gradients at the end of every step. One chip of one UltraServer breaks.',
    fr: 'Près d’un demi-million de puces entraînent ensemble un modèle. Il est là en de nombreuses copies (répliques), chacune répartie sur une colonne d’UltraServers ; toutes les répliques font la moyenne de leurs gradients à la fin de chaque étape. Une puce d’un UltraServer tombe en panne.',
  },
  questions: [
    {
      ask: {
        en: 'The chip is dead. How much fewer tokens does the cluster train on in a second?',
        fr: 'La puce est morte. Combien de jetons de moins par seconde pour l’ensemble ?',
      },
      options: [
        {
          text: { en: 'As much as one chip’s part', fr: 'La part d’une seule puce' },
          right: [{ of: 'dead', measure: 'throughput', per: 'now', least: 0.9999 }],
        },
        {
          text: { en: 'As much as its whole replica’s part', fr: 'La part de toute sa réplique' },
          right: [{ of: 'dead', measure: 'throughput', per: 'now', least: 0.99, most: 0.9999 }],
        },
        {
          text: { en: 'All of them: training stops', fr: 'Tous : l’entraînement s’arrête' },
          right: [{ of: 'dead', measure: 'throughput', per: 'now', most: 0.99 }],
        },
      ],
    },
    {
      ask: {
        en: 'Another day the chip is not dead: it works at half its speed. Which is worse?',
        fr: 'Un autre jour, la puce n’est pas morte : elle travaille à mi-vitesse. Qu’est-ce qui est pire ?',
      },
      options: [
        {
          text: { en: 'The dead chip', fr: 'La puce morte' },
          right: [{ of: 'slow', measure: 'throughput', per: 'dead', least: 1 }],
        },
        {
          text: { en: 'The slow chip', fr: 'La puce lente' },
          right: [{ of: 'slow', measure: 'throughput', per: 'dead', most: 1 }],
        },
      ],
    },
  ],
  steps: [
    {
      en: 'Open the links one after the other. Read step time and tokens a second in the panel “Step”; the line in red says who stands still and who waits.',
      fr: 'Ouvrez les liens l’un après l’autre. Lisez la durée de l’étape et les jetons par seconde dans le volet « Étape » ; la ligne en rouge dit qui est arrêté et qui attend.',
    },
    {
      en: 'In the picture, look for the column that stays dark.',
      fr: 'Dans l’image, cherchez la colonne qui reste sombre.',
    },
  ],
  variants: [
    { id: 'now', name: { en: 'All chips well', fr: 'Tout va bien' }, scenario: {}, at: 'b1/h1' },
    {
      id: 'dead',
      name: { en: 'One chip dead', fr: 'Une puce morte' },
      scenario: { faults: [{ at: CHIP, kind: 'chip' }] },
      at: 'b1/h1',
    },
    {
      id: 'slow',
      name: { en: 'One chip at half speed', fr: 'Une puce à mi-vitesse' },
      scenario: { faults: [{ at: CHIP, kind: 'straggler', factor: 0.5 }] },
      at: 'b1/h1',
    },
    {
      id: 'run',
      name: { en: 'A whole run', fr: 'Un entraînement entier' },
      scenario: { run: { tokens: 1e12 } },
      open: false,
    },
  ],
  measures: ['seconds', 'throughput', 'stopped', 'waiting'],
  explain: {
    en: 'Why can a slow chip cost more than a dead one? What would you do about it?',
    fr: 'Pourquoi une puce lente peut-elle coûter plus qu’une puce morte ? Que feriez-vous ?',
  },
  because: {
    en: 'A replica needs all its chips, so it stands still as a whole: {dead_stopped} of {now_replicas}, and throughput changes by {dead_throughput_change}. The others lose nothing, for they do not wait for it. A slow chip still belongs to the step, and everyone waits for it: {slow_waiting} in every step, and throughput changes by {slow_throughput_change}. So a slow chip must be found and taken out. It is no rare event: if a chip lasts {lifetime} (assumed, carried over from another chip), one of them fails every {run_failure}.',
    fr: 'Une réplique a besoin de toutes ses puces, elle s’arrête donc tout entière : {dead_stopped} sur {now_replicas}, et le débit change de {dead_throughput_change}. Les autres ne perdent rien, car elles ne l’attendent pas. Une puce lente fait encore partie de l’étape, et tout le monde l’attend : {slow_waiting} à chaque étape, et le débit change de {slow_throughput_change}. Il faut donc la trouver et la retirer. Ce n’est pas rare : si une puce dure {lifetime} (supposé, transposé d’une autre puce), il en tombe une toutes les {run_failure}.',
  },
  expects: [
    { of: 'dead', measure: 'stopped', least: 1, most: 2 },
    { of: 'dead', measure: 'seconds', per: 'now', least: 0.999, most: 1.001 },
    { of: 'dead', measure: 'throughput', per: 'now', least: 0.99, most: 1 },
    { of: 'slow', measure: 'throughput', per: 'dead', most: 0.99 },
    { of: 'slow', measure: 'waiting', least: 0.1 },
  ],
  facts: { count: 'campusStates.0.chips', lifetime: 'reliability.chipMtbf' },
};
