import type { scene as english } from '../en/scene.ts';

export const scene: Readonly<Record<keyof typeof english, string>> = {
  'scene.hub': 'Réseau',
  'scene.hub.line': 'les gradients s’y rencontrent, s’additionnent, repartent',
  'scene.plot': 'Parcelle',
  'scene.plot.line': '30 prévues en tout',
  'scene.handlers': 'Centrales de traitement d’air',
  'scene.handlers.line': 'air extérieur ; schématique',
  'scene.network': 'Rangée réseau',
  'scene.network.line': 'EFA de chaque rangée vers toutes les autres',
  'scene.efa': 'EFA',
  'scene.efa.line': '16 câbles par serveur, vers le réseau',
  'scene.forward': 'Avant',
  'scene.backward': 'Arrière',
  'scene.optimizer': 'Optimiseur',
  'scene.waiting': 'Attente',
  'scene.stage': 'étage {stage}',
  'scene.stage.microbatch': 'étage {stage}, micro-lot {microbatch}',
};
