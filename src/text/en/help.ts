/** About the page, and its keys. */
export const help = {
  'about.title': 'Inside Project Rainier',
  'about.what':
    'One training step of a language model, simulated in your browser and drawn from a 2 km campus down to a 5 mm core. Every light and every number is read from that simulation.',
  'about.independent': 'This project is independent of AWS and of Anthropic; neither has reviewed it.',
  'about.facts': 'Facts as publicly known on {date}. Each number names its source and how far to trust it.',
  'about.schematic':
    'Schematic: the plan of plots and halls, cable routes, and everything inside a tray, chip and core. Assumed: positions filled in a row, and the default batch.',
  'about.licence': 'Code: MIT licence. Texts: CC BY 4.0.',
  'about.close': 'Close',
  'help.title': 'Keys',
  'help.tab': 'go through everything on the page',
  'help.goto': 'go to an address, a thing, a word, a tour or a number',
  'help.enter': 'open the focused place, press the focused button',
  'help.arrows': 'on the timeline: one hundredth of the step back or on; with Shift a tenth',
  'help.homeEnd': 'on the timeline: start and end of the step',
  'help.escape': 'close an explanation or this window',
  'help.scene':
    'in the 3D picture: drag turns, right drag moves, wheel or pinch goes nearer; a click selects, a double click travels. Arrow keys turn, plus and minus zoom, 1 to 8 go to a level, Home takes the composed view; Enter picks a place inside, then arrows go to its neighbours, Enter goes in, Escape out',
} as const;
