// Writes dist-single/inside-project-rainier.html: the whole page in one file, for disks, mail and frames without a host.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildClassic } from '../classic.mjs';
import { filePolicy } from '../policy.mjs';

const FILE = 'inside-project-rainier.html';
const STYLE = /<style>([^<]*)<\/style>/;
const SCRIPT = /\s*<script type="module" src="[^"]*"><\/script>/;
const ICON = /href="\.\/favicon\.svg"/;
/** What only a page with an address of its own has: a picture for those who link to it, a manifest. */
const ADDRESSED =
  /\s*<meta (?:property="og:image[^"]*"|name="twitter:[^"]*")[^>]*>|\s*<link rel="(?:manifest|apple-touch-icon)"[^>]*>/g;

/** Text of a script as it may stand in a page. Throws where it would end the script early. */
function inPage(script) {
  if (script.includes('<!--')) throw new Error('the script holds <!--, which a page would read as a comment');
  return script.replaceAll('</script', '<\\/script');
}

function replaced(text, what, instead) {
  if (!what.test(text)) throw new Error(`index.html has no ${what} any more`);
  return text.replace(what, instead);
}

/** The page as the text of one file. */
export async function buildSingle() {
  const { script: source, styles } = await buildClassic();
  const script = inPage(source);
  const icon = readFileSync('public/favicon.svg').toString('base64');
  let page = readFileSync('index.html', 'utf8').replace(ADDRESSED, '');
  page = replaced(page, SCRIPT, '');
  page = replaced(page, ICON, `href="data:image/svg+xml;base64,${icon}"`);
  page = replaced(page, STYLE, (style, rules) => {
    const policy = filePolicy({ scripts: [script], styles: [rules, styles] });
    return `${policy}\n    ${style}\n    <style>${styles}</style>`;
  });
  return replaced(page, /\s*<\/body>/, () => `\n    <script>${script}</script>\n  </body>`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const page = await buildSingle();
  const out = path.join(process.argv[2] ?? 'dist-single', FILE);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, page);
  console.log(`${out}: ${Buffer.byteLength(page)} bytes, ${gzipSync(page, { level: 9 }).length} gzipped`);
}
