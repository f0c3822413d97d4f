import type { takeaway as english } from '../en/takeaway.ts';

export const takeaway: Readonly<Record<keyof typeof english, string>> = {
  'take.lead':
    'Images, films, chiffres et liens de ce que vous voyez, pour vos diapositives, articles et cours. Tout est fabriqué dans ce navigateur ; la page derrière reste telle quelle.',
  'take.what': 'Quoi',
  'take.view': 'La vue présente',
  'take.step': '{step}. {title}',
  'take.preparing': 'Préparation …',
  'take.preview': 'Aperçu : {title}',
  'take.moment': 'Instant de l’étape',
  'take.shape': 'Format',
  'take.shape.own': 'Le vôtre',
  'take.long': 'Grand côté',
  'take.pixels': '{count} pixels',
  'take.width': 'Largeur, pixels',
  'take.height': 'Hauteur, pixels',
  'take.caption': 'Titre, source et date dans l’image',
  'take.names': 'Noms dans l’image',
  'take.cutout': 'Fond transparent',
  'take.as': 'Emporter sous forme de',
  'take.tab.picture': 'Image',
  'take.tab.film': 'Film',
  'take.tab.data': 'Dessins et données',
  'take.tab.link': 'Lien et intégration',

  'take.second': 't = {seconds} d’une étape de {step}',
  'take.save': 'Enregistrer en PNG, {width} × {height}',
  'take.copy': 'Copier l’image',
  'take.copied': 'Copiée : collez-la dans une diapositive.',
  'take.saved': 'Enregistré : {name}, {size}.',
  'take.drawing': 'Dessin : {done}',
  'take.cancel': 'Annuler',
  'take.cancelled': 'Annulé. Rien n’a été enregistré.',
  'take.refused':
    'Ce cadre ne peut pas enregistrer de fichiers : son hôte n’a pas permis les téléchargements. Ouvrez la page elle-même pour emporter ; liens et code peuvent être copiés ici.',

  'take.kind': 'Genre',
  'take.kind.film': 'Film',
  'take.kind.gif': 'GIF animé',
  'take.seconds': 'Durée, secondes',
  'take.rate': 'Images par seconde',
  'take.whole': 'Exactement une étape d’entraînement, pour tourner sans couture',
  'take.speed': 'Secondes simulées par seconde',
  'take.camera': 'Caméra',
  'take.camera.still': 'immobile',
  'take.camera.around': 'se balance autour',
  'take.camera.flight': 'vole jusque-là',
  'take.frames': '{frames} images de {width} × {height}, dessinées une à une.',
  'take.estimate': 'Environ {size}.',
  'take.about.mp4': 'MP4 en H.264 : tous les logiciels de présentation le lisent.',
  'take.about.webm':
    'WebM en VP9 : ce navigateur n’écrit pas de H.264. Les navigateurs et les logiciels récents le lisent ; un autre navigateur écrira peut-être du MP4.',
  'take.about.none': 'Ce navigateur n’écrit ni H.264 ni VP9 ; le GIF animé fonctionne ici.',
  'take.about.gif':
    'Un GIF de 256 couleurs, 960 pixels de côté au plus ; tous les logiciels de présentation le lisent.',
  'take.hasty':
    'À cette vitesse, les rangées changent plus de trois fois par seconde, ce qui peut gêner, et nuire à certains : pour un public, préférez un film plus long ou une vitesse moindre.',
  'take.make.film': 'Fabriquer le film',
  'take.make.gif': 'Fabriquer le GIF',

  'take.charts': 'Graphiques de l’étape, chacun en SVG et en CSV',
};
