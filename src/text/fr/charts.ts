import type { charts as english } from '../en/charts.ts';

export const charts: Readonly<Record<keyof typeof english, string>> = {
  'charts.lead':
    '{model} sur {chips} puces : {seconds} par étape. Chaque graphique est tracé d’après la simulation à l’écran.',
  'charts.svg': 'Télécharger en SVG',
  'charts.csv': 'Télécharger en CSV',
  'charts.table': 'Les chiffres en tableau',
  'charts.walk': 'Parcourir les valeurs',
  'charts.source': 'Inside Project Rainier, simulé : {model} sur {cluster}',
  'charts.assumed': 'modélisé, niveau de preuve : {level}',

  'charts.roofline': 'Roofline d’une puce',
  'charts.roofline.about':
    'Chaque opérateur de l’étape : combien de FLOP il fait par octet de mémoire déplacé, et à quelle vitesse. À gauche de l’arête, la mémoire le retient ; à droite, l’arithmétique. Les opérateurs sans produit ne sont que dans le tableau.',
  'charts.roofline.x': 'FLOP par octet de mémoire',
  'charts.roofline.y': 'FLOP/s d’une puce',
  'charts.roofline.ridge': 'arête {value} FLOP/o',
  'charts.roofline.memory': 'mémoire {rate}',
  'charts.roofline.peak': 'crête {format} {rate}',
  'charts.operator': 'Opérateur',
  'charts.pass': 'Passe',
  'charts.intensity': 'FLOP/o',
  'charts.rate': 'FLOP/s',
  'charts.each': 'Durée d’un',
  'charts.count': 'Nombre',
  'charts.forward': 'avant',
  'charts.backward': 'arrière',

  'charts.memory': 'Mémoire d’une puce par étage du pipeline',
  'charts.memory.about':
    'Ce qui occupe la mémoire d’une puce de chaque étage quand elle est la plus pleine, et ce que la puce possède.',
  'charts.memory.limit': 'HBM {capacity}',
  'charts.stage': 'Étage',
  'charts.total': 'Total',

  'charts.traffic': 'Qui envoie combien à qui',
  'charts.traffic.about':
    'Octets qu’une puce de chaque étage du pipeline envoie pendant l’étape : dans ses groupes, et aux étages voisins.',
  'charts.to.tensor': 'groupe tensoriel',
  'charts.to.context': 'groupe de contexte',
  'charts.to.expert': 'groupe d’experts',
  'charts.to.next': 'étage suivant',
  'charts.to.previous': 'étage d’avant',
  'charts.to.data': 'répliques de données',

  'charts.time': 'Où passe le temps de l’étape',
  'charts.time.about': 'Le chemin critique : les parts font ensemble l’étape.',

  'charts.scaling': 'La même répartition de 64 à 1 048 576 puces',
  'charts.scaling.about':
    'Tenseur, pipeline et experts restent, des répliques s’ajoutent. Forme close de la recherche, sans pannes ni longueur des câbles. La droite est ce que donnerait un passage à l’échelle parfait.',
  'charts.scaling.least': 'Une réplique prend {chips} puces ; il n’y a donc aucun point au-dessous.',
  'charts.scaling.weak': 'le lot grandit avec les puces',
  'charts.scaling.strong': 'le lot reste',
  'charts.scaling.ideal': 'idéal',
  'charts.scaling.wait': 'Calcul en cours…',
  'charts.scaling.none': 'Cette répartition n’a pas de forme close.',
  'charts.scaling.x': 'puces au travail',
  'charts.scaling.y': 'jetons par seconde',
  'charts.scaling.kind': 'Lot',
  'charts.scaling.batch': 'Échantillons par étape',
  'charts.scaling.share': 'De l’idéal',
};
