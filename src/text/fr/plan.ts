import type { plan as english } from '../en/plan.ts';

export const plan: Readonly<Record<keyof typeof english, string>> = {
  'plan.label': 'Plan : {place}',
  'plan.out': 'Remonter à {place}',
  'plan.struck': '{place}, avec une panne',
  'plan.noWebgl': 'Sans WebGL2 : un plan.',
  'plan.flat': 'Plan',
  'plan.hbm': 'HBM',
  'plan.tensor': 'Moteur tensoriel',
  'plan.vector': 'Vectoriel',
  'plan.scalar': 'Scalaire',
  'plan.gpsimd': 'GPSIMD',
  'plan.sbuf': 'SBUF',
  'plan.psum': 'PSUM',
  'plan.host': 'Hôte',
  'plan.fabric': 'Réseau',
};
