/** One sentence or two for every technical word, shown where it first appears. */
export const glossary = {
  'term.mfu': 'MFU',
  'means.mfu':
    'Model FLOPs utilisation: arithmetic that the model needs, as a share of what the chips could do at their published peak in the same time.',
  'term.tensor': 'tensor',
  'means.tensor':
    'Tensor parallelism: every matrix is cut over this many chips, which exchange results in every layer.',
  'term.pipeline': 'pipeline',
  'means.pipeline':
    'Pipeline parallelism: the layers are cut into this many stages; a microbatch passes from stage to stage.',
  'term.virtual': 'virtual stages',
  'means.virtual':
    'Each stage holds this many separate chunks of layers, so a microbatch comes by more often and stages wait less.',
  'term.data': 'data',
  'means.data':
    'Data parallelism: this many copies (replicas) of the model each train on their own part of the batch and average their gradients.',
  'term.expert': 'expert',
  'means.expert':
    'Expert parallelism: the experts of a mixture layer are spread over this many replicas; tokens travel to them. 1 for models without experts.',
  'term.context': 'context',
  'means.context':
    'Context parallelism: every sequence is cut over this many chips, which pass keys and values around.',
  'term.expertTensor': 'expert tensor',
  'means.expertTensor': 'Over how many chips of a tensor group the matrices of one expert are cut.',
  'term.precision': 'number format',
  'means.precision':
    'The format of the numbers that matrices are multiplied in. Fewer bits go faster where the chip has units for them, and keep fewer digits.',
  'term.recompute': 'recomputation',
  'means.recompute':
    'Activations are thrown away going forward and computed again going backward: less memory, more arithmetic.',
  'term.zero': 'sharding',
  'means.zero':
    'What the replicas share out among themselves instead of each keeping its own copy (ZeRO): optimizer state, gradients, weights.',
  'term.schedule': 'schedule',
  'means.schedule':
    'The order in which a stage takes forward and backward passes. 1F1B alternates one of each once the pipeline is full.',
  'term.microbatch': 'microbatch',
  'means.microbatch':
    'The few sequences that go through the pipeline together. Many microbatches make one batch.',
  'term.sequence': 'sequence length',
  'means.sequence': 'Tokens of text in one training example. A token is a word or a piece of one.',
  'term.globalBatch': 'global batch',
  'means.globalBatch':
    'Sequences that all replicas together learn from in one step, before the weights change once.',
  'term.bubble': 'bubble',
  'means.bubble': 'Time in which a pipeline stage has nothing to do because its work has not arrived yet.',
  'term.step': 'Step',
  'means.step':
    'One update of the weights: forward and backward over a whole batch, gradients averaged, optimizer.',
  'term.neuronLink': 'NeuronLink',
  'means.neuronLink':
    'The blue copper links between the 64 chips of an UltraServer: fast and short (scale-up).',
  'term.efa': 'EFA',
  'means.efa':
    'Elastic Fabric Adapter: the network between UltraServers, Ethernet with a protocol of AWS (scale-out).',
  'term.forward': 'forward',
  'means.forward': 'The pass that turns text into predictions, layer by layer.',
  'term.backward': 'backward',
  'means.backward':
    'The pass that finds, from the last layer to the first, how each weight should change (its gradient).',
  'term.optimizer': 'optimizer',
  'means.optimizer': 'The update of every weight by its averaged gradient (Adam).',
  'term.ultraserver': 'UltraServer',
  'means.ultraserver': 'Four servers in two racks whose 64 chips are wired as one machine.',
  'term.torus': 'torus',
  'means.torus': 'A grid whose ends are joined, so that every row of chips closes to a ring.',
  'term.limits': 'What limits it',
  'means.limits':
    'Compute, unless another part of the critical path takes a quarter of the step, or more than compute: that part is named then, since a better layout or faster links can win it back. The critical path is the chain of work that nothing can shorten but making its own links faster.',
  'term.evidence': 'How far to trust it',
  'means.evidence':
    'Validated: compared with published runs of this kind of chip. Transferred: the same model, compared on other chips. Assumed: nothing published to compare with.',
  'term.replica': 'Replica',
  'means.replica': 'One whole copy of the model, spread over many chips.',
  'term.rank': 'Tensor rank',
  'means.rank': 'Which slice of every matrix this chip holds.',
} as const;
