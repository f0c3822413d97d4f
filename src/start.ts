import { awaitStart } from './embed/poster.ts';
import { refusedWords } from './text/poster.ts';

/** What the build writes on this script's tag in the page: addresses of the page's two forms (scripts/classic.mjs). */
interface Forms extends DOMStringMap {
  readonly module?: string;
  /** Modules that the first one imports, separated by spaces. */
  readonly preload?: string;
  readonly classic?: string;
  readonly styles?: string;
}

// Stands in the page itself and chooses its form: where the origin is opaque (a frame sandboxed without
// `allow-same-origin`, a file on a disk) browsers refuse modules, and the classic bundle comes instead.
const forms: Forms = document.querySelector<HTMLElement>('script[data-module]')?.dataset ?? {};

function put<K extends 'script' | 'link'>(
  name: K,
  attributes: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), attributes);
  document.head.append(element);
  return element;
}

/** Says that the page's own script was refused: by a host that serves it as another type, or by a filter between. */
function tell(): void {
  const lang = navigator.language.startsWith('fr') ? 'fr' : 'en';
  const sentence = Object.assign(document.createElement('p'), { lang, textContent: refusedWords[lang] });
  sentence.setAttribute('role', 'alert');
  document.querySelector('.poster')?.remove();
  (document.querySelector('.opening') ?? document.body).append(sentence);
}

function load(): void {
  if (self.origin !== 'null') {
    put('script', { type: 'module', src: forms.module, onerror: tell });
    for (const href of forms.preload?.split(' ') ?? []) put('link', { rel: 'modulepreload', href });
    return;
  }
  const begin = (): void => void put('script', { src: forms.classic, async: false, onerror: tell });
  const styles = put('link', { rel: 'stylesheet', href: forms.styles });
  styles.onload = begin;
  styles.onerror = begin;
}

document.documentElement.dataset.begun = '';
const asked = new URLSearchParams(location.search);
if (asked.get('embed') === '1') awaitStart(asked, load);
else load();
