import type { results as english } from '../en/results.ts';

export const results: Readonly<Record<keyof typeof english, string>> = {
  'results.label': 'Chiffres de l’étape',
  'results.step': 'Durée de l’étape',
  'results.mfu': 'MFU',
  'results.tokens': 'Jetons par seconde',
  'results.model': '{parameters} de paramètres. {tokens} de jetons par étape.',
  'results.chips': '{used} puces sur {all} travaillent',
  'results.breakdown': 'Où passe le temps',
  'results.part': 'Part',
  'results.seconds': 'Temps',
  'results.share': 'Proportion',
  'results.memory': 'Mémoire de la puce la plus pleine',
  'results.memory.fits': 'Tient : {used} sur {capacity}.',
  'results.memory.not': 'Ne tient pas : {over} de trop pour {capacity}, surtout {what}.',
  'results.power': 'Puissance',
  'results.power.chips': 'puces',
  'results.power.it': 'équipement informatique',
  'results.power.facility': 'site',
  'energy.label': 'Énergie',
  'energy.scope': 'Périmètre',
  'energy.step': 'Une étape',
  'energy.run': 'En tout',
  'energy.trillion': 'Mille milliards de jetons',
  'energy.chips': 'puces : modélisé, à pleine charge',
  'energy.it': 'équipement informatique : rapport supposé',
  'energy.facility': 'site : rapport supposé',
  'energy.why':
    'Modélisé comme des puces à pleine charge pendant tout le temps. Ce qui les entoure est supposé dans la proportion connue de Trainium2.',
  'energy.noRun':
    'Aucun entraînement complet n’est prévu (Scénario, L’entraînement complet) : ce sont donc mille milliards de jetons.',
  'results.bytes': 'Taille',
  'results.evidence.validated': 'Validé sur des entraînements publiés',
  'results.evidence.transferred': 'Transposé d’autres puces',
  'results.evidence.assumed': 'Supposé : rien à quoi comparer',
  'results.evidence.band': 'étape entre {low} et {high}',

  'compare.label': 'A et B comparés',
  'compare.keep': 'Garder comme A pour comparer',
  'compare.keep.again': 'Garder ceci comme A',
  'compare.drop': 'Oublier A',
  'compare.kept': 'Cette étape est A. Changez le scénario, et la nouvelle étape lui sera comparée.',
  'compare.energy': 'Énergie par jeton',
  'compare.tokens': 'Jetons par étape',
  'compare.batch':
    'Une étape de B traite {ratio} fois les jetons de A : ce sont les jetons par seconde qui disent laquelle est la plus rapide.',
  'compare.most': 'Ce qui diffère le plus : {term}, {seconds} par étape.',
  'compare.term.work': 'FLOP par puce',
  'compare.term.recompute': 'Recalcul',
  'compare.term.peak': 'Crête de la puce',
  'compare.term.efficiency': 'Rendement',
  'compare.term.traffic': 'Trafic mémoire',
  'compare.term.host': 'Hôte',
  'compare.term.bubble': 'Bulle',
  'compare.term.tensor': 'Tenseur',
  'compare.term.context': 'Contexte',
  'compare.term.expert': 'Experts',
  'compare.term.pipeline': 'D’étage en étage',
  'compare.term.data': 'Gradients',
  'compare.term.optimizer': 'Optimiseur',

  'part.compute': 'Calcul',
  'part.bubble': 'Bulle du pipeline',
  'part.tensor': 'Collectives tensorielles',
  'part.context': 'Échange de contexte',
  'part.expert': 'All-to-all des experts',
  'part.pipeline': 'D’étage en étage',
  'part.data': 'Gradients',
  'part.optimizer': 'Optimiseur',

  'limit.compute':
    'L’arithmétique : les puces calculent pendant {share} de l’étape ; des puces plus rapides ou plus nombreuses aideraient le plus.',
  'limit.bubble':
    'La bulle du pipeline : les étages s’attendent pendant {share} de l’étape ; plus de micro-lots ou moins d’étages aideraient.',
  'limit.tensor':
    'Les collectives tensorielles : les puces attendent NeuronLink pendant {share} de l’étape ; des groupes tensoriels plus petits ou des liens plus rapides aideraient.',
  'limit.context':
    'L’échange de contexte : les puces attendent clés et valeurs pendant {share} de l’étape ; moins de contexte ou des liens plus rapides aideraient.',
  'limit.expert':
    'L’all-to-all des experts : les jetons voyagent vers leurs experts pendant {share} de l’étape ; des experts plus proches ou des liens plus rapides aideraient.',
  'limit.pipeline':
    'Les messages d’étage en étage : ils prennent {share} de l’étape ; moins d’étages ou un réseau plus rapide aideraient.',
  'limit.data':
    'Les gradients : le réseau en fait la moyenne pendant {share} de l’étape que le calcul ne masque pas ; un lot plus grand ou un réseau plus rapide aiderait.',
  'limit.optimizer':
    'L’optimiseur : la mise à jour des poids prend {share} de l’étape ; le partager entre plus de répliques ou un lot plus grand aiderait.',
  'limit.rate': 'Pendant qu’elles calculent, les puces atteignent {rate} de leur crête.',
  'limit.memory':
    'La mémoire : cette répartition ne tient pas sur les puces ; les temps sont ceux qu’elle aurait si elle tenait.',

  'store.parameters': 'poids',
  'store.gradients': 'gradients',
  'store.optimizer': 'état de l’optimiseur',
  'store.activations': 'activations',
  'store.other': 'tampons et divers',

  'because.published':
    'confronté à {rows} étapes publiées de modèles {models} sur {chip}, erreur moyenne {mean}',
  'because.few': 'moins de huit étapes de modèles {models} sur {chip} sont publiées',
  'because.fitted':
    'les constantes de {chip} viennent de quatre entraînements publiés, trop peu pour parler de test',
  'because.transferred':
    'aucune étape d’entraînement sur {chip} n’est publiée ; les constantes sont transposées de Trainium1',
  'because.unknown':
    '{chip} n’est pas dans le registre ; ses constantes sont la moyenne de celles d’autres puces',
  'because.otherPeak':
    'cette puce {chip} a une crête BF16 de {own}, celle que l’on connaît {known} : rien de publié ne vaut pour elle',
  'because.otherMemory':
    'cette puce {chip} lit sa mémoire à {own}, celle que l’on connaît à {known} : rien de publié ne vaut pour elle',
  'because.dense': 'denses',
  'because.mixture': 'à experts',
  'faults.stopped': '{still} répliques sur {all} sont à l’arrêt ; l’étape tourne sur les autres',
  'faults.stopped.one': '1 réplique sur {all} est à l’arrêt ; l’étape tourne sur les autres',
  'faults.waiting': 'les répliques saines attendent la plus lente {waiting} avant de réunir leurs gradients',
  'faults.pace': 'toutes les répliques vont au rythme de ce qui est lent, {waiting} de plus',
  'faults.fewer': '{share} de jetons en moins par étape',
  'faults.none': 'rien n’attend ce qui est lent',
};
