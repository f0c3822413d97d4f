import type { presenter as english } from '../en/presenter.ts';

export const presenter: Readonly<Record<keyof typeof english, string>> = {
  'presenter.title': 'Vue de l’orateur',
  'presenter.notes': 'Notes',
  'presenter.noNotes': 'Ce pas n’a pas de notes.',
  'presenter.aside': 'À l’écran, et ensuite',
  'presenter.onScreen': 'À l’écran',
  'presenter.next': 'Ensuite',
  'presenter.last': 'C’est le dernier pas.',
  'presenter.elapsed': 'Exposé',
  'presenter.onStep': 'Ce pas',
  'presenter.time': 'Heure',
  'presenter.stop': 'Arrêter le chronomètre',
  'presenter.start': 'Lancer le chronomètre',
  'presenter.reset': 'Remettre à 0:00',
  'presenter.smaller': 'Notes plus petites',
  'presenter.larger': 'Notes plus grandes',
  'presenter.waiting': 'En attente de la fenêtre du public…',
  'presenter.lost': 'La fenêtre du public ne répond pas. Elle doit rester ouverte à côté de celle-ci.',
  'presenter.none': 'Aucune visite n’est ouverte. Ouvrez-en une dans la fenêtre du public.',
  'presenter.keys': 'Les flèches, Page préc., Page suiv. et la barre d’espace changent de pas.',
  'help.presenter': 'pendant une visite : notes, pas suivant et chronomètre dans une seconde fenêtre',
};
