import type { torus as english } from '../en/torus.ts';

export const torus: Readonly<Record<keyof typeof english, string>> = {
  'torus.label': 'Dimensions du tore',
  'torus.all': 'Toutes',
  'torus.dimension': 'Dimension {axis}',
  'torus.pace.hops':
    'Les liens montrent chaque saut tel que simulé ; moteurs et mémoire, la moyenne des derniers {window}.',
  'torus.pace.mean': 'Lumière des liens et des moteurs : moyenne des derniers {window} de temps simulé.',
  'torus.unfold': 'Déplier',
  'torus.fold': 'Replier',
  'torus.x':
    'X relie les quatre puces d’une rangée de leur serveur : {rings} anneaux, {links} des {all} liens. {inTray} restent dans leur tiroir (déduit), {cables} sont des câbles de tiroir à tiroir.',
  'torus.y':
    'Y relie les quatre rangées d’un serveur : {rings} anneaux, {links} des {all} liens, tous des câbles de tiroir à tiroir.',
  'torus.z':
    'Z relie les puces de même numéro des quatre serveurs : {rings} anneaux, {links} des {all} liens, tous des câbles ; {betweenRacks} passent d’une baie à l’autre.',
  'torus.cube':
    'Les mêmes {chips} puces et {all} liens en cube : X vers la droite, Y vers le fond, Z de serveur en serveur. Chaque ligne de quatre se ferme hors du cube. Schématique, sans échelle.',
  'torus.cube.short': 'Schématique, sans échelle.',
  'torus.name.x': 'Anneau X',
  'torus.name.x.more': '4 puces d’une rangée ; passe dessus',
  'torus.name.y': 'Anneau Y',
  'torus.name.y.more': '4 rangées ; tireté, passe dessous',
  'torus.name.z': 'Anneau Z',
  'torus.name.z.more': '4 serveurs ; pointillé, passe à côté',
};
