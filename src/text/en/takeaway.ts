/** What is carried away: pictures, films, data, links. */
export const takeaway = {
  'take.lead':
    'Pictures, films, numbers and links of what you see, for slides, papers and lessons. Everything is made in this browser; the page behind stays as it is.',
  'take.what': 'What',
  'take.view': 'The present view',
  'take.step': '{step}. {title}',
  'take.preparing': 'Getting it ready …',
  'take.preview': 'Preview: {title}',
  'take.moment': 'Moment of the step',
  'take.shape': 'Shape',
  'take.shape.own': 'Your own',
  'take.long': 'Longer side',
  'take.pixels': '{count} pixels',
  'take.width': 'Width, pixels',
  'take.height': 'Height, pixels',
  'take.caption': 'Title, source and date in the picture',
  'take.names': 'Names in the picture',
  'take.cutout': 'Transparent background',
  'take.as': 'Take away as',
  'take.tab.picture': 'Picture',
  'take.tab.film': 'Film',
  'take.tab.data': 'Drawings and data',
  'take.tab.link': 'Link and embedding',

  'take.second': 't = {seconds} of a step of {step}',
  'take.save': 'Save PNG, {width} × {height}',
  'take.copy': 'Copy picture',
  'take.copied': 'Copied: paste it into a slide.',
  'take.saved': 'Saved: {name}, {size}.',
  'take.drawing': 'Drawing: {done}',
  'take.cancel': 'Cancel',
  'take.cancelled': 'Cancelled. Nothing was saved.',
  'take.refused':
    'This frame may not save files: its host has not allowed downloads. Open the page itself to take things away; links and code can be copied here.',

  'take.charts': 'Charts of the step, each as SVG and CSV',
} as const;
