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
