import type { Tour } from './tour.ts';

const ULTRASERVER = 'b1/h1/r4/u12';
const still = { time: { playing: false } };

/** One training step in ten pictures: from the tokens to the changed weights. */
export const trainingStep: Tour = {
  version: 1,
  id: 'step',
  title: { en: 'One training step in ten pictures', fr: 'Une étape d’entraînement en dix images' },
  steps: [
    {
      title: { en: 'A batch of text', fr: 'Un lot de textes' },
      text: {
        en: 'A step begins with {tokens} tokens of text. The model has read none of them yet. By the end of the step, {seconds} later, it will have changed a little because of all of them.',
        fr: 'Une étape commence avec {tokens} jetons de texte. Le modèle n’en a encore lu aucun. À la fin de l’étape, {seconds} plus tard, tous l’auront un peu changé.',
      },
      notes: {
        en: 'A token is a piece of a word. Make the size felt before you go on: ask how long a person would read at that number of tokens. The size of the batch is assumed, and larger than published runs.',
        fr: 'Un jeton est un morceau de mot. Faites sentir la taille avant de continuer : demandez combien de temps une personne mettrait à lire autant de jetons. La taille du lot est supposée, plus grande que celles qui sont publiées.',
      },
      state: still,
      moment: 0,
      facts: ['story.user'],
    },
    {
      title: { en: 'Replicas share the text', fr: 'Les répliques se partagent le texte' },
      text: {
        en: 'The same model stands here {data} times over. Each replica, a column of UltraServers through the rows of a hall, reads its own part of the text. This is data parallelism.',
        fr: 'Le même modèle se trouve ici en {data} exemplaires. Chaque réplique, une colonne d’UltraServers à travers les rangées d’une salle, lit sa propre part du texte. C’est le parallélisme de données.',
      },
      notes: {
        en: 'Point at one column across the rows: that is a whole copy of the model. All copies hold the same weights, read different texts, and must agree again at the end. Keep that for the ninth picture.',
        fr: 'Montrez une colonne à travers les rangées : c’est une copie entière du modèle. Toutes les copies ont les mêmes poids, lisent des textes différents et doivent se remettre d’accord à la fin. Gardez cela pour la neuvième image.',
      },
      state: { ...still, view: { at: 'b1' } },
      moment: 0.3,
    },
    {
      title: { en: 'Rows share the layers', fr: 'Les rangées se partagent les couches' },
      text: {
        en: 'One replica’s layers are dealt out to {pipeline} rows. What the first row has worked out goes to the second, and so on: a pipeline. So that no row stands idle, the text is cut into microbatches that follow each other.',
        fr: 'Les couches d’une réplique sont réparties sur {pipeline} rangées. Ce que la première a calculé passe à la deuxième, et ainsi de suite : un pipeline. Pour qu’aucune rangée ne chôme, le texte est découpé en micro-lots qui se suivent.',
      },
      notes: {
        en: 'An assembly line: each row does its layers and passes on. Ask why one does not send the whole batch through at once. The answer is in the picture: all rows but one would stand idle.',
        fr: 'Une chaîne de montage : chaque rangée fait ses couches et transmet. Demandez pourquoi on n’envoie pas tout le lot d’un coup. La réponse est dans l’image : toutes les rangées sauf une attendraient.',
      },
      state: { ...still, view: { at: 'b1/h1' } },
      moment: 0.02,
    },
    {
      title: { en: 'Forward', fr: 'Vers l’avant' },
      text: {
        en: 'Cyan: the rows compute forward, guessing each next token. What they will need on the way back they keep in memory.',
        fr: 'Cyan : les rangées calculent vers l’avant et devinent chaque jeton suivant. Ce dont elles auront besoin au retour, elles le gardent en mémoire.',
      },
      notes: {
        en: 'Cyan fills upwards in each row. Forward needs memory as well as time: what is computed here is needed again on the way back. Show the layer of light named memory if someone asks how full the chips are.',
        fr: 'Le cyan remplit chaque rangée vers le haut. L’avant demande de la mémoire autant que du temps : ce qui est calculé ici resservira au retour. Si l’on demande à quel point les puces sont pleines, montrez la lumière nommée mémoire.',
      },
      state: { ...still, view: { at: 'b1/h1' } },
      moment: 0.06,
    },
    {
      title: { en: 'Chips share every layer', fr: 'Les puces se partagent chaque couche' },
      text: {
        en: 'Inside an UltraServer {tensor} of the time goes into adding up what {tensorChips} chips have each worked out. Blue: partial sums run round the rings of the torus.',
        fr: 'Dans un UltraServer, {tensor} du temps sert à additionner ce que {tensorChips} puces ont chacune calculé. En bleu : les sommes partielles parcourent les anneaux du tore.',
      },
      notes: {
        en: 'One layer is too big for one chip in reasonable time, so its matrices are cut. The price is that the pieces must be added after every layer. This is the traffic that decides how large such a group may be.',
        fr: 'Une couche est trop grosse pour une seule puce en un temps raisonnable ; ses matrices sont donc coupées. Le prix : il faut additionner les morceaux après chaque couche. C’est ce trafic qui décide de la taille d’un tel groupe.',
      },
      state: { ...still, view: { at: ULTRASERVER } },
      moment: 0.3,
      seconds: 4,
    },
    {
      title: { en: 'A core multiplies', fr: 'Un cœur multiplie' },
      text: {
        en: 'In the end it all comes down to this: a tile of a matrix is loaded from memory, multiplied in a grid of multipliers, and the sums are collected. Eight such cores a chip.',
        fr: 'Au bout du compte, tout se ramène à ceci : une tuile de matrice est chargée depuis la mémoire, multipliée dans une grille de multiplieurs, et les sommes sont recueillies. Huit cœurs de ce genre par puce.',
      },
      notes: {
        en: 'A grid of 128 by 128 multipliers; eight of them in a chip. Numbers go in from two sides and sums come out. Everything else in the building is there to keep this grid from waiting.',
        fr: 'Une grille de 128 sur 128 multiplieurs ; huit par puce. Les nombres entrent par deux côtés et les sommes sortent. Tout le reste du bâtiment est là pour que cette grille n’attende pas.',
      },
      state: { ...still, view: { at: `${ULTRASERVER}/s2/t5/c1/n1` } },
      moment: 0.3,
      seconds: 4,
      facts: ['trainium2.more.Tensor engine rows and columns', 'trainium2.more.NeuronCores'],
    },
    {
      title: { en: 'From stage to stage', fr: 'D’étage en étage' },
      text: {
        en: 'A microbatch that is done leaves the row by EFA, the yellow cables, and enters the next. It is small beside what moves inside the UltraServers.',
        fr: 'Un micro-lot achevé quitte la rangée par EFA, les câbles jaunes, et entre dans la suivante. C’est peu à côté de ce qui circule dans les UltraServers.',
      },
      notes: {
        en: 'What goes over the yellow cables is one microbatch of activations, not the weights. It is sent while the next one is computed, so most of it costs no time at all.',
        fr: 'Ce qui passe par les câbles jaunes est un micro-lot d’activations, pas les poids. Il part pendant que le suivant est calculé ; la plus grande part ne coûte donc aucun temps.',
      },
      state: { ...still, view: { at: 'b1/h1/r4' } },
      moment: 0.35,
      seconds: 4,
      facts: ['network.efa.chip'],
    },
    {
      title: { en: 'Backward', fr: 'Vers l’arrière' },
      text: {
        en: 'Violet: from the last row back to the first, each asks of its weights how much they were to blame for the error. That is about twice the work of forward, and rows alternate between the two as microbatches pass each other.',
        fr: 'Violet : de la dernière rangée à la première, chacune demande à ses poids leur part dans l’erreur. C’est environ deux fois le travail de l’avant, et les rangées alternent entre les deux quand les micro-lots se croisent.',
      },
      notes: {
        en: 'Violet fills downwards. Backward is about twice the work, because each weight needs two products: one to pass the error on, one for its own correction. Scrub slowly: the alternation of the two colours is the schedule.',
        fr: 'Le violet remplit vers le bas. L’arrière est environ deux fois plus de travail, car chaque poids demande deux produits : un pour transmettre l’erreur, un pour sa propre correction. Déplacez le curseur lentement : l’alternance des deux couleurs est l’ordonnancement.',
      },
      state: { ...still, view: { at: 'b1/h1' } },
      moment: 0.5,
      seconds: 3,
    },
    {
      title: { en: 'All replicas agree', fr: 'Toutes les répliques s’accordent' },
      text: {
        en: 'The microbatches are through. Now all {data} replicas add up their gradients across the campus, the one moment at which everything speaks with everything. It takes {exchange} of the step that nothing else hides.',
        fr: 'Les micro-lots sont passés. Maintenant, les {data} répliques additionnent leurs gradients à travers le campus, le seul moment où tout parle avec tout. Cela prend {exchange} de l’étape que rien d’autre ne masque.',
      },
      notes: {
        en: 'The only moment when the whole campus talks. One slow chip holds everybody up here. Most of this exchange hides behind the last backward passes; what you see is what is left over.',
        fr: 'Le seul moment où tout le campus se parle. Une seule puce lente y retarde tout le monde. La plus grande part de cet échange se cache derrière les dernières passes arrière ; ce que vous voyez est ce qui reste.',
      },
      state: still,
      moment: 0.985,
      seconds: 4,
    },
    {
      title: { en: 'The weights change', fr: 'Les poids changent' },
      text: {
        en: 'The optimizer moves every weight a little, {optimizer} of the step, and the next batch is already waiting. A training run repeats this again and again.',
        fr: 'L’optimiseur déplace un peu chaque poids, {optimizer} de l’étape, et le lot suivant attend déjà. Un entraînement répète cela encore et encore.',
      },
      notes: {
        en: 'The shortest part of the step is the point of it. Then the same again: nothing here is remembered but the weights. Ask what must be kept safe if the power fails now.',
        fr: 'La partie la plus courte de l’étape en est le but. Puis tout recommence : rien n’est retenu ici, sauf les poids. Demandez ce qu’il faut avoir sauvé si le courant manque maintenant.',
      },
      state: { time: { playing: true } },
      moment: 0.995,
    },
  ],
};
