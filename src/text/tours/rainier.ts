import type { Tour } from './tour.ts';

const ULTRASERVER = 'b1/h1/r4/u12';
const CHIP = `${ULTRASERVER}/s2/t5/c1`;

/** Inside Project Rainier: what stands there, how it works, what it needs. */
export const rainier: Tour = {
  version: 1,
  id: 'rainier',
  title: { en: 'Inside Project Rainier', fr: 'Au cœur du projet Rainier' },
  steps: [
    {
      title: { en: 'A field in Indiana', fr: 'Un champ dans l’Indiana' },
      text: {
        en: 'Announced in April 2024 for a site near New Carlisle. In October 2025 seven buildings were at work, and Claude, Anthropic’s model, is trained and served in them. The lights are a training step, simulated in your browser: cyan chips compute forward, violet ones backward.',
        fr: 'Annoncé en avril 2024 pour un site près de New Carlisle. En octobre 2025, sept bâtiments étaient en service ; Claude, le modèle d’Anthropic, y est entraîné et mis à disposition. Les lumières sont une étape d’entraînement simulée dans votre navigateur : en cyan, les puces calculent vers l’avant ; en violet, vers l’arrière.',
      },
      facts: ['campus.place', 'campus.announced', 'campusStates.0.buildings', 'story.user'],
    },
    {
      title: { en: 'Three dates', fr: 'Trois dates' },
      text: {
        en: 'The campus grows while you read. Nearly half a million chips were at work on 29 October 2025. By September 2026 estimates see about a million in twice the buildings: that is the picture now. The plan names about thirty buildings. Which one stood first is not public, so their places here are schematic.',
        fr: 'Le campus grandit pendant que vous lisez. Près d’un demi-million de puces travaillaient le 29 octobre 2025. En septembre 2026, on en estime environ un million dans deux fois plus de bâtiments : c’est l’image présente. Le plan en prévoit une trentaine. L’ordre de construction n’est pas public ; leur place est donc schématique ici.',
      },
      state: { scenario: { cluster: 'rainier-2026' } },
      facts: [
        'campusStates.0.chips',
        'campusStates.1.chips',
        'campusStates.1.power',
        'campusStates.2.buildings',
      ],
    },
    {
      title: { en: 'Half a million, counted', fr: 'Un demi-million, un par un' },
      text: {
        en: 'One hall. Each row holds up to 24 UltraServers of 64 chips, each hall twelve rows, each building four halls: seven buildings make {chips} chips in this job. Every one of them is a point of light here, with its own state. How halls are divided inside is not public; this division is ours.',
        fr: 'Une salle. Chaque rangée compte jusqu’à 24 UltraServers de 64 puces, chaque salle douze rangées, chaque bâtiment quatre salles : sept bâtiments donnent {chips} puces pour ce travail. Chacune est ici un point de lumière, avec son propre état. L’agencement intérieur n’est pas public ; celui-ci est le nôtre.',
      },
      state: { view: { at: 'b1/h1' } },
      facts: ['campusStates.0.chips', 'ultraserver.chips', 'campus.halls', 'campus.rows', 'campus.positions'],
    },
    {
      title: { en: 'Trainium2, opened', fr: 'Trainium2, ouverte' },
      text: {
        en: 'The chip that all of this repeats: two compute dies with eight NeuronCores, between four stacks of memory. Its tensor engines multiply matrices; whatever they multiply must first come out of those stacks, and later travel to the other chips.',
        fr: 'La puce que tout cela répète : deux puces de calcul avec huit NeuronCores, entre quatre piles de mémoire. Ses moteurs tensoriels multiplient des matrices ; ce qu’ils multiplient doit d’abord sortir de ces piles, puis voyager vers les autres puces.',
      },
      state: { view: { at: CHIP } },
      seconds: 5,
      facts: [
        'trainium2.peak.bf16',
        'trainium2.memory',
        'trainium2.memoryBandwidth',
        'trainium2.more.NeuronCores',
        'trainium2.more.Compute dies',
        'trainium2.more.HBM stacks',
      ],
    },
    {
      title: { en: 'The UltraServer and its blue cables', fr: 'L’UltraServer et ses câbles bleus' },
      text: {
        en: 'Four servers, 64 chips, wired so tightly that they work as one: every chip has six neighbours in a torus of 4 × 4 × 4. NeuronLink carries it, and its cables are blue: AWS itself points them out by that colour, and here blue means NeuronLink from the campus to the chip. A tensor group fills exactly one UltraServer here: all 64 chips share every layer.',
        fr: 'Quatre serveurs, 64 puces, câblés si étroitement qu’ils n’en font qu’un : chaque puce a six voisines dans un tore de 4 × 4 × 4. C’est NeuronLink, et ses câbles sont bleus : AWS les désigne elle-même par cette couleur, et ici le bleu veut dire NeuronLink, du campus à la puce. Un groupe tensoriel occupe ici exactement un UltraServer : les 64 puces se partagent chaque couche.',
      },
      state: { view: { at: ULTRASERVER } },
      seconds: 4,
      facts: [
        'ultraserver.chips',
        'ultraserver.torus',
        'ultraserver.cables',
        'story.colourOfCables',
        'network.neuronLink.xy',
        'network.neuronLink.z',
      ],
    },
    {
      title: { en: 'Round the torus', fr: 'Le tour du tore' },
      text: {
        en: 'In every layer the 64 chips each compute a part of the answer, and none can go on before the parts are added. They pass pieces round the rings of the torus, in all three dimensions and both directions at once, each adding its own. This all-reduce takes {tensor} of the whole step’s time.',
        fr: 'Dans chaque couche, les 64 puces calculent chacune une partie du résultat, et aucune ne peut continuer avant que ces parties soient additionnées. Elles font circuler des morceaux sur les anneaux du tore, dans les trois dimensions et les deux sens à la fois, chacune ajoutant le sien. Ces échanges prennent {tensor} du temps de l’étape.',
      },
      state: { view: { at: ULTRASERVER, lens: 'collective' } },
      seconds: 1,
      facts: ['ultraserver.links', 'network.neuronLink.latency', 'software.allReduceInNode'],
    },
    {
      title: { en: 'Between UltraServers: EFA', fr: 'Entre UltraServers : EFA' },
      text: {
        en: 'A row is one stage of the model: its layers live here and nowhere else in the replica. What a stage has computed leaves by the yellow cables, over Ethernet with AWS’s own transport, to the row that holds the next layers. One such link is a fraction of NeuronLink, so only small things travel far: activations between stages, gradients once a step.',
        fr: 'Une rangée est un étage du modèle : ses couches vivent ici et nulle part ailleurs dans la réplique. Ce qu’un étage a calculé part par les câbles jaunes, sur Ethernet avec le transport propre à AWS, vers la rangée des couches suivantes. Un tel lien vaut une fraction de NeuronLink ; seules de petites choses voyagent donc loin : les activations entre étages, les gradients une fois par étape.',
      },
      state: { view: { at: 'b1/h1/r4' } },
      seconds: 4,
      facts: ['network.efa.chip', 'network.efa.latency', 'network.efa.transport', 'network.fabric.tiers'],
    },
    {
      title: { en: 'The step as a wave', fr: 'L’étape, une vague' },
      text: {
        en: 'Watch a hall for a while. Microbatches enter at the first row; forward passes run from row to row, backward passes run back, and in between the rows alternate. At the end of the step all replicas add their gradients, the optimizer changes the weights, and the next step begins. One step takes {seconds} here.',
        fr: 'Regardez une salle un moment. Les micro-lots entrent par la première rangée ; les passes avant courent de rangée en rangée, les passes arrière reviennent, et entre les deux les rangées alternent. À la fin de l’étape, toutes les répliques additionnent leurs gradients, l’optimiseur change les poids, et l’étape suivante commence. Une étape dure ici {seconds}.',
      },
      state: { view: { at: 'b1/h1' }, time: { playing: true } },
      moment: 0,
      seconds: 4,
      facts: ['software.trn2Mfu'],
    },
    {
      title: { en: 'What limits it', fr: 'Ce qui la limite' },
      text: {
        en: 'Of {seconds}, computing takes {compute}. The rest is waiting: {tensor} for the exchanges in the UltraServers, {bubble} in the bubble while the pipeline fills and drains, {exchange} for gradients. That leaves {mfu} of what the chips could do. No step on Trainium2 has been published: this is a prediction carried over from other chips, with a wide band. Change a cable’s speed in the scenario and see what gives.',
        fr: 'Sur {seconds}, le calcul prend {compute}. Le reste est attente : {tensor} pour les échanges dans les UltraServers, {bubble} dans la bulle, quand le pipeline se remplit et se vide, {exchange} pour les gradients. Il reste {mfu} de ce que les puces pourraient faire. Aucune étape sur Trainium2 n’a été publiée : c’est une prévision transposée d’autres puces, avec une large marge. Changez le débit d’un câble dans le scénario et voyez ce qui cède.',
      },
      state: { view: { at: 'b1/h1' }, time: { playing: false } },
      facts: ['software.trn2Mfu', 'software.trn1Gpt3Mfu', 'software.trn1Llama70bMfu'],
    },
    {
      title: { en: 'When a chip fails', fr: 'Quand une puce tombe' },
      text: {
        en: 'Think of one chip of this hall running at half its speed. Its neighbours in the UltraServer wait for it in every layer, its pipeline waits for them, and at the end of the step every replica on the campus waits for that pipeline. With half a million chips something fails every few minutes, if they fail as often as the H100s of Llama 3 did: machines are watched, replaced and started again from checkpoints, without a person.',
        fr: 'Imaginez qu’une puce de cette salle tourne à moitié vitesse. Ses voisines de l’UltraServer l’attendent à chaque couche, son pipeline les attend, et à la fin de l’étape toutes les répliques du campus attendent ce pipeline. Avec un demi-million de puces, quelque chose tombe toutes les quelques minutes, si elles tombent aussi souvent que les H100 de Llama 3 : les machines sont surveillées, remplacées et relancées depuis des points de reprise, sans intervention humaine.',
      },
      state: { view: { at: 'b1/h1/r4' } },
      seconds: 4,
      facts: [
        'reliability.llama3Interruptions',
        'reliability.llama3Mtbf',
        'reliability.chipMtbf',
        'reliability.recovery',
        'reliability.automaticRecovery',
      ],
    },
    {
      title: { en: 'Where the rest of it stands', fr: 'Où se trouve le reste' },
      text: {
        en: 'Project Rainier is more than this campus. AWS has named Mississippi; one report names Pennsylvania from an unnamed source. The more than a million chips said to serve Claude are spread over Rainier and other AWS sites, and how the sites are joined is not public.',
        fr: 'Le projet Rainier dépasse ce campus. AWS a nommé le Mississippi ; un article cite la Pennsylvanie, d’une source anonyme. Le million de puces et plus annoncé pour Claude se répartit entre Rainier et d’autres sites d’AWS, et la manière dont ces sites sont reliés n’est pas publique.',
      },
      seconds: 4,
      facts: ['story.mississippi', 'story.pennsylvania', 'story.claudeChips'],
    },
    {
      title: { en: 'From one hand', fr: 'D’une seule main' },
      text: {
        en: 'AWS designs the chip, the tray, the racks, the network, the buildings and the software that drives them; Anthropic had a say in the chip. Whoever holds all of it can move work to where it is cheapest: put the heaviest traffic on the shortest cables, teach the compiler the torus, replace a tray without asking a supplier. Two chips in a tray that slides out: this is the piece that is replaced.',
        fr: 'AWS conçoit la puce, le tiroir, les baies, le réseau, les bâtiments et le logiciel qui les conduit ; Anthropic a eu son mot à dire sur la puce. Qui tient le tout peut placer le travail là où il coûte le moins : le trafic le plus lourd sur les câbles les plus courts, un compilateur qui connaît le tore, un tiroir remplacé sans attendre un fournisseur. Deux puces dans un tiroir : voilà la pièce que l’on remplace.',
      },
      state: { view: { at: `${ULTRASERVER}/s2/t5` } },
      seconds: 5,
      facts: ['server.chipPairs', 'software.stack', 'story.coDesign'],
    },
    {
      title: { en: 'Power, air and water', fr: 'Énergie, air et eau' },
      text: {
        en: 'A building draws about 65 MW for its machines. Outside air carries the heat away through most of the year: the mean of January here is −4.5 °C, of July 22.4 °C. Water helps in hot hours, on some days from April to September. AWS says its new design cuts mechanical energy by up to 46 % at peak cooling: that is mechanical energy, not the total. Amazon matches all its electricity with renewable energy over the year; the grid here is mostly fossil. Its nuclear contracts feed other places.',
        fr: 'Un bâtiment demande environ 65 MW pour ses machines. L’air extérieur emporte la chaleur la plus grande partie de l’année : la moyenne de janvier est ici de −4,5 °C, celle de juillet de 22,4 °C. L’eau aide aux heures chaudes, certains jours d’avril à septembre. AWS dit que sa nouvelle conception réduit l’énergie mécanique jusqu’à 46 % au pic de refroidissement : l’énergie mécanique, pas le total. Amazon compense toute son électricité par du renouvelable sur l’année ; le réseau local est surtout fossile. Ses contrats nucléaires alimentent d’autres lieux.',
      },
      state: { view: { at: 'b1' } },
      seconds: 4,
      facts: [
        'campus.buildingPower',
        'campus.fullPower',
        'energy.cooling',
        'climate.0',
        'climate.6',
        'energy.waterMonths',
        'energy.mechanical',
        'energy.renewable',
        'energy.localFossil',
        'energy.nuclear',
        'energy.batteries',
      ],
    },
    {
      title: { en: 'Towards two million', fr: 'Vers deux millions' },
      text: {
        en: 'If all thirty buildings of the plan are filled as the first were, {chips} chips stand here and draw more than two gigawatts. That is arithmetic, not an announcement. Zoom in anywhere: each of them is still there.',
        fr: 'Si les trente bâtiments du plan sont remplis comme les premiers, {chips} puces se tiennent ici et demandent plus de deux gigawatts. C’est un calcul, pas une annonce. Zoomez n’importe où : chacune d’elles est toujours là.',
      },
      state: { scenario: { cluster: 'rainier-plan' } },
      seconds: 4,
      facts: ['campus.plannedBuildings', 'campus.fullPower', 'campusStates.2.chips', 'story.next'],
    },
    {
      title: { en: 'What it is for', fr: 'À quoi cela sert' },
      text: {
        en: 'Everything you saw, from the gigawatt to the microsecond, exists to change the weights of a model a little, again and again: {tokens} tokens read in each step. AWS says Anthropic has more than five times the compute here that its earlier models were trained with. What those models will be good for is up to people. Now it is yours: drop a model on the page, move a slider, and see.',
        fr: 'Tout ce que vous avez vu, du gigawatt à la microseconde, sert à changer un peu les poids d’un modèle, encore et encore : {tokens} jetons lus à chaque étape. Selon AWS, Anthropic dispose ici de plus de cinq fois la puissance qui a entraîné ses modèles précédents. À quoi ces modèles serviront, c’est aux humains d’en décider. À vous : déposez un modèle sur la page, bougez un curseur, et regardez.',
      },
      state: { time: { playing: true } },
      seconds: 4,
      facts: ['story.fiveTimes', 'story.user'],
    },
  ],
};
