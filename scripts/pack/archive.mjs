// ZIP archives that are the same bytes wherever and whenever they are made.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { filesOf } from '../offline.mjs';

/** ZIP keeps the time of day without its zone, so this is the same instant on every clock: the earliest it can write. */
const THEN = new Date(1980, 0, 1);

/** Files of the built site, but for notes of the build: `[name, bytes]`, by name. Throws where nothing is built. */
export function builtSite(dist = 'dist') {
  const names = filesOf(dist).filter((name) => !name.startsWith('.vite/'));
  if (!names.includes('index.html'))
    throw new Error(`there is no built page in ${dist}/: run npm run build first`);
  return names.map((name) => [name, new Uint8Array(readFileSync(path.join(dist, name)))]);
}

/** An archive of `[name, bytes]`, in that order. What is compressed already is stored. */
export function archive(entries) {
  const files = entries.map(([name, bytes]) => [
    name,
    [bytes, { mtime: THEN, level: /\.(png|jpg|webp|zip)$/.test(name) ? 0 : 9 }],
  ]);
  return zipSync(Object.fromEntries(files));
}

/** Writes an archive and says its size. */
export function writeArchive(folder, name, entries) {
  const bytes = archive(entries);
  const out = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(out, bytes);
  console.log(`${out}: ${bytes.length} bytes, ${entries.length} files`);
}
