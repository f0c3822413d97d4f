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
      notes: {
        en: 'Begin with the size: the site is about 1,200 acres, nearly five square kilometres. Point out one building; the lights in it are machines at work. Say early what is real and what is ours: the published numbers carry their source on the page, the lights are simulated, and no training step on these chips has been published.',
        fr: 'Commencez par la taille : le site couvre environ 1 200 acres, près de cinq kilomètres carrés. Montrez un bâtiment ; ses lumières sont des machines au travail. Dites d’emblée ce qui est vrai et ce qui est de nous : les chiffres publiés portent leur source sur la page, les lumières sont simulées, et aucune étape d’entraînement sur ces puces n’a été publiée.',
      },
      facts: ['campus.place', 'campus.announced', 'campusStates.0.buildings', 'story.user', 'campus.area'],
    },
    {
      title: { en: 'Three dates', fr: 'Trois dates' },
      text: {
        en: 'The campus grows while you read. Nearly half a million chips were at work on 29 October 2025. By September 2026 estimates see about a million in twice the buildings: that is the picture now. The plan names about thirty buildings. Which one stood first is not public, so their places here are schematic.',
        fr: 'Le campus grandit pendant que vous lisez. Près d’un demi-million de puces travaillaient le 29 octobre 2025. En septembre 2026, on en estime environ un million dans deux fois plus de bâtiments : c’est l’image présente. Le plan en prévoit une trentaine. L’ordre de construction n’est pas public ; leur place est donc schématique ici.',
      },
      notes: {
        en: 'Three dates, three kinds of knowledge. October 2025 is announced by AWS. 2026 is an estimate by analysts: about 910 MW for the machines. The thirty buildings are a plan, and sources count from 16 to 38. If someone asks about cost: 11 billion dollars were announced for a first plan of 16 buildings; analysts now estimate about three times that.',
        fr: 'Trois dates, trois sortes de savoir. Octobre 2025 est annoncé par AWS. 2026 est une estimation d’analystes : environ 910 MW pour les machines. Les trente bâtiments sont un projet, et les sources en comptent de 16 à 38. Si l’on demande le coût : 11 milliards de dollars ont été annoncés pour un premier projet de 16 bâtiments ; les analystes estiment aujourd’hui environ trois fois plus.',
      },
      state: { scenario: { cluster: 'rainier-2026' } },
      facts: [
        'campusStates.0.chips',
        'campusStates.1.chips',
        'campusStates.1.power',
        'campusStates.2.buildings',
        'campus.plannedBuildings',
        'campus.investment',
      ],
    },
    {
      title: { en: 'Half a million, counted', fr: 'Un demi-million, un par un' },
      text: {
        en: 'One hall. Each row holds up to 24 UltraServers of 64 chips, each hall twelve rows, each building four halls: seven buildings make {chips} chips in this job. Every one of them is a point of light here, with its own state. How halls are divided inside is not public; this division is ours.',
        fr: 'Une salle. Chaque rangée compte jusqu’à 24 UltraServers de 64 puces, chaque salle douze rangées, chaque bâtiment quatre salles : sept bâtiments donnent {chips} puces pour ce travail. Chacune est ici un point de lumière, avec son propre état. L’agencement intérieur n’est pas public ; celui-ci est le nôtre.',
      },
      notes: {
        en: 'Let people guess how many chips one row holds before you say it: 24 positions of 64. Zoom with the wheel and stop anywhere: the points turn into racks. Nobody outside AWS knows how a hall is divided; if you are asked, say that this page says so too.',
        fr: 'Faites deviner combien de puces tient une rangée avant de le dire : 24 emplacements de 64. Zoomez à la molette et arrêtez-vous où vous voulez : les points deviennent des baies. Hors d’AWS, personne ne sait comment une salle est divisée ; si l’on vous le demande, dites que cette page le dit aussi.',
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
      notes: {
        en: 'Three numbers are enough here: 667 trillion operations a second in BF16, 96 GiB of memory, 2.9 terabytes a second out of it. Divide the first by the last: the engines wait unless there are about 230 operations to do for every byte. The rest of the tour is about that waiting.',
        fr: 'Trois nombres suffisent ici : 667 mille milliards d’opérations par seconde en BF16, 96 Gio de mémoire, 2,9 téraoctets par seconde qui en sortent. Divisez le premier par le dernier : les moteurs attendent s’il n’y a pas environ 230 opérations à faire par octet. Toute la suite parle de cette attente.',
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
      notes: {
        en: 'Two racks that work as one machine. A chip has four neighbours in its own server and two in the others; links inside a server carry twice as much as those between servers. If someone asks where the third dimension is, press Unfold.',
        fr: 'Deux baies qui font une seule machine. Une puce a quatre voisines dans son serveur et deux dans les autres ; les liens d’un serveur portent deux fois plus que ceux entre serveurs. Si l’on demande où est la troisième dimension, cliquez sur Déplier.',
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
        'ultraserver.racks',
      ],
    },
    {
      title: { en: 'Round the torus', fr: 'Le tour du tore' },
      text: {
        en: 'In every layer the 64 chips each compute a part of the answer, and none can go on before the parts are added. They pass pieces round the rings of the torus, in all three dimensions and both directions at once, each adding its own. This all-reduce takes {tensor} of the whole step’s time.',
        fr: 'Dans chaque couche, les 64 puces calculent chacune une partie du résultat, et aucune ne peut continuer avant que ces parties soient additionnées. Elles font circuler des morceaux sur les anneaux du tore, dans les trois dimensions et les deux sens à la fois, chacune ajoutant le sien. Ces échanges prennent {tensor} du temps de l’étape.',
      },
      notes: {
        en: 'Follow one pulse with your finger, slowly. A hop takes one to two microseconds, so the number of hops matters as much as the size of the cables. Ask: what would twice the cable speed save? Then change it in the scenario and compare.',
        fr: 'Suivez une impulsion du doigt, lentement. Un saut prend une à deux microsecondes : le nombre de sauts compte donc autant que le débit des câbles. Demandez : que ferait gagner un débit double ? Puis changez-le dans le scénario et comparez.',
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
      notes: {
        en: 'Compare: one chip sends 25 GB/s by EFA; one NeuronLink inside its server carries 128 GB/s one way, and the chip has four of them. Distance costs ten times the latency, too: about 15 microseconds instead of one and a half. That is why the heavy traffic stays inside two racks.',
        fr: 'Comparez : une puce envoie 25 Go/s par EFA ; un seul lien NeuronLink dans son serveur porte 128 Go/s dans un sens, et la puce en a quatre. La distance coûte aussi dix fois la latence : environ 15 microsecondes au lieu d’une et demie. Voilà pourquoi le trafic lourd reste dans deux baies.',
      },
      state: { view: { at: 'b1/h1/r4' } },
      seconds: 4,
      facts: [
        'network.efa.chip',
        'network.efa.latency',
        'network.efa.transport',
        'network.fabric.tiers',
        'network.neuronLink.xy',
        'network.neuronLink.latency',
      ],
    },
    {
      title: { en: 'The step as a wave', fr: 'L’étape, une vague' },
      text: {
        en: 'Watch a hall for a while. Microbatches enter at the first row; forward passes run from row to row, backward passes run back, and in between the rows alternate. At the end of the step all replicas add their gradients, the optimizer changes the weights, and the next step begins. One step takes {seconds} here.',
        fr: 'Regardez une salle un moment. Les micro-lots entrent par la première rangée ; les passes avant courent de rangée en rangée, les passes arrière reviennent, et entre les deux les rangées alternent. À la fin de l’étape, toutes les répliques additionnent leurs gradients, l’optimiseur change les poids, et l’étape suivante commence. Une étape dure ici {seconds}.',
      },
      notes: {
        en: 'Say nothing for one whole step and let them look. Then name the three phases: the rows fill, they alternate, they empty. Ask which rows wait longest, and when.',
        fr: 'Ne dites rien pendant une étape entière et laissez regarder. Nommez ensuite les trois phases : les rangées se remplissent, alternent, se vident. Demandez quelles rangées attendent le plus, et quand.',
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
      notes: {
        en: 'Be plain about what this is: a prediction. No utilisation on Trainium2 is public; on its predecessor 28 to 33 % are published. The page shows a band, not a point. What is worth carrying away is the order of the terms, not the last digit.',
        fr: 'Dites clairement ce que c’est : une prévision. Aucun taux d’utilisation n’est public pour Trainium2 ; pour la puce précédente, 28 à 33 % sont publiés. La page montre une fourchette, pas un point. Ce qu’il faut retenir est l’ordre des termes, pas la dernière décimale.',
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
      notes: {
        en: 'The rate comes from Llama 3: 16,384 chips of another make, 466 interruptions in 54 days, one every three hours. How often Trainium2 fails is not public; half a million chips at that rate is an upper bound, because one job need not span them all. To show it, select a chip and make it slow.',
        fr: 'Le taux vient de Llama 3 : 16 384 puces d’une autre marque, 466 interruptions en 54 jours, une toutes les trois heures. On ne sait pas à quelle fréquence Trainium2 tombe ; un demi-million de puces à ce rythme est une borne supérieure, car un travail ne les occupe pas forcément toutes. Pour le montrer, sélectionnez une puce et ralentissez-la.',
      },
      state: { view: { at: 'b1/h1/r4' } },
      seconds: 4,
      facts: [
        'reliability.llama3Interruptions',
        'reliability.llama3Mtbf',
        'reliability.chipMtbf',
        'reliability.recovery',
        'reliability.automaticRecovery',
        'reliability.llama3Chips',
        'reliability.llama3Duration',
      ],
    },
    {
      title: { en: 'Where the rest of it stands', fr: 'Où se trouve le reste' },
      text: {
        en: 'Project Rainier is more than this campus. AWS has named Mississippi; one report names Pennsylvania from an unnamed source. The more than a million chips said to serve Claude are spread over Rainier and other AWS sites, and how the sites are joined is not public.',
        fr: 'Le projet Rainier dépasse ce campus. AWS a nommé le Mississippi ; un article cite la Pennsylvanie, d’une source anonyme. Le million de puces et plus annoncé pour Claude se répartit entre Rainier et d’autres sites d’AWS, et la manière dont ces sites sont reliés n’est pas publique.',
      },
      notes: {
        en: 'A million chips for Claude is not a million chips on this campus: the figure of AWS counts Rainier and other sites, for training and serving. Keep the two apart, because most articles do not.',
        fr: 'Un million de puces pour Claude n’est pas un million de puces sur ce campus : le chiffre d’AWS compte Rainier et d’autres sites, pour l’entraînement et pour le service. Distinguez les deux, car la plupart des articles ne le font pas.',
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
      notes: {
        en: 'Nine trays make a server: eight hold two chips each, one holds none and heads them. Ask what a company that buys each of these parts from another one could not change.',
        fr: 'Neuf tiroirs font un serveur : huit portent deux puces chacun, un n’en porte aucune et les commande. Demandez ce que ne pourrait pas changer une entreprise qui achète chacune de ces pièces à une autre.',
      },
      state: { view: { at: `${ULTRASERVER}/s2/t5` } },
      seconds: 5,
      facts: ['server.chipPairs', 'software.stack', 'story.coDesign', 'server.trays'],
    },
    {
      title: { en: 'Power, air and water', fr: 'Énergie, air et eau' },
      text: {
        en: 'A building draws about 65 MW for its machines. Outside air carries the heat away through most of the year: the mean of January here is −4.5 °C, of July 22.4 °C. Water helps in hot hours, on some days from April to September. AWS says its new design cuts mechanical energy by up to 46 % at peak cooling: that is mechanical energy, not the total. Amazon matches all its electricity with renewable energy over the year; the grid here is mostly fossil. Its nuclear contracts feed other places.',
        fr: 'Un bâtiment demande environ 65 MW pour ses machines. L’air extérieur emporte la chaleur la plus grande partie de l’année : la moyenne de janvier est ici de −4,5 °C, celle de juillet de 22,4 °C. L’eau aide aux heures chaudes, certains jours d’avril à septembre. AWS dit que sa nouvelle conception réduit l’énergie mécanique jusqu’à 46 % au pic de refroidissement : l’énergie mécanique, pas le total. Amazon compense toute son électricité par du renouvelable sur l’année ; le réseau local est surtout fossile. Ses contrats nucléaires alimentent d’autres lieux.',
      },
      notes: {
        en: 'Three figures are often mixed up. 46 % is mechanical energy at the hottest hours, for a new design, not measured here. 100 % renewable is bought over a year for the whole company. And about 85 % of the electricity of Indiana is fossil. All three can be true at once.',
        fr: 'Trois chiffres sont souvent confondus. 46 %, c’est l’énergie mécanique aux heures les plus chaudes, pour une conception nouvelle, non mesurée ici. 100 % renouvelable, c’est un achat annuel pour toute l’entreprise. Et environ 85 % de l’électricité de l’Indiana est fossile. Les trois peuvent être vrais à la fois.',
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
      notes: {
        en: 'More than 2.2 gigawatts are reported for the full campus. The chips are our multiplication: thirty buildings, filled as in 2026. Anthropic and Amazon have said up to 5 gigawatts over ten years, for two generations of the chip and not for this place alone.',
        fr: 'Plus de 2,2 gigawatts sont annoncés pour le campus complet. Les puces sont notre multiplication : trente bâtiments, remplis comme en 2026. Anthropic et Amazon ont parlé de 5 gigawatts au plus sur dix ans, pour deux générations de la puce et pas seulement ici.',
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
      notes: {
        en: 'End with a question rather than a number: what would you do with this much compute? Leave the page open for people to try, and give them the code from Take away, Link: it opens exactly this picture on their phones.',
        fr: 'Finissez par une question plutôt que par un nombre : que feriez-vous d’une telle puissance de calcul ? Laissez la page ouverte pour que chacun essaie, et montrez le code de la fenêtre Emporter, onglet Lien : il ouvre exactement cette image sur les téléphones.',
      },
      state: { time: { playing: true } },
      seconds: 4,
      facts: ['story.fiveTimes', 'story.user'],
    },
  ],
};
