// Builds the page a second time as one classic script with everything inside, threads too, for where modules, fetch and
// threads by address are refused; and lets a few lines in the page choose between the two.
import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { leanShaders, leanThree, ownClock } from './lean.mjs';
import { licences } from './licences.mjs';
import { sitePolicy } from './policy.mjs';

/** One classic script made of an entry and everything it imports: what a build without files gives. `define` names what
 *  the build alone knows. */
export async function bundle(input, define = {}) {
  const output = { format: 'iife', codeSplitting: false };
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    plugins: [react(), leanThree(), leanShaders(), ownClock(), licences()],
    worker: { format: 'iife', rolldownOptions: { output } },
    build: {
      target: 'es2022',
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      // A classic script has no `import.meta`; vite's loader asks for its fields before it uses them.
      rolldownOptions: { input, output, transform: { define: { 'import.meta': '{}' } } },
    },
  });
  const scripts = made.output.filter(({ type }) => type === 'chunk');
  const styles = made.output.filter(({ fileName }) => fileName.endsWith('.css'));
  if (scripts.length !== 1 || styles.length > 1 || made.output.length > scripts.length + styles.length)
    throw new Error(`${input} is not one script any more: ${made.output.map(({ fileName }) => fileName)}`);
  return { script: plain(scripts[0].code.trim()), styles: String(styles[0]?.source ?? '') };
}

/** The same script in ASCII alone: unlike modules, classic scripts are read in whatever encoding a host names. */
function plain(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The page as one classic script and its style sheet: `{ script, styles }`, the text of each. */
export function buildClassic() {
  return bundle('src/classic.tsx');
}

function named(base, text, extension) {
  return `assets/${base}-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.${extension}`;
}

const SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>\s*/;
const STYLE = /<style>([^<]*)<\/style>/;
const PRELOAD = /\s*<link rel="modulepreload" crossorigin href="([^"]+)">/g;

/** A vite plugin for builds of the page. */
export function classicBundle() {
  let files;
  let start;
  let guard;
  return {
    name: 'classic-bundle',
    apply: 'build',
    async buildStart() {
      const { script, styles } = await buildClassic();
      files = {
        classic: named('classic', script, 'js'),
        styles: named('classic', styles, 'css'),
        script,
        sheet: styles,
      };
      ({ script: start } = await bundle('src/start.ts'));
      ({ script: guard } = await bundle('src/guard.ts'));
      files.start = named('start', start, 'js');
      files.guard = named('guard', guard, 'js');
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        if (!filename.endsWith('index.html')) return html;
        const [, module] = html.match(SCRIPT) ?? [];
        if (!module) throw new Error('index.html has no module script any more');
        const preload = [...html.matchAll(PRELOAD)].map((match) => match[1]).join(' ');
        const data = {
          module,
          preload,
          classic: `./${files.classic}`,
          styles: `./${files.styles}`,
          start: `./${files.start}`,
        };
        const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
        return html
          .replace(PRELOAD, '')
          .replace('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"')
          .replace(
            SCRIPT,
            () =>
              `<script${attributes.join('')}>${start}</script>\n    <script defer src="./${files.guard}"></script>\n    `,
          )
          .replace(
            STYLE,
            (style, rules) => `${sitePolicy({ scripts: [start], styles: [rules] })}\n    ${style}`,
          );
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: files.classic, source: files.script });
      this.emitFile({ type: 'asset', fileName: files.styles, source: files.sheet });
      this.emitFile({ type: 'asset', fileName: files.start, source: start });
      this.emitFile({ type: 'asset', fileName: files.guard, source: guard });
    },
  };
}
