// Weighs the built page: what a browser fetches before the first 3D frame, gzipped. Fails when it is too much.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST_SCRIPT = 330_000;
const MOST_ALL = 600_000;

const dist = path.resolve('dist');
if (!existsSync(dist)) {
  console.error('there is no dist/: run npm run build first');
  process.exit(1);
}
const files = readdirSync(dist, { recursive: true })
  .map((name) => path.join(dist, String(name)))
  .filter((file) => statSync(file).isFile());
const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

// Only what is asked for later is left out: pictures for other sites, and the simulator's main-thread stand-in.
const later = /(?:og|poster|screenshot)[^/]*\.(?:png|jpg|webp)$|(?:^|\/)standin-[^/]*\.js$/;
let script = 0;
let all = 0;
for (const file of files) {
  const name = path.relative(dist, file).replaceAll('\\', '/');
  if (later.test(name)) continue;
  const bytes = weigh(file);
  all += bytes;
  if (name.endsWith('.js')) script += bytes;
  console.log(`${String(bytes).padStart(8)}  ${name}`);
}
console.log(`${String(script).padStart(8)}  scripts (at most ${MOST_SCRIPT})`);
console.log(`${String(all).padStart(8)}  in all (at most ${MOST_ALL})`);
if (script > MOST_SCRIPT || all > MOST_ALL) {
  console.error('the page is too heavy');
  process.exit(1);
}
