/** The search for layouts. */
export const search = {
  'search.label': 'Trouver la meilleure disposition',
  'search.explain':
    'Essaie toutes les tailles automatiques ci-dessus, avec le même lot. Celles que vous avez fixées ne changent pas.',
  'search.start': 'Trouver la meilleure disposition',
  'search.cancel': 'Annuler',
  'search.done': '{count} dispositions examinées',
  'search.playing': 'Simulation des vingt meilleures',
  'search.plot': "Durée de l'étape selon la mémoire de la puce la plus pleine",
  'search.seconds': "durée de l'étape",
  'search.memory': 'mémoire par puce',
  'search.capacity': 'capacité {memory}',
  'search.best': 'Meilleures dispositions',
  'search.layout': 'Disposition',
  'search.why': 'Pourquoi pas',
  'search.apply': 'Utiliser {layout}',
  'search.first': 'la plus rapide trouvée',
  'search.none': 'Aucune disposition ne tient. Il manque le moins à celle-ci.',
  'search.estimate': 'estimation',
} as const;
