/** The search for layouts. */
export const search = {
  'search.label': 'Find the best layout',
  'search.explain':
    'Tries every size that is automatic above, at the same batch. Sizes you have given stay as they are.',
  'search.start': 'Find the best layout',
  'search.cancel': 'Cancel',
  'search.done': '{count} layouts looked at',
  'search.playing': 'Simulating the best twenty',
  'search.plot': 'Step time against memory of the fullest chip',
  'search.seconds': 'step time',
  'search.memory': 'memory a chip',
  'search.capacity': 'capacity {memory}',
  'search.best': 'Best layouts',
  'search.layout': 'Layout',
  'search.why': 'Why not',
  'search.apply': 'Use {layout}',
  'search.first': 'the fastest found',
  'search.none': 'No layout fits. This one lacks least.',
  'search.estimate': 'estimate',
} as const;
