import type { inspector as english } from '../en/inspector.ts';

export const inspector: Readonly<Record<keyof typeof english, string>> = {
  'is.campus':
    'Des bâtiments sur un même site près de New Carlisle, dans l’Indiana. Plan des parcelles : schématique.',
  'is.building':
    'Un centre de données de {halls} salles, refroidi à l’air extérieur. Taille tirée de plans publics ; l’intérieur est schématique.',
  'is.hall': '{rows} rangées de baies et une rangée réseau. Plan : schématique.',
  'is.row':
    '{filled} UltraServers côte à côte, sur {positions} emplacements. Les câbles EFA jaunes partent au-dessus des baies.',
  'is.ultraserver':
    'Deux baies, quatre serveurs, 64 puces, reliés par 192 liens NeuronLink en un tore 4×4×4.',
  'is.server':
    'Seize puces dans huit tiroirs et un tiroir de tête avec les processeurs hôtes ; à lui seul un tore 4×4.',
  'is.tray': 'Un tiroir avec deux puces Trainium2, leur mémoire et leurs liens. Lesquelles : déduit.',
  'is.head': 'Un tiroir avec les processeurs hôtes du serveur, sans puce Trainium2.',
  'is.chip':
    'Deux puces de calcul avec huit NeuronCores, quatre piles de mémoire. Agencement intérieur : schématique.',
  'is.core':
    'Un moteur tensoriel, un vectoriel, un scalaire et un GPSIMD autour de 28 Mio de SBUF. Agencement intérieur : schématique.',
  'inspect.label': 'Lieu',
  'inspect.now': 'En ce moment',
  'load.label': 'Sa charge au fil de l’étape',
  'load.explain':
    'Celle de sa puce moyenne, partie par partie de l’étape. Le trait marque l’instant présent.',
  'load.work': 'Calcule',
  'load.told': 'en moyenne {mean}, au plus {most}',
  'inspect.rank': 'Sa part du travail',
  'inspect.facts': 'Ce que l’on sait',
  'inspect.none': 'Hors de ce travail.',
  'inspect.none.some': '{count} de ses {all} puces sont hors de ce travail.',
  'inspect.head': 'Aucun rang du travail ne se trouve sur un tiroir de tête.',
  'inspect.unplaced': 'Aucune salle n’est connue pour cette grappe ; ses puces n’ont donc pas de lieu.',
  'inspect.fault.straggler': 'La ralentir',
  'inspect.fault.chip': 'L’arrêter',
  'inspect.mend': 'La réparer',
  'inspect.still': 'À l’arrêt : une puce de sa réplique est morte.',
  'inspect.goIn': 'Y aller',
  'inspect.up': 'Remonter à {place}',
  'inspect.chips': 'Puces',
  'inspect.stage': 'Étage du pipeline',
  'inspect.stages': 'Étages du pipeline',
  'inspect.of': '{number} sur {all}',
  'inspect.range': '{first}–{last} sur {all}',
  'inspect.some': '{count} sur {all}',
  'inspect.phase': 'Phase',
  'inspect.phase.done': '{phase}, fait à {share}',
  'inspect.microbatch': 'Micro-lot',
  'inspect.layer': 'Couche',
  'inspect.operator': 'Opérateur',
  'inspect.collective': 'Collective',
  'inspect.traffic': 'Trafic',
  'inspect.traffic.line': '{what}, {rate} par puce via {wire}',
  'inspect.quiet': 'aucun',
  'inspect.cited': 'Source :',
  'inspect.source': 'Source',
  'inspect.torus': 'Place dans le tore',
  'confidence.high': 'élevée',
  'confidence.medium': 'moyenne',
  'confidence.low': 'faible',
  'confidence.assumed': 'supposé',
  'confidence.label': 'Confiance : {level}',
  'source.position': 'Supposé : rien n’est public.',
};
