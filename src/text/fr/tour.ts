import type { tour as english } from '../en/tour.ts';

export const tour: Readonly<Record<keyof typeof english, string>> = {
  'tool.tours': 'Visites',
  'tour.choose': 'Choisir une visite',
  'tour.start.rainier':
    'Au cœur du projet Rainier : ce qui s’y trouve, comment cela marche, ce qu’il faut. Quinze pas.',
  'tour.start.step': 'Une étape d’entraînement en dix images : du texte aux poids changés.',
  'tour.lesson': 'Une leçon pour une classe : 45 minutes, trois prédictions à vérifier.',
  'tour.own':
    'Une visite est un fichier que chacun peut écrire : déposez-le sur la page, ou placez-le à côté de ce site et ouvrez-le avec tour= dans l’adresse.',
  'tour.label': 'Visite : {title}',
  'tour.place': 'Pas {step} sur {steps}',
  'tour.next': 'Pas suivant',
  'tour.back': 'Pas précédent',
  'tour.close': 'Quitter la visite',
  'tour.scrub': 'Pas de la visite',
  'tour.facts': 'Sur quoi cela repose',
};
