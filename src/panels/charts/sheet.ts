/** The numbers behind a chart. Cells are plain: words, or numbers in SI units. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Column {
  /** Name and unit for machines, the same in every language: `seconds [s]`. */
  readonly name: string;
  /** Name on the screen. */
  readonly head: string;
  /** How a number of it is read on the screen. */
  readonly text?: (value: number) => string;
}

/** A sheet as comma-separated values (RFC 4180), names of columns first. */
export function csvOf({ columns, rows }: Sheet): string {
  const line = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\r\n`;
  return [columns.map(({ name }) => name), ...rows].map(line).join('');
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as it is read. */
export function cellText({ text }: Column, cell: string | number): string {
  return typeof cell === 'number' && text ? text(cell) : String(cell);
}
