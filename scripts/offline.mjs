// Writes keeper.js, the service worker that keeps the built site in the browser: src/keeper.ts with a list of every file.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './classic.mjs';

const FILE = 'keeper.js';
/** What a visit without a network has no use for: notes of the build, the page for frames that keep nothing, their posters,
 *  and what serves other people's pages. */
const LEFT_OUT =
  /^(\.vite\/|assets\/classic-|posters\/|embed\/|og\.jpg$|oembed\.json$|rainier-view\.js$|keeper\.js$)|\.map$/;

const digest = (bytes) => createHash('sha256').update(bytes).digest('base64');

/** Names below a folder with `/` between, in an order that is the same everywhere. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** A vite plugin for builds of the page. */
export function keptOffline() {
  let folder;
  return {
    name: 'kept-offline',
    apply: 'build',
    configResolved({ build: { outDir }, root }) {
      folder = path.resolve(root, outDir);
    },
    // After everything else has been written.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = filesOf(folder)
          .filter((name) => !LEFT_OUT.test(name))
          .map((name) => [name === 'index.html' ? '' : name, digest(readFileSync(path.join(folder, name)))]);
        const version = digest(JSON.stringify(files)).slice(0, 12);
        const kept = JSON.stringify({ version, files });
        const { script } = await bundle('src/keeper.ts', { KEPT: kept });
        writeFileSync(path.join(folder, FILE), script);
      },
    },
  };
}
