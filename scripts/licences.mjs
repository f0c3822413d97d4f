// Lists the packages that are really in a bundle, with their licences, where the page shows them
// (src/panels/reading/bundled.ts).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PLACE = /(["'`])\[\[bundled packages\]\]\1/;
/** Pieces that the bundler itself adds to what it makes. */
const OF_BUNDLER = [
  [/^\0vite\//, 'node_modules/vite'],
  [/^\0rolldown/, 'node_modules/rolldown'],
];

/** The folder of the package that a module belongs to; null for the page's own. */
export function packageFolder(id) {
  for (const [pattern, folder] of OF_BUNDLER) if (pattern.test(id)) return path.resolve(folder);
  const file = id.replace(/^\0/, '').split('?')[0].replaceAll('\\', '/');
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return folder ?? null;
}

/** Folders of the packages of which something is left in these chunks, without doubles. */
export function packagesIn(chunks) {
  const ids = chunks.flatMap(({ modules }) =>
    Object.entries(modules ?? {})
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([id]) => id),
  );
  return [...new Set(ids.map(packageFolder))].filter((folder) => folder !== null);
}

/** What is known of a package: its name, version, licence, home, and the text of the licence where it ships one. */
export function licenceOf(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  if (!license) throw new Error(`${name} names no licence`);
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e/i.test(entry));
  const source = typeof repository === 'string' ? repository : repository?.url;
  // A bundler's own file goes on with those of its parts, none of which is in what it makes.
  const [text] = file
    ? readFileSync(path.join(folder, file), 'utf8').split(/^#+ Licenses of bundled/m)
    : [null];
  return { name, version, licence: license, home: homepage ?? source ?? null, text: text?.trim() ?? null };
}

/** A vite plugin for builds of the page. */
export function licences() {
  return {
    name: 'licences',
    apply: 'build',
    renderChunk(code, _chunk, _options, { chunks }) {
      if (!PLACE.test(code)) return null;
      const all = packagesIn(Object.values(chunks)).map(licenceOf);
      all.sort((a, b) => (a.name < b.name ? -1 : 1));
      return { code: code.replace(PLACE, () => JSON.stringify(JSON.stringify(all))), map: null };
    },
  };
}
