/** Every key of the page's address that is not part of the scenario, and what it says. */
export const VIEW_KEYS = [
  // Address of the place the camera has reached, such as b3/h2/r4.
  'at',
  // What the step is compared against: the whole scenario of A as compressed JSON.
  'against',
  // Azimuth and elevation in degrees, distance in metres, then how far the looked-at point is shifted (x, y, z).
  'cam',
  // Which stretch of time is followed; without it the one that goes with the place.
  'lens',
  // Address of the selected place.
  'sel',
  // Id of a tour (rainier, step), or the address of one on this site.
  'tour',
  // Step of the tour, from 1.
  'tourStep',
  // Charts, takeaway, sources, validation, glossary or lesson: a page to read over the picture.
  'read',
  // Simulated seconds from the step's start.
  't',
  // 1 plays, 0 stands still.
  'play',
  // Simulated seconds per second.
  'speed',
  // Language of the words.
  'lang',
  // Dark, light or contrast.
  'theme',
  // Full, or reduced: cuts instead of flights.
  'motion',
  // How much is drawn; auto measures.
  'quality',
  // 0 hides the names in the scene.
  'labels',
  // The one dimension of an UltraServer's torus that is lit: x, y or z.
  'axis',
  // 1 pulls the torus of an UltraServer apart into a cube.
  'unfolded',
  // What the light says: work, traffic, load (of links), memory, power, faults or groups.
  'layer',
  // The one kind of traffic or group that is shown: tensor, context, expert, pipeline or data.
  'kind',
  // Address of the chip whose groups are shown, where another place is selected.
  'chip',
  // 1 shows the picture alone, as a guest in another page.
  'embed',
  // 1 starts the guest by itself once it can be seen.
  'autoplay',
  // Who gets the keys that turn slides: pass (the host) or own (the picture).
  'keys',
  // When a wheel zooms: ctrl (with Ctrl or ⌘, or once entered), focus (once entered), always or off.
  'wheel',
  // 0 leaves no way out of the page.
  'links',
  // Seconds without a hand on it after which the page begins anew and shows itself.
  'kiosk',
  // 1 tells a learning management system around the page how far the tour has come.
  'lms',
  // Makes the page the window of the one who speaks, beside the one of the audience (presenting.ts): the id they share.
  'presenter',
  // Keys that are fixed, separated by commas: cluster, training.sequence, at.
  'lock',
] as const;
export type ViewKey = (typeof VIEW_KEYS)[number];

/** Whether a key of the address is part of the scenario: one of its sections, or a dotted path into one. */
export function isScenarioKey(key: string): boolean {
  return /^(cluster|model|training|parallel|stack|run|faults|seed|scenario)(\.|$)/.test(key);
}

export function isViewKey(key: string): key is ViewKey {
  return VIEW_KEYS.some((known) => known === key);
}
