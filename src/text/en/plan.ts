/** Names on the floorplan. */
export const plan = {
  'plan.label': 'Floorplan of {place}',
  'plan.out': 'Go out to {place}',
  'plan.struck': '{place}, with a fault',
  'plan.noWebgl': 'No WebGL2 here: a floorplan.',
  'plan.flat': 'Floorplan',
  'plan.hbm': 'HBM',
  'plan.tensor': 'Tensor engine',
  'plan.vector': 'Vector',
  'plan.scalar': 'Scalar',
  'plan.gpsimd': 'GPSIMD',
  'plan.sbuf': 'SBUF',
  'plan.psum': 'PSUM',
  'plan.host': 'Host',
  'plan.fabric': 'Fabric',
} as const;
