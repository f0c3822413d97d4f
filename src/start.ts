import { awaitStart } from './embed/poster.ts';

/** What the build writes on the tag of this script: addresses of the page's two forms (scripts/classic.mjs). */
interface Forms extends DOMStringMap {
  readonly module?: string;
  /** Modules that the first one imports, separated by spaces. */
  readonly preload?: string;
  readonly classic?: string;
  readonly styles?: string;
}

// Stands in the page itself and chooses its form: where the origin is opaque (a frame sandboxed without
// `allow-same-origin`, a file on a disk) browsers refuse modules, and the classic bundle comes instead.
const forms: Forms = document.currentScript?.dataset ?? {};

function put<K extends 'script' | 'link'>(
  name: K,
  attributes: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), attributes);
  document.head.append(element);
  return element;
}

function load(): void {
  if (self.origin !== 'null') {
    put('script', { type: 'module', src: forms.module });
    for (const href of forms.preload?.split(' ') ?? []) put('link', { rel: 'modulepreload', href });
    return;
  }
  const begin = (): void => void put('script', { src: forms.classic, async: false });
  const styles = put('link', { rel: 'stylesheet', href: forms.styles });
  styles.onload = begin;
  styles.onerror = begin;
}

const asked = new URLSearchParams(location.search);
if (asked.get('embed') === '1') awaitStart(asked, load);
else load();
