/** What stands in an element beside its frame. */
export interface Parts {
  /** Where the frame is put. */
  readonly room: HTMLElement;
  /** Lies over the frame until the picture stands; there where the page around gives one. */
  readonly poster: HTMLButtonElement;
  readonly posterSlot: HTMLSlotElement;
  /** Shown where there will be no picture. */
  readonly fallback: HTMLElement;
  readonly link: HTMLAnchorElement;
}

// Rules of a sheet that a script makes need no `unsafe-inline` of a host's policy.
const RULES = `
:host { display: block; position: relative; overflow: hidden; aspect-ratio: 16/9; min-width: 0; background: #080c14; color: #e8eef8 }
:host([hidden]) { display: none }
.room, iframe, button { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; padding: 0; margin: 0 }
button { background: none; color: inherit; font: inherit; cursor: pointer }
button[hidden], .fallback[hidden] { display: none }
button:focus-visible { outline: 3px solid #7cc4ff; outline-offset: -3px }
button ::slotted(*) { width: 100%; height: 100%; object-fit: cover; display: block }
button[aria-busy=true] { cursor: progress }
.fallback { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; background: #080c14 }
.fallback a { color: #7cc4ff }
`;

/** Fills the shadow of an element. */
export function fillShadow(shadow: ShadowRoot): Parts {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  shadow.adoptedStyleSheets = [sheet];
  const make = <K extends keyof HTMLElementTagNameMap>(name: K, className: string) => {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
      element.part.add(className);
    }
    return element;
  };
  const slot = (name: string): HTMLSlotElement => Object.assign(make('slot', ''), { name });
  const room = make('div', 'room');
  const poster = Object.assign(make('button', 'poster'), { type: 'button' as const, hidden: true });
  const posterSlot = slot('poster');
  poster.append(posterSlot);
  const fallback = Object.assign(make('div', 'fallback'), { hidden: true });
  const fallbackSlot = slot('fallback');
  const link = Object.assign(make('a', ''), { target: '_blank', rel: 'noopener' });
  fallbackSlot.append(link);
  fallback.append(fallbackSlot);
  shadow.append(room, poster, fallback);
  return { room, poster, posterSlot, fallback, link };
}
