// What a built site offers to other people's pages: the element as a script, an address of its own for frames, and an answer
// for oEmbed consumers.
import { createHash } from 'node:crypto';
import { bundle } from './classic.mjs';

const TITLE = 'Inside Project Rainier';
const WIDTH = 960;
const HEIGHT = 540;

/** The address the site will have, where the build is told: oEmbed and pictures for those who link to it need whole ones. */
export function siteAddress(given = process.env.SITE_URL) {
  if (!given) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Error(
      `SITE_URL must be the address of the site, such as https://example.org/rainier/: ${given}`,
    );
  return new URL(given.endsWith('/') ? given : `${given}/`).href;
}

/** oEmbed 1.0 for the page as it opens: a frame where its address is known, else a link that consumers complete. */
export function oEmbedOf(address) {
  const about = { version: '1.0', title: TITLE, provider_name: TITLE };
  if (address === null) return { ...about, type: 'link' };
  const frame =
    `<iframe src="${address}?embed=1" title="${TITLE}" width="${WIDTH}" height="${HEIGHT}" ` +
    `style="width:100%;height:auto;aspect-ratio:16/9;border:0" loading="lazy" ` +
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" allow="fullscreen"></iframe>';
  return {
    ...about,
    type: 'rich',
    provider_url: address,
    url: address,
    html: frame,
    width: WIDTH,
    height: HEIGHT,
    thumbnail_url: `${address}og.jpg`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}

/** `embed/`: the page as a guest, for those who write addresses by hand. It keeps every key that it is given. */
export function embedPage() {
  const script =
    "const q=new URLSearchParams(location.search);q.set('embed','1');location.replace('../?'+q+location.hash)";
  const hash = createHash('sha256').update(script).digest('base64');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>${TITLE}</title>
<script>${script}</script>
<p><a href="../?embed=1">${TITLE}</a></p>
</html>
`;
}

/** A vite plugin for builds of the page. */
export function carried() {
  return {
    name: 'carried',
    apply: 'build',
    transformIndexHtml(html, { filename }) {
      if (!filename.endsWith('index.html')) return html;
      const address = siteAddress();
      const answer = `<link rel="alternate" type="application/json+oembed" href="${address ?? './'}oembed.json" title="${TITLE}" />`;
      const whole = address ? html.replace('content="./og.jpg"', `content="${address}og.jpg"`) : html;
      return whole.replace('</title>', `</title>\n    ${answer}`);
    },
    async generateBundle() {
      const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
      const { script } = await bundle('src/beside.ts');
      emit('rainier-view.js', script);
      emit('embed/index.html', embedPage());
      emit('oembed.json', `${JSON.stringify(oEmbedOf(siteAddress()), null, 2)}\n`);
    },
  };
}
