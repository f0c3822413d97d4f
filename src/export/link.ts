import type { Size } from './size.ts';

/** A view, as others link to it. */
export interface Linked {
  /** The page's own address, without its query. */
  readonly page: string;
  /** What restores the view, `?` included; or empty. */
  readonly query: string;
  /** What a screen reader is told of a frame. */
  readonly title: string;
  readonly size: Size;
}

/** The name of the script that defines the element, beside the page (`npm run build:embed`). */
const ELEMENT_SCRIPT = 'rainier-view.js';

/** The address of the view alone, without the page around it: for frames. */
export function embedAddress({ page, query }: Pick<Linked, 'page' | 'query'>): string {
  const pairs = query
    .replace(/^\?/, '')
    .split('&')
    // A guest has no panels to compare in.
    .filter((pair) => pair !== '' && !/^(play|against)=/.test(pair));
  return `${page}?${['embed=1', ...pairs].join('&')}`;
}

/** A link that also fixes these keys of the address, comma-separated, for whoever opens it. */
export function fixedLink(link: string, keys: string): string {
  const [page, query = ''] = link.split('?');
  const pairs = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('lock='));
  return `${page}?${[...pairs, `lock=${keys}`].join('&')}`;
}

/** A frame for any page or learning platform: it needs no rights but to run scripts. */
export function iframeCode(linked: Linked): string {
  const { width, height } = linked.size;
  const [across, up] = reduced(width, height);
  return [
    `<iframe src="${escaped(embedAddress(linked))}"`,
    `  title="${escaped(linked.title)}"`,
    `  width="${width}" height="${height}" style="width:100%;height:auto;aspect-ratio:${across}/${up};border:0"`,
    '  loading="lazy" sandbox="allow-scripts"></iframe>',
  ].join('\n');
}

/** The same as an element, which pages can talk to. */
export function elementCode({ page, query, title, size }: Linked): string {
  const [across, up] = reduced(size.width, size.height);
  const folder = page.replace(/[^/]*$/, '');
  const attributes = [...new URLSearchParams(query)]
    .filter(([key]) => key !== 'play' && key !== 'against')
    .map(
      ([key, value]) =>
        `  ${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${escaped(value)}"`,
    );
  return [
    `<script src="${escaped(folder + ELEMENT_SCRIPT)}"></script>`,
    `<rainier-view src="${escaped(page)}" title="${escaped(title)}"`,
    ...attributes,
    `  style="aspect-ratio:${across}/${up}"></rainier-view>`,
  ].join('\n');
}

/** What oEmbed (oembed.com, version 1.0) consumers are given for the view. */
export function oEmbed(linked: Linked): string {
  const { page, query, title, size } = linked;
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'Inside Project Rainier',
      provider_url: page,
      title,
      url: page + query,
      width: size.width,
      height: size.height,
      html: iframeCode(linked),
    },
    null,
    2,
  )}\n`;
}

/** A ratio in its smallest whole numbers. */
function reduced(a: number, b: number): [number, number] {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  const by = divisor(a, b) || 1;
  return [a / by, b / by];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
