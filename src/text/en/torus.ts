/** The dimensions of an UltraServer's torus, and its cube. */
export const torus = {
  'torus.label': 'Dimensions of the torus',
  'torus.all': 'All',
  'torus.dimension': 'Dimension {axis}',
  'torus.pace.hops': 'Links show every hop as simulated; engines and memory the mean of the last {window}.',
  'torus.pace.mean': 'Light on links and engines: the mean of the last {window} of simulated time.',
  'torus.unfold': 'Unfold',
  'torus.fold': 'Fold back',
  'torus.x':
    'X joins the four chips of a row of their server: {rings} rings, {links} of the {all} links. {inTray} of them stay inside trays (inferred), {cables} are cables from tray to tray.',
  'torus.y':
    'Y joins the four rows of a server: {rings} rings, {links} of the {all} links, all of them cables from tray to tray.',
  'torus.z':
    'Z joins the chips of the same number in the four servers: {rings} rings, {links} of the {all} links, all of them cables; {betweenRacks} run between the two racks.',
  'torus.cube':
    'The same {chips} chips and {all} links as a cube: X to the right, Y to the back, Z from server to server. Each line of four closes outside the cube. Schematic, not to scale.',
  'torus.cube.short': 'Schematic, not to scale.',
  'torus.name.x': 'X ring',
  'torus.name.x.more': '4 chips of a row; arches over',
  'torus.name.y': 'Y ring',
  'torus.name.y.more': '4 rows; dashed, hangs under',
  'torus.name.z': 'Z ring',
  'torus.name.z.more': '4 servers; dotted, stands beside',
} as const;
