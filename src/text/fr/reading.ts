import type { reading as english } from '../en/reading.ts';

export const reading: Readonly<Record<keyof typeof english, string>> = {
  'reading.sources.lead':
    'Chaque chiffre sur le projet Rainier et ses machines que ce site utilise : ce qu’il est, qui le dit, et la confiance qu’il mérite.',
  'reading.find': 'Chercher',
  'reading.found': 'Chiffres : {count}',
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
};
