/** A QR code: rows of modules, true for dark, four light ones around. */
export type Modules = readonly (readonly boolean[])[];

/** Characters that a code can hold at its lowest correction. */
export const MOST_CHARACTERS = 2900;
/** Codes of longer links need a camera that is held close. */
export const EASY_CHARACTERS = 300;

/** The modules of a text, with as much correction as its length allows. Throws one sentence for a text that is too long. */
export async function qrModules(text: string): Promise<Modules> {
  const { length } = new TextEncoder().encode(text);
  if (length > MOST_CHARACTERS)
    throw new Error(`a code holds at most ${MOST_CHARACTERS} characters: ${length}`);
  const { encode } = await import('uqr');
  return encode(text, { ecc: length < 200 ? 'M' : 'L', border: 4, boostEcc: true }).data;
}

/** A code as an SVG drawing, dark on light whatever the theme: readers expect it so. */
export function qrSvg(modules: Modules, title: string): string {
  const side = modules.length;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges">`,
    `<title>${name}</title>`,
    `<rect width="${side}" height="${side}" fill="#fff"/>`,
    `<path d="${path}" fill="#000"/>`,
    '</svg>\n',
  ].join('\n');
}
