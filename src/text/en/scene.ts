/** What is written in the picture: few words, beside the thing they name. */
export const scene = {
  'scene.hub': 'Fabric',
  'scene.hub.line': 'gradients meet, are summed, go back',
  'scene.plot': 'Plot',
  'scene.plot.line': '30 planned in all',
  'scene.handlers': 'Air handlers',
  'scene.handlers.line': 'outside air; schematic',
  'scene.network': 'Network row',
  'scene.network.line': 'EFA from every row to all others',
  'scene.efa': 'EFA',
  'scene.efa.line': '16 cables a server, up to the fabric',
  'scene.forward': 'Forward',
  'scene.backward': 'Backward',
  'scene.optimizer': 'Optimizer',
  'scene.waiting': 'Waiting',
  'scene.stage': 'stage {stage}',
  'scene.stage.microbatch': 'stage {stage}, microbatch {microbatch}',
} as const;
