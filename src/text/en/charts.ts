/** The charts of a step. */
export const charts = {
  'charts.lead':
    '{model} on {chips} chips: {seconds} a step. Every chart is drawn from the simulation on the screen.',
  'charts.svg': 'Download SVG',
  'charts.csv': 'Download CSV',
  'charts.table': 'The numbers as a table',
  'charts.walk': 'Walk through the values',
  'charts.source': 'Inside Project Rainier, simulated: {model} on {cluster}',
  'charts.assumed': 'modelled, evidence: {level}',

  'charts.roofline': 'Roofline of one chip',
  'charts.roofline.about':
    'Each operator of the step: how many FLOPs it does for each byte of memory it moves, and how fast it goes. Left of the ridge memory holds it back, right of it arithmetic. Operators without products are in the table alone.',
  'charts.roofline.x': 'FLOP per byte of memory',
  'charts.roofline.y': 'FLOP/s of one chip',
  'charts.roofline.ridge': 'ridge {value} FLOP/B',
  'charts.roofline.memory': 'memory {rate}',
  'charts.roofline.peak': '{format} peak {rate}',
  'charts.operator': 'Operator',
  'charts.pass': 'Pass',
  'charts.intensity': 'FLOP/B',
  'charts.rate': 'FLOP/s',
  'charts.each': 'Time of one',
  'charts.count': 'Count',
  'charts.forward': 'forward',
  'charts.backward': 'backward',

  'charts.memory': 'Memory of a chip by pipeline stage',
  'charts.memory.about':
    'What lies in the memory of one chip of each stage when it is fullest, against what the chip has.',
  'charts.memory.limit': 'HBM {capacity}',
  'charts.stage': 'Stage',
  'charts.total': 'Total',

  'charts.traffic': 'Who sends how much to whom',
  'charts.traffic.about':
    'Bytes that one chip of each pipeline stage sends in the step: inside its groups, and to the stages beside it.',
  'charts.to.tensor': 'tensor group',
  'charts.to.context': 'context group',
  'charts.to.expert': 'expert group',
  'charts.to.next': 'next stage',
  'charts.to.previous': 'stage before',
  'charts.to.data': 'data replicas',

  'charts.time': 'Where the time of the step goes',
  'charts.time.about': 'The critical path: the parts add up to the step.',

  'charts.scaling': 'The same layout on 64 to 1,048,576 chips',
  'charts.scaling.about':
    'Tensor, pipeline and experts stay, replicas are added. Closed form of the search, without faults and length of cables. The straight line is what perfect scaling would give.',
  'charts.scaling.least': 'One replica takes {chips} chips, so there is no point below them.',
  'charts.scaling.weak': 'batch grows with the chips',
  'charts.scaling.strong': 'batch stays',
  'charts.scaling.ideal': 'ideal',
  'charts.scaling.wait': 'Counting…',
  'charts.scaling.none': 'This layout has no closed form.',
  'charts.scaling.x': 'chips at work',
  'charts.scaling.y': 'tokens a second',
  'charts.scaling.kind': 'Batch',
  'charts.scaling.batch': 'Samples a step',
  'charts.scaling.share': 'Of ideal',
} as const;
