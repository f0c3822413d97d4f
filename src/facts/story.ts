import { fact } from './fact.ts';
import { SOURCES as S } from './sources.ts';

/** Who uses the cluster, what for, and where the rest of it stands. */
export const story = {
  user: fact('Anthropic builds and serves Claude on it', '', `${S.aboutAmazonOctober}; ${S.cnbc}`, 'high'),
  fiveTimes: fact(
    'more than five times',
    '',
    `${S.aboutAmazonOctober}; ${S.registerJuly}`,
    'high',
    'The compute used for earlier models, by AWS; the baseline is not disclosed.',
  ),
  coDesign: fact('Anthropic gave input to Trainium2 and 3', '', S.cnbc, 'medium'),
  claudeChips: fact(
    'more than a million Trainium2 by the end of 2025',
    '',
    `${S.aboutAmazonOctober}; ${S.yahoo}`,
    'high',
    'For training and serving, on Rainier and other AWS sites.',
  ),
  next: fact('up to 5 GW over ten years', '', S.anthropic, 'high', 'Trainium2 and Trainium3; April 2026.'),
  mississippi: fact('Mississippi', '', S.yahoo, 'medium', 'Named by AWS.'),
  pennsylvania: fact('Pennsylvania', '', S.semafor, 'low', 'Reported from an unnamed source.'),
  colourOfCables: fact('blue', '', S.aboutAmazonOctober, 'high', 'The cables of NeuronLink.'),
} as const;
