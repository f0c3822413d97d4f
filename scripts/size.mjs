// Weighs the built page: what a browser fetches before the first 3D frame, gzipped. Fails when it is too much.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST_SCRIPT = 330_000;
const MOST_ALL = 600_000;
/** The page, and what it loads at once: the scene. The worker is an asset of the page. */
const FIRST = ['index.html', 'src/scene/mount.tsx'];

const dist = path.resolve('dist');
if (!existsSync(path.join(dist, '.vite/manifest.json'))) {
  console.error('there is no built page in dist/: run npm run build first');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
const first = new Set(['index.html', 'favicon.svg']);
const visit = (key) => {
  const { file, imports = [], css = [], assets = [] } = manifest[key];
  if (first.has(file)) return;
  for (const name of [file, ...css, ...assets]) first.add(name);
  imports.forEach(visit);
};
FIRST.forEach(visit);

const weigh = (name) => gzipSync(readFileSync(path.join(dist, name)), { level: 9 }).length;
let script = 0;
let all = 0;
for (const name of [...first].sort()) {
  const bytes = weigh(name);
  all += bytes;
  if (name.endsWith('.js')) script += bytes;
  console.log(`${String(bytes).padStart(8)}  ${name}`);
}
for (const name of readdirSync(path.join(dist, 'assets')).map((file) => `assets/${file}`))
  if (!first.has(name)) console.log(`${String(weigh(name)).padStart(8)}  ${name} (later)`);
console.log(`${String(script).padStart(8)}  scripts before the first frame (at most ${MOST_SCRIPT})`);
console.log(`${String(all).padStart(8)}  in all before the first frame (at most ${MOST_ALL})`);
if (script > MOST_SCRIPT || all > MOST_ALL) {
  console.error('the page is too heavy');
  process.exit(1);
}
