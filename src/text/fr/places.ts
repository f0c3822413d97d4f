import type { places as english } from '../en/places.ts';

export const places: Readonly<Record<keyof typeof english, string>> = {
  'place.campus': 'Campus',
  'place.building': 'Bâtiment {number}',
  'place.hall': 'Salle {number}',
  'place.row': 'Rangée {number}',
  'place.ultraserver': 'UltraServer {number}',
  'place.server': 'Serveur {number}',
  'place.tray': 'Tiroir {number}',
  'place.head': 'Tiroir de tête',
  'place.chip': 'Puce {number}',
  'place.core': 'NeuronCore {number}',
  'caption.unplaced.title': 'Aucune salle connue',
  'caption.unplaced':
    'On ne sait pas où se trouvent les puces de cette grappe, alors rien n’est dessiné pour elles : la chronologie et les nombres sont ceux de la simulation.',
  'caption.campus.title': 'Une étape, {count} bâtiments',
  'caption.campus.one': 'Une étape, un bâtiment',
  'caption.campus':
    'La même vague traverse tous les bâtiments : les micro-lots avancent, les gradients reviennent, et d’un bâtiment à l’autre on en fait la moyenne.',
  'caption.campus.note':
    'De cette hauteur, les rangées d’une salle sont triées : avant, attente, arrière. De plus près, chacune est à sa place.',
  'states.label': 'Le campus à ses dates',
  'states.rainier-2025': 'Octobre 2025',
  'states.rainier-2026': '2026',
  'states.rainier-plan': 'Projet',
  'caption.building.title': 'Quatre salles, un travail',
  'caption.building':
    'Chaque salle tient une part de chaque étage du pipeline. La lumière bouge là où les puces calculent ; l’ambre part vers le réseau.',
  'caption.hall.title': 'Le pipeline, une vague',
  'caption.hall':
    'Un micro-lot passe de rangée en rangée : l’avant remplit une rangée vers le haut, l’arrière la vide vers le bas.',
  'caption.hall.note':
    'Les messages entre étages durent une fraction de milliseconde ; ils restent dessinés une demi-seconde.',
  'caption.row.title': 'Des répliques côte à côte',
  'caption.row':
    'Les UltraServers d’une rangée font le même travail sur des textes différents, puis font la moyenne de leurs gradients par EFA.',
  'caption.ultraserver.title': 'Soixante-quatre puces comme une seule',
  'caption.ultraserver':
    'Les câbles bleus de NeuronLink ferment des anneaux dans trois directions ; la lumière y court quand les puces échangent leurs parts d’une couche.',
  'caption.tray.title': 'Deux puces dans un tiroir',
  'caption.tray':
    'Chaque puce garde sa tranche des poids dans sa propre mémoire et envoie ses résultats par les liens à l’avant.',
  'caption.head.title': 'Le tiroir qui commande',
  'caption.head':
    'Ici se trouvent les processeurs hôtes d’un serveur, qui lancent son travail ; aucune de ses puces Trainium2.',
  'caption.chip.title': 'Huit cœurs, quatre piles',
  'caption.chip':
    'Les poids arrivent de la mémoire, les cœurs multiplient, les liens portent les résultats aux voisines.',
  'caption.core.title': 'Où les nombres se rencontrent',
  'caption.core':
    'Une grille de 128 × 128 multiplieurs travaille sur des tuiles tenues dans la SBUF, la mémoire à côté d’elle.',
};
