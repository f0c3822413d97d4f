/** The player of tours. */
export const tour = {
  'tool.tours': 'Tours',
  'tour.choose': 'Choose a tour',
  'tour.start.rainier':
    'Inside Project Rainier: what stands there, how it works, what it needs. Fifteen steps.',
  'tour.start.step': 'One training step in ten pictures: from the text to the changed weights.',
  'tour.lesson': 'A lesson for a class: 45 minutes, three predictions to check.',
  'tour.own':
    'A tour is a file that anyone can write: drop it on the page, or put it beside this site and open it with tour= in the address.',
  'tour.label': 'Tour: {title}',
  'tour.place': 'Step {step} of {steps}',
  'tour.next': 'Next step',
  'tour.back': 'Step back',
  'tour.close': 'Leave the tour',
  'tour.scrub': 'Steps of the tour',
  'tour.facts': 'What this rests on',
} as const;
