import type { plan as english } from '../en/plan.ts';

export const plan: Readonly<Record<keyof typeof english, string>> = {
  'plan.label': 'Plan : {place}',
  'plan.out': 'Remonter à {place}',
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
