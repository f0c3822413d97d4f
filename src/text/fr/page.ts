import type { page as english } from '../en/page.ts';

export const page: Readonly<Record<keyof typeof english, string>> = {
  'page.skip': 'Aller aux chiffres',
  'page.space': 'Lieu',
  'page.time': 'Moment',
  'page.stage': 'Image du lieu',
  'page.noWebgl':
    'Ce navigateur n’offre pas WebGL2 : un plan remplace l’image en 3D ; lieux, lumières et chiffres sont les mêmes.',
  'page.floorplan': 'Plan : les mêmes lieux, lumières et chiffres qu’en 3D.',
  'page.simulating': 'Simulation d’une étape …',
  'page.dropHere': 'Déposez un config.json ou un scénario n’importe où',

  'tool.panel': 'Chiffres',
  'tool.panel.close': 'Fermer le panneau',
  'tool.share': 'Copier le lien',
  'tool.share.done': 'Lien copié : il ouvre exactement cette image.',
  'tool.share.failed': 'Le navigateur a refusé de copier ; la barre d’adresse contient le même lien.',
  'tool.labels': 'Étiquettes',
  'tool.language': 'Langue',
  'tool.theme': 'Thème',
  'tool.theme.dark': 'Nuit',
  'tool.theme.light': 'Papier',
  'tool.theme.contrast': 'Contraste élevé',
  'tool.view': 'Image',
  'tool.view.auto': '3D, mesurée',
  'tool.view.low': '3D, simple',
  'tool.view.medium': '3D, moyenne',
  'tool.view.high': '3D, complète',
  'tool.view.floorplan': 'Plan',
  'tool.motion': 'Vols entre les lieux',
  'tool.about': 'À propos et aide',
  'tool.goto': 'Aller à',
  'tool.settings': 'Réglages',

  'tab.step': 'Étape',
  'tab.scenario': 'Scénario',
  'tab.place': 'Lieu',

  'notices.label': 'Avis',
  'notices.dismiss': 'Fermer',

  'legend.label': 'Légende',
  'legend.forward': 'avant : se remplit vers le haut',
  'legend.backward': 'arrière : se remplit vers le bas',
  'legend.optimizer': 'optimiseur : lumière uniforme',
  'legend.waiting': 'en attente, ou hors de ce travail',
  'legend.neuronLink': 'NeuronLink : tirets le long de l’anneau',
  'legend.efa': 'EFA : chevrons montants et descendants',

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
  'reading.sources': 'Sources',
  'reading.validation': 'Est-ce juste ?',
  'reading.glossary': 'Glossaire',
  'reading.lesson': 'Une leçon',
  'help.title': 'Touches',
  'help.tab': 'parcourir toute la page',
  'help.enter': 'ouvrir le lieu ou actionner le bouton ciblé',
  'help.arrows': 'sur la frise : un centième d’étape en arrière ou en avant ; avec Maj un dixième',
  'help.homeEnd': 'sur la frise : début et fin de l’étape',
  'help.escape': 'fermer une explication ou cette fenêtre',
  'help.scene':
    'dans l’image en 3D : glisser tourne, glisser à droite déplace, molette ou pincement rapproche ; un clic sélectionne, un double clic voyage. Les flèches tournent, plus et moins zooment, 1 à 8 changent de niveau, Début revient à la vue composée ; Entrée choisit un lieu à l’intérieur, les flèches vont alors à ses voisins, Entrée y entre, Échap en sort',
};
