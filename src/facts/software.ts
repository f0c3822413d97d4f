import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** What is published of training on Trainium. No utilisation of Trainium2 in training is public. */
export const software = {
  stack: fact(
    'AWS Neuron SDK 2.32.0',
    '',
    S.trainium2,
    'high',
    'August 2026: compiler, NKI, PyTorch, JAX, runtime.',
  ),
  trn1Gpt3Mfu: fact(0.331, 'share', S.neuronBenchmarks, 'high', 'GPT-3 175B on 32 Trn1 nodes.'),
  trn1Llama70bMfu: fact(
    0.28,
    'share',
    `${S.neuronBenchmarks}; derived`,
    'high',
    'Llama 3.1 70B on 512 chips.',
  ),
  trn2Mfu: fact(0.35, 'share', S.position, 'assumed', 'From 0.25 to 0.45; nothing is public.'),
  allReduceInNode: fact(
    'mesh under 1 MB, halving and doubling to 56 MB, rings above',
    '',
    S.intraNode,
    'high',
  ),
  throttle: fact(
    3e-6,
    's',
    S.neuronGlossary,
    'high',
    'The tensor engine starts at about half rate and is full after about 3 µs.',
  ),
} as const;
