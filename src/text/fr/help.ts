import type { help as english } from '../en/help.ts';

export const help: Readonly<Record<keyof typeof english, string>> = {
  'about.title': 'Au cœur du projet Rainier',
  'about.what':
    'Une étape d’entraînement d’un modèle de langage, simulée dans votre navigateur et dessinée d’un campus de 2 km à un cœur de 5 mm. Chaque lumière et chaque chiffre est lu dans cette simulation.',
  'about.independent': 'Ce projet est indépendant d’AWS et d’Anthropic ; ni l’une ni l’autre ne l’a relu.',
  'about.facts':
    'Faits connus publiquement au {date}. Chaque chiffre nomme sa source et la confiance qu’il mérite.',
  'about.schematic':
    'Schématique : le plan des parcelles et des salles, le chemin des câbles, et tout ce qui se trouve dans un tiroir, une puce et un cœur. Supposé : les emplacements occupés d’une rangée et le lot par défaut.',
  'about.licence': 'Code : licence MIT. Textes : CC BY 4.0.',
  'about.close': 'Fermer',
  'help.title': 'Touches',
  'help.tab': 'parcourir toute la page',
  'help.goto': 'aller à une adresse, une chose, un mot, une visite ou un chiffre',
  'help.enter': 'ouvrir le lieu ou actionner le bouton ciblé',
  'help.arrows': 'sur la frise : un centième d’étape en arrière ou en avant ; avec Maj un dixième',
  'help.homeEnd': 'sur la frise : début et fin de l’étape',
  'help.escape': 'fermer une explication ou cette fenêtre',
  'help.scene':
    'dans l’image en 3D : glisser tourne, glisser à droite déplace, molette ou pincement rapproche ; un clic sélectionne, un double clic voyage. Les flèches tournent, plus et moins zooment, 1 à 8 changent de niveau, Début revient à la vue composée ; Entrée choisit un lieu à l’intérieur, les flèches vont alors à ses voisins, Entrée y entre, Échap en sort',
};
