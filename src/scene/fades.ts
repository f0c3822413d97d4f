/**
 * How much of each level of detail is drawn, 0 … 1, from the camera's reach alone (metres to the looked-at point, as
 * if the window were wide): roofs and neighbours give way and details come in smoothly, so that nothing pops. Details
 * of a level belong to the focus (journey.ts): the one hall, row, UltraServer, tray and chip that is looked at.
 */
export interface Fades {
  /** Rows are shown sorted by what they do (rows/order.ts). */
  sorted: number;
  /** The roof of the focused building. */
  roof: number;
  /** Everything of the campus that is not the focused building: its neighbours, lanes, trees. */
  campus: number;
  /** The other buildings, and what runs between them: ghosts beside an opened one. */
  others: number;
  /** Halls of the focused building other than the focused one, and the machines beside them. */
  building: number;
  /** The focused hall's own furniture: floor, ladder trays, network row, people. */
  hall: number;
  /** Rows of the focused hall other than the focused one. */
  rows: number;
  /** The focused row's cables and tray faces. */
  row: number;
  /** Neighbours of the focused UltraServer in its row. */
  neighbours: number;
  /** The focused UltraServer, opened (replaces its part of the façade). */
  ultraserver: number;
  /** The focused tray, drawn out of its rack, lid off. */
  tray: number;
  /** The focused chip's package, lid off. */
  chip: number;
  /** The focused core's inside. */
  core: number;
}

export function createFades(): Fades {
  return {
    sorted: 1,
    roof: 1,
    campus: 1,
    others: 1,
    building: 1,
    hall: 0,
    rows: 1,
    row: 0,
    neighbours: 1,
    ultraserver: 0,
    tray: 0,
    chip: 0,
    core: 0,
  };
}

/** 0 at `near` metres and below, 1 at `far` and beyond, smooth in the logarithm between. */
export function beyond(reach: number, near: number, far: number): number {
  const t = Math.min(1, Math.max(0, Math.log(reach / near) / Math.log(far / near)));
  return t * t * (3 - 2 * t);
}

/** Writes the fades of a reach (metres) into `out`. Home views (camera/homes.ts) lie on the flat parts. */
export function fadesAt(reach: number, out: Fades): Fades {
  out.sorted = beyond(reach, 640, 860);
  out.roof = beyond(reach, 400, 760);
  out.campus = beyond(reach, 105, 260);
  out.others = 0.06 + 0.94 * beyond(reach, 400, 720);
  out.building = beyond(reach, 96, 200);
  out.hall = 1 - beyond(reach, 200, 420);
  out.rows = beyond(reach, 1.6, 4.5);
  out.row = 1 - beyond(reach, 16, 34);
  out.ultraserver = 1 - beyond(reach, 7, 8.5);
  // Beside an opened UltraServer its neighbours are ghosts.
  out.neighbours = beyond(reach, 0.5, 2.6) * (1 - 0.86 * out.ultraserver);
  out.tray = 1 - beyond(reach, 1.7, 2.8);
  out.chip = 1 - beyond(reach, 0.3, 0.6);
  out.core = 1 - beyond(reach, 0.037, 0.075);
  return out;
}
