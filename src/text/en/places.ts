/** Places, what they are, and what they do. */
export const places = {
  'place.campus': 'Campus',
  'place.building': 'Building {number}',
  'place.hall': 'Hall {number}',
  'place.row': 'Row {number}',
  'place.ultraserver': 'UltraServer {number}',
  'place.server': 'Server {number}',
  'place.tray': 'Tray {number}',
  'place.head': 'Head tray',
  'place.chip': 'Chip {number}',
  'place.core': 'NeuronCore {number}',

  'is.campus': 'Buildings on one site near New Carlisle, Indiana. Plan of the plots: schematic.',
  'is.building':
    'A data centre of {halls} halls, cooled by outside air. Size from public plans; its inside is schematic.',
  'is.hall': '{rows} rows of racks and a network row. Plan: schematic.',
  'is.row':
    '{filled} UltraServers side by side, of {positions} positions. Yellow EFA cables leave over the racks.',
  'is.ultraserver': 'Two racks, four servers, 64 chips, joined by 192 NeuronLink links into a 4×4×4 torus.',
  'is.server':
    'Sixteen chips in eight trays and a head tray with the host processors, a 4×4 torus by itself.',
  'is.tray': 'A drawer with two Trainium2 chips, their memory and their links. Which two: inferred.',
  'is.head': 'A drawer with the host processors of the server, no Trainium2 chips.',
  'is.chip': 'Two compute dies with eight NeuronCores, four stacks of memory. Layout inside: schematic.',
  'is.core':
    'A tensor, a vector, a scalar and a GPSIMD engine around 28 MiB of SBUF. Layout inside: schematic.',

  'inspect.label': 'Place',
  'inspect.now': 'What it does now',
  'load.label': 'Its load over the step',
  'load.explain': 'Of its mean chip, each part of the step by itself. The line is now.',
  'load.work': 'Computes',
  'load.told': 'mean {mean}, at most {most}',
  'inspect.rank': 'Its part in the job',
  'inspect.facts': 'What is known',
  'inspect.none': 'Not in this job.',
  'inspect.none.some': '{count} of its {all} chips are not in this job.',
  'inspect.head': 'No rank of the job stands on a head tray.',
  'inspect.unplaced': 'No hall is known for this cluster, so its chips have no places.',
  'inspect.fault.straggler': 'Make it slow',
  'inspect.fault.chip': 'Stop it',
  'inspect.mend': 'Mend it',
  'inspect.still': 'Stands still: a chip of its replica is dead.',
  'inspect.goIn': 'Go there',
  'inspect.up': 'Go out to {place}',
  'inspect.chips': 'Chips',
  'inspect.stage': 'Pipeline stage',
  'inspect.stages': 'Pipeline stages',
  'inspect.of': '{number} of {all}',
  'inspect.range': '{first}–{last} of {all}',
  'inspect.some': '{count} of {all}',
  'inspect.phase': 'Phase',
  'inspect.microbatch': 'Microbatch',
  'inspect.layer': 'Layer',
  'inspect.operator': 'Operator',
  'inspect.collective': 'Collective',
  'inspect.traffic': 'Traffic',
  'inspect.traffic.line': '{what}, {rate} a chip over {wire}',
  'inspect.quiet': 'none',
  'inspect.cited': 'Source:',
  'inspect.source': 'Source',
  'inspect.torus': 'Place in the torus',

  'confidence.high': 'high',
  'confidence.medium': 'medium',
  'confidence.low': 'low',
  'confidence.assumed': 'assumed',
  'confidence.label': 'Confidence: {level}',
  'source.position': 'Assumed: nothing is public.',

  'caption.unplaced.title': 'No hall is known',
  'caption.unplaced':
    'Where the chips of this cluster stand is not public, so nothing is drawn for them: the timeline and the numbers are those of the simulation.',
  'caption.campus.title': 'One step, {count} buildings',
  'caption.campus.one': 'One step, one building',
  'caption.campus':
    'The same wave runs through every building: microbatches go forward, gradients come back, and between buildings they are averaged.',
  'caption.campus.note':
    'From this height the rows of a hall are sorted: forward, waiting, backward. Nearer, each stands in its place.',
  'states.label': 'The campus on its dates',
  'states.rainier-2025': 'October 2025',
  'states.rainier-2026': '2026',
  'states.rainier-plan': 'Plan',
  'caption.building.title': 'Four halls, one job',
  'caption.building':
    'Every hall holds a part of each pipeline stage. Light moves where chips compute; amber leaves for the fabric.',
  'caption.hall.title': 'The pipeline as a wave',
  'caption.hall':
    'A microbatch passes from row to row: forward fills a row upwards, backward empties it downwards.',
  'caption.hall.note':
    'Messages between stages last a fraction of a millisecond; they stay in sight for half a second.',
  'caption.row.title': 'Replicas side by side',
  'caption.row':
    'The UltraServers of a row do the same work on different text, then average their gradients over EFA.',
  'caption.ultraserver.title': 'Sixty-four chips as one',
  'caption.ultraserver':
    'Blue NeuronLink cables close rings in three directions; light runs round them when chips exchange their parts of a layer.',
  'caption.tray.title': 'Two chips in a drawer',
  'caption.tray':
    'Each chip keeps its slice of the weights in its own memory and sends its results over the links at the front.',
  'caption.head.title': 'The drawer that leads',
  'caption.head':
    'The host processors of a server are here, which start its work; none of its Trainium2 chips.',
  'caption.chip.title': 'Eight cores, four stacks',
  'caption.chip':
    'Weights stream in from memory, the cores multiply, the links carry the results to the neighbours.',
  'caption.core.title': 'Where numbers meet',
  'caption.core':
    'A grid of 128 × 128 multipliers works on tiles that are held in SBUF, the memory beside it.',
} as const;
