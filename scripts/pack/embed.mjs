// Writes dist-embed/: the web component <rainier-view> as a package of its own, one module and its types, and fails where it
// has grown too heavy.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bundleTypes } from './types.mjs';

/** Bytes, gzipped. */
const MOST = 6000;
const NAME = 'rainier-view';

const out = path.resolve(process.argv[2] ?? 'dist-embed');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const made = await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    write: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'src/element.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', codeSplitting: false, minify: true },
    },
  },
});
const [{ output }] = [made].flat();
if (output.length !== 1)
  throw new Error(`the element is not one module any more: ${output.map((o) => o.fileName)}`);
const { code, imports, dynamicImports } = output[0];
if (imports.length + dynamicImports.length > 0) throw new Error(`the element imports ${imports}`);
const size = gzipSync(code, { level: 9 }).length;

writeFileSync(path.join(out, `${NAME}.js`), code);
writeFileSync(path.join(out, `${NAME}.d.ts`), bundleTypes('src/element.ts'));
copyFileSync('LICENSE', path.join(out, 'LICENSE'));
copyFileSync('scripts/pack/embed.md', path.join(out, 'README.md'));
const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = {
  name: NAME,
  version,
  description: 'Inside Project Rainier in a frame: the web component <rainier-view>',
  license,
  type: 'module',
  exports: { '.': { types: `./${NAME}.d.ts`, default: `./${NAME}.js` } },
  types: `./${NAME}.d.ts`,
  files: [`${NAME}.js`, `${NAME}.d.ts`],
  sideEffects: true,
};
writeFileSync(path.join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${path.relative('.', out)}/${NAME}.js: ${code.length} bytes, ${size} gzipped (at most ${MOST})`);
if (size > MOST) {
  console.error('the element is too heavy');
  process.exit(1);
}
