import type { glossary as english } from '../en/glossary.ts';

export const glossary: Readonly<Record<keyof typeof english, string>> = {
  'term.mfu': 'MFU',
  'means.mfu':
    'Utilisation des FLOP du modèle : l’arithmétique dont le modèle a besoin, rapportée à ce que les puces pourraient faire à leur crête publiée dans le même temps.',
  'term.tensor': 'tensoriel',
  'means.tensor':
    'Parallélisme tensoriel : chaque matrice est découpée sur ce nombre de puces, qui échangent des résultats à chaque couche.',
  'term.pipeline': 'pipeline',
  'means.pipeline':
    'Parallélisme de pipeline : les couches sont découpées en ce nombre d’étages ; un micro-lot passe d’étage en étage.',
  'term.virtual': 'étages virtuels',
  'means.virtual':
    'Chaque étage tient ce nombre de paquets de couches séparés ; un micro-lot y repasse plus souvent et les étages attendent moins.',
  'term.data': 'données',
  'means.data':
    'Parallélisme de données : ce nombre de copies (répliques) du modèle s’entraînent chacune sur sa part du lot et font la moyenne de leurs gradients.',
  'term.expert': 'experts',
  'means.expert':
    'Parallélisme d’experts : les experts d’une couche mixte sont répartis sur ce nombre de répliques ; les jetons voyagent vers eux. 1 pour les modèles sans experts.',
  'term.context': 'contexte',
  'means.context':
    'Parallélisme de contexte : chaque séquence est découpée sur ce nombre de puces, qui se passent clés et valeurs.',
  'term.expertTensor': 'tensoriel des experts',
  'means.expertTensor': 'Sur combien de puces d’un groupe tensoriel les matrices d’un expert sont découpées.',
  'term.precision': 'format des nombres',
  'means.precision':
    'Le format des nombres dans lequel les matrices sont multipliées. Moins de bits vont plus vite là où la puce a des unités pour eux, et gardent moins de chiffres.',
  'term.recompute': 'recalcul',
  'means.recompute':
    'Les activations sont jetées à l’aller et recalculées au retour : moins de mémoire, plus d’arithmétique.',
  'term.zero': 'partage',
  'means.zero':
    'Ce que les répliques se partagent au lieu d’en garder chacune une copie (ZeRO) : état de l’optimiseur, gradients, poids.',
  'term.schedule': 'ordonnancement',
  'means.schedule':
    'L’ordre dans lequel un étage fait ses passes avant et arrière. 1F1B alterne une de chaque dès que le pipeline est plein.',
  'term.microbatch': 'micro-lot',
  'means.microbatch':
    'Les quelques séquences qui traversent ensemble le pipeline. Beaucoup de micro-lots font un lot.',
  'term.sequence': 'longueur de séquence',
  'means.sequence': 'Jetons de texte d’un exemple d’entraînement. Un jeton est un mot ou un morceau de mot.',
  'term.globalBatch': 'lot global',
  'means.globalBatch':
    'Séquences dont toutes les répliques apprennent ensemble en une étape, avant que les poids changent une fois.',
  'term.bubble': 'bulle',
  'means.bubble':
    'Temps pendant lequel un étage du pipeline n’a rien à faire, parce que son travail n’est pas encore arrivé.',
  'term.step': 'Étape',
  'means.step':
    'Une mise à jour des poids : avant et arrière sur un lot entier, moyenne des gradients, optimiseur.',
  'term.neuronLink': 'NeuronLink',
  'means.neuronLink':
    'Les liens de cuivre bleus entre les 64 puces d’un UltraServer : rapides et courts (scale-up).',
  'term.efa': 'EFA',
  'means.efa':
    'Elastic Fabric Adapter : le réseau entre UltraServers, Ethernet avec un protocole d’AWS (scale-out).',
  'term.forward': 'avant',
  'means.forward': 'La passe qui change le texte en prédictions, couche par couche.',
  'term.backward': 'arrière',
  'means.backward':
    'La passe qui trouve, de la dernière couche à la première, comment chaque poids devrait changer (son gradient).',
  'term.optimizer': 'optimiseur',
  'means.optimizer': 'La mise à jour de chaque poids par son gradient moyen (Adam).',
  'term.ultraserver': 'UltraServer',
  'means.ultraserver':
    'Quatre serveurs en deux baies dont les 64 puces sont câblées comme une seule machine.',
  'term.torus': 'tore',
  'means.torus': 'Une grille dont les bouts sont joints : chaque ligne de puces se ferme en anneau.',
  'term.limits': 'Ce qui la limite',
  'means.limits':
    'Le calcul, sauf si une autre part du chemin critique prend un quart de l’étape, ou plus que lui : c’est alors elle qui est nommée, car une meilleure répartition ou des liens plus rapides peuvent la regagner. Le chemin critique est la chaîne de travail que rien ne raccourcit, sinon des maillons plus rapides.',
  'term.evidence': 'Quelle confiance',
  'means.evidence':
    'Validé : comparé à des entraînements publiés sur ce genre de puce. Transposé : le même modèle, comparé sur d’autres puces. Supposé : rien de publié à quoi comparer.',
  'term.replica': 'Réplique',
  'means.replica': 'Une copie entière du modèle, répartie sur de nombreuses puces.',
  'term.rank': 'Rang tensoriel',
  'means.rank': 'Quelle tranche de chaque matrice cette puce détient.',
};
