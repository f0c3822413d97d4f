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

/** The text of the MIT licence, with those who hold the rights. */
const mit = (holders) => `MIT License

Copyright (c) ${holders}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Names of people as package.json writes them, without their addresses. */
function peopleIn({ author, contributors = [], maintainers = [] }) {
  const names = [author, ...contributors, ...maintainers]
    .filter(Boolean)
    .map((person) => (typeof person === 'string' ? person.replace(/\s*[<(].*$/, '') : person.name));
  return [...new Set(names)].join(', ');
}

/** What is known of a package: its name, version, licence, home, and the text of the licence; `shipped` is false where the
 *  package has none and the text is that of the licence it names. */
export function licenceOf(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, homepage, repository } = about;
  if (!license) throw new Error(`${name} names no licence`);
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e/i.test(entry));
  const source = typeof repository === 'string' ? repository : repository?.url;
  // A bundler's own file goes on with those of its parts, none of which is in what it makes.
  const [text] = file
    ? readFileSync(path.join(folder, file), 'utf8').split(/^#+ Licenses of bundled/m)
    : [null];
  const people = peopleIn(about);
  if (!text && (license !== 'MIT' || !people)) throw new Error(`${name} ships no text of its licence`);
  const known = { name, version, licence: license, home: homepage ?? source ?? null };
  return { ...known, text: text?.trim() ?? mit(people), shipped: text !== null };
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
