/** A package that is part of the built page. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly home: string | null;
  readonly text: string;
  /** False where the package has no text of its licence: then it is that of the licence it names, with its authors. */
  readonly shipped: boolean;
}

/** The build writes the list in the place of this text (scripts/licences.mjs). */
const LIST = '[[bundled packages]]';

/** Every package of which something is in the built page; none where nothing is built. */
export function bundledPackages(): readonly Bundled[] {
  try {
    return JSON.parse(LIST);
  } catch {
    return [];
  }
}
