import type { reading as english } from '../en/reading.ts';

export const reading: Readonly<Record<keyof typeof english, string>> = {
  'reading.licences': 'Licences',
  'licences.own': 'Le code de ce site est sous licence MIT, ses textes sous CC BY 4.0.',
  'licences.lead':
    'Ce dont il est fait par ailleurs, {count} paquets, chacun avec sa licence telle que ses auteurs l’ont écrite :',
  'licences.unshipped':
    'Le paquet ne contient pas le texte de sa licence\u202f; voici celui de la licence qu’il nomme, avec les auteurs qu’il nomme.',
  'reading.sources.lead':
    'Chaque chiffre sur le projet Rainier et ses machines que ce site utilise : ce qu’il est, qui le dit, et la confiance qu’il mérite.',
  'notices.reload': 'Recharger',
  'reading.find': 'Chercher',
  'reading.found': 'Chiffres : {count}',
  'reading.level': '{level} : {means}',
  'reading.what': 'Quoi',
  'reading.value': 'Valeur',
  'reading.confidence': 'Confiance',
  'subject.campus': 'Campus',
  'subject.campusStates': 'Le campus à trois dates',
  'subject.ultraserver': 'UltraServer',
  'subject.server': 'Serveur',
  'subject.trainium2': 'Trainium2',
  'subject.trainium1': 'Trainium1',
  'subject.trainium3': 'Trainium3',
  'subject.network': 'Réseaux',
  'subject.software': 'Logiciel',
  'subject.reliability': 'Pannes',
  'subject.energy': 'Énergie et eau',
  'subject.climate': 'Air extérieur',
  'subject.story': 'Qui et pour quoi',
  'confidence.high.means': 'le constructeur le dit, ou deux sources indépendantes',
  'confidence.medium.means': 'une bonne source, ou une déduction solide',
  'confidence.low.means': 'une seule source faible',
  'confidence.assumed.means': 'rien n’est public : un choix fait ici',
  'reading.validation.lead':
    'Chaque entraînement publié que l’on a pu trouver a été simulé avec son modèle, ses puces et sa répartition. Un point sur la ligne du milieu est prédit exactement ; les lignes extérieures sont à 10 %. Les constantes sont peu nombreuses par type de puce, et ajustées à tous ses entraînements ensemble.',
  'reading.validation.trainium':
    'Aucune étape d’entraînement sur Trainium2 n’a été publiée. Ce qui est montré pour elle est transposé des autres puces.',
  'reading.validation.seconds': 'secondes :',
  'reading.validation.bytes': 'octets :',
  'reading.validation.stack': 'Logiciel',
  'reading.validation.table': 'Erreurs par série d’entraînements',
  'reading.validation.set': 'Entraînements',
  'reading.validation.runs': 'Nombre',
  'reading.validation.mean': 'Erreur moyenne',
  'reading.validation.largest': 'La plus grande',
  'reading.validation.within': 'À moins de 15 %',
  'reading.validation.measured': 'mesuré',
  'reading.validation.predicted': 'prédit',
  'reading.validation.plot':
    '{count} entraînements avec {stack}, prédit contre mesuré : erreur moyenne {mean}',
};
