import type { EventName, Events, Ready, Verb, Verbs } from '../embed/protocol.ts';
import type { PublicState } from '../state/api.ts';
import { elementWords } from '../text/poster.ts';
import { frameAddress, isFixed, keyOf, pairsOf, writtenAs } from './address.ts';
import { cameBack, type Left } from './again.ts';
import { type Framed, openFrame } from './frame.ts';
import { repeatKey } from './key.ts';
import { fillShadow, type Parts } from './parts.ts';
import { watchSight } from './sight.ts';

/** Nothing where there is no document, such as on a server: there the class is only a name. */
const Base = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

type Takes<V extends Verb> = Verbs[V]['takes'];
type Given<V extends Verb> = Promise<Verbs[V]['gives']>;

/** `<rainier-view>`: a view of Inside Project Rainier in a frame (docs/embedding.md). Its attributes are the keys of the
 *  page's address, its methods the verbs of the protocol, its events those of the protocol and `ready`. A verb loads and
 *  starts a view that has not begun. */
export class RainierView extends Base {
  /** Address of the page for elements that do not name one. */
  static page: string | null = null;

  #parts: Parts | null = null;
  #framed: Framed | null = null;
  #stands: () => void = () => {};
  #ready = this.#promise();
  #active = false;
  /** Whether the picture stood when the page last said that it answers; null before it did. */
  #answered: boolean | null = null;
  #state: PublicState | null = null;
  #seconds: number | null = null;
  /** What this element showed before, for the next page once it stands. */
  #left: Left | null = null;
  /** What the attributes stood for when the page was last told. */
  #pairs: ReadonlyMap<string, string> = new Map();
  #seen = true;
  #held = false;
  #told = false;
  #asleep = false;
  #end: (() => void)[] = [];

  /** Resolves when the picture stands. Asking for it starts nothing. */
  get ready(): Promise<void> {
    return this.#ready;
  }
  /** Whether the picture stands. */
  get active(): boolean {
    return this.#active;
  }
  /** Whether time stands still in it and it holds nothing of the GPU. */
  get suspended(): boolean {
    return this.#asleep;
  }
  /** As the page last told it; null before. */
  get state(): PublicState | null {
    return this.#state;
  }
  /** Simulated seconds from the step's start, as the page last told; null before. */
  get seconds(): number | null {
    return this.#seconds;
  }
  get src(): string | null {
    return this.getAttribute('src') ?? RainierView.page;
  }
  set src(address: string) {
    this.setAttribute('src', address);
  }

  getState(): Given<'getState'> {
    return this.#ask('getState', {});
  }
  setState(state: object): Given<'setState'> {
    return this.#ask('setState', { state });
  }
  /** Shows what an address with this query would; keys that it does not name stay as they are. */
  show(query: string): Given<'show'> {
    return this.#ask('show', { query });
  }
  // An attribute too, and frameworks assign to every name that an element has.
  get play(): () => Given<'play'> {
    return () => this.#ask('play', {});
  }
  set play(value: unknown) {
    this.setAttribute('play', String(value));
  }
  pause(): Given<'pause'> {
    return this.#ask('pause', {});
  }
  seek(seconds: number): Given<'seek'> {
    return this.#ask('seek', { seconds });
  }
  select(address: string | null): Given<'select'> {
    return this.#ask('select', { address });
  }
  flyTo(address: string, options?: Omit<Takes<'flyTo'>, 'address'>): Given<'flyTo'> {
    return this.#ask('flyTo', { address, ...options });
  }
  tourStep(by: number): Given<'tourStep'> {
    return this.#ask('tourStep', { by });
  }
  screenshot(options?: Takes<'screenshot'>): Given<'screenshot'> {
    return this.#ask('screenshot', { ...options });
  }
  stats(): Given<'stats'> {
    return this.#ask('stats', {});
  }
  activate(): Given<'activate'> {
    return this.#ask('activate', {});
  }
  /** Stops it until `resume`, seen or not. */
  async suspend(): Given<'suspend'> {
    this.#held = true;
    return this.#rest();
  }
  async resume(): Given<'resume'> {
    this.#held = false;
    return this.#rest();
  }

  connectedCallback(): void {
    this.#parts ??= this.#build();
    const { poster, posterSlot } = this.#parts;
    const attributes = new MutationObserver((changes) => this.#follow(changes));
    attributes.observe(this, { attributes: true });
    this.#end = [
      () => attributes.disconnect(),
      watchSight(this, {
        onNear: () => this.#near(),
        onSeen: (seen) => {
          this.#seen = seen;
          this.#rest().catch(() => {});
        },
      }),
    ];
    poster.hidden = posterSlot.assignedElements().length === 0;
    if (this.#left?.src !== this.src) this.#left = null;
    if (this.getAttribute('loading') === 'eager' || this.#left) this.#load();
  }

  disconnectedCallback(): void {
    for (const end of this.#end) end();
    this.#unload('the view was taken out of its page');
  }

  /** Moved with `moveBefore`, the frame stays what it is. */
  connectedMoveCallback(): void {}

  #build(): Parts {
    const parts = fillShadow(this.attachShadow({ mode: 'open' }));
    const { poster, posterSlot, link } = parts;
    const french = (this.closest('[lang]')?.getAttribute('lang') ?? navigator.language).startsWith('fr');
    const words = elementWords[french ? 'fr' : 'en'];
    poster.setAttribute('aria-label', words.start);
    link.textContent = words.open;
    poster.addEventListener('click', () => {
      poster.setAttribute('aria-busy', 'true');
      this.activate().catch(() => {});
    });
    posterSlot.addEventListener('slotchange', () => {
      poster.hidden = this.#active || posterSlot.assignedElements().length === 0;
    });
    return parts;
  }

  /** The element comes into sight for the first time. */
  #near(): void {
    if (this.getAttribute('loading') === 'manual') return;
    // A poster of the host's waits to be pressed, as the page's own does.
    if (this.#parts?.poster.hidden || writtenAs('autoplay', this.getAttribute('autoplay') ?? '0') === '1')
      this.#load();
  }

  #load(): void {
    if (this.#framed || !this.#parts) return;
    const { room, fallback, link } = this.#parts;
    fallback.hidden = true;
    this.#pairs = new Map(pairsOf(this.attributes));
    try {
      const address = frameAddress(this.src, document.baseURI, this.#pairs);
      link.href = new URL(this.src ?? '', document.baseURI).href;
      this.#framed = openFrame(room, address, this, {
        onWord: () => {
          fallback.hidden = true;
        },
        onReady: (ready) => this.#answers(ready),
        onEvent: (event, value) => this.#tell(event, value),
        onSilence: () => this.#fail(`the page does not answer: ${address}`),
      });
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  /** Takes the page down, and remembers what it showed. */
  #unload(why: string): void {
    // What has not come back yet is left as it was.
    if (this.#state && !this.#left) {
      const { time } = this.#state;
      const state = { ...this.#state, time: { ...time, seconds: this.#seconds ?? time.seconds } };
      this.#left = { state, pairs: this.#pairs, src: this.src };
    }
    this.#framed?.close(why);
    this.#framed = null;
    this.#state = null;
    if (this.#active) this.#ready = this.#promise();
    this.#active = false;
    this.#answered = null;
    this.#asleep = false;
    this.#told = false;
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => {
      this.#stands = resolve;
    });
  }

  #fail(why: string): void {
    if (this.#parts) this.#parts.fallback.hidden = false;
    this.dispatchEvent(new CustomEvent('error', { detail: why }));
  }

  #answers(ready: Ready): void {
    const began = ready.active && !this.#active;
    this.#active = ready.active;
    if (began) {
      if (this.#parts) this.#parts.poster.hidden = true;
      void this.#showAgain();
      this.#rest().catch(() => {});
      this.#stands();
    }
    // A page says so at load and to every greeting: only what is new is told on.
    if (this.#answered === ready.active) return;
    this.#answered = ready.active;
    const { version, capabilities, active } = ready;
    this.dispatchEvent(new CustomEvent('ready', { detail: { version, capabilities, active } }));
  }

  /** Shows what was left in the page before, as far as the attributes do not say otherwise now, and notes what stands then. */
  async #showAgain(): Promise<void> {
    const framed = this.#framed;
    const again = this.#left && cameBack(this.#left, this.#pairs);
    try {
      // Each after the last: a state with another scenario is shown once that has been simulated.
      if (again) await this.setState(again.state).catch(() => {});
      if (again?.query && framed === this.#framed) await this.show(again.query).catch(() => {});
      if (framed !== this.#framed) return;
      this.#left = null;
      this.#state = await this.getState();
    } catch {
      // The page was taken down meanwhile.
    }
  }

  #tell<E extends EventName>(event: E, value: Events[E]): void {
    if (event === 'state') this.#state = value as Events['state'];
    if (event === 'time') this.#seconds = value as Events['time'];
    if (event === 'suspend') this.#asleep = true;
    if (event === 'resume') this.#asleep = false;
    const told = this.dispatchEvent(new CustomEvent(event, { detail: value, cancelable: event === 'key' }));
    if (event === 'key' && told) repeatKey(this, value as Events['key']);
    // Whoever leaves the picture is in the page around it again.
    if (event === 'deactivate') this.#framed?.element.blur();
  }

  #ask<V extends Verb>(verb: V, takes: Takes<V>): Given<V> {
    this.#load();
    if (!this.#framed) return Promise.reject(new Error('the view is in no page, or has no address to show'));
    return this.#framed.ask(verb, takes);
  }

  /** Lets a picture that stands sleep where it was told to, or cannot be seen. */
  async #rest(): Promise<null> {
    const rest = this.#held || !this.#seen;
    if (!this.#active || rest === this.#told) return null;
    this.#told = rest;
    return this.#ask(rest ? 'suspend' : 'resume', {});
  }

  #follow(changes: readonly MutationRecord[]): void {
    if (!this.#framed) return;
    const names = new Set(changes.map(({ attributeName }) => attributeName ?? ''));
    const changed = new URLSearchParams();
    let anew = false;
    let forget = false;
    for (const name of names) {
      const key = keyOf(name);
      const value = this.getAttribute(name);
      if (name === 'src' || (key !== undefined && value === null)) forget = true;
      else if (name === 'sandbox' || name === 'allow' || (key !== undefined && isFixed(key))) anew = true;
      else if (key !== undefined) changed.set(key, writtenAs(key, value ?? ''));
    }
    if (forget || anew || !this.#active) {
      if (!forget && !anew && changed.size === 0) return;
      const began = this.#active;
      this.#unload('the view was loaded anew');
      if (forget) this.#left = null;
      this.#load();
      if (began) this.activate().catch(() => {});
    } else if (changed.size > 0) {
      this.#pairs = new Map(pairsOf(this.attributes));
      this.show(changed.toString()).catch((error: Error) =>
        this.dispatchEvent(new CustomEvent('error', { detail: error.message })),
      );
    }
  }
}

/** Makes `<rainier-view>` known, where there is a document. */
export function defineView(): void {
  const { customElements } = globalThis;
  if (customElements && !customElements.get('rainier-view'))
    customElements.define('rainier-view', RainierView);
}

declare global {
  interface HTMLElementTagNameMap {
    'rainier-view': RainierView;
  }
}
