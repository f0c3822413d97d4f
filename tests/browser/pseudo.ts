import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'vite';

/** Marks around every word of the texts. */
export const OPEN = '⟦';
export const CLOSE = '⟧';

/** A quoted text or a template after a colon or an equals sign. */
const VALUE = /([:=]\s*)('(?:[^'\\\n]|\\.)*'|`[^`]*`)/g;
/** The same in a phrase of two languages. */
const FRENCH = /(\bfr:\s*)('(?:[^'\\\n]|\\.)*'|`[^`]*`)/g;

/** A text with marks around what stands between its holes. What is fetched at run time keeps its place. */
function marked(quoted: string): string {
  const quote = quoted[0];
  const parts = quoted.slice(1, -1).split(/(\{\w+\}|\$\{[^}]*\}|§\w+)/);
  return (
    quote + parts.map((part, i) => (i % 2 === 1 || part === '' ? part : OPEN + part + CLOSE)).join('') + quote
  );
}

/** French whose every word stands between marks: what shows without them was never translated. */
function pseudoFrench(): Plugin {
  return {
    name: 'pseudo-french',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      if (!/\/src\/text\//.test(file)) return undefined;
      const find = /\/src\/text\/fr\//.test(file) ? VALUE : FRENCH;
      return {
        code: code.replace(find, (_, before: string, quoted: string) => before + marked(quoted)),
        map: null,
      };
    },
  };
}

/** Builds the page with marked French into a folder of its own. */
export async function buildPseudo(): Promise<{ readonly dist: string; remove(): Promise<void> }> {
  const dist = await mkdtemp(path.join(os.tmpdir(), 'pseudo-'));
  await build({
    logLevel: 'error',
    plugins: [pseudoFrench()],
    build: { outDir: dist, emptyOutDir: true },
  });
  return { dist, remove: () => rm(dist, { recursive: true }) };
}
