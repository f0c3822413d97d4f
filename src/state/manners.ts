export const WHEELS = ['ctrl', 'focus', 'always', 'off'] as const;
export const KEY_OWNERS = ['pass', 'own'] as const;

/** How the page behaves where others show it. Fixed by the address it was opened with. */
export interface Manners {
  /** The picture alone, as a guest in another page. */
  readonly embed: boolean;
  /** The guest starts by itself once it can be seen. */
  readonly autoplay: boolean;
  /** Who gets the keys that turn slides; null: the host, unless the picture was entered by keyboard. */
  readonly keys: (typeof KEY_OWNERS)[number] | null;
  /** When a wheel on the picture zooms instead of scrolling the host; `ctrl`: with Ctrl or ⌘, or once entered. */
  readonly wheel: (typeof WHEELS)[number];
  /** False: nothing leads away from the page. */
  readonly links: boolean;
  /** Seconds without a hand on it after which the page goes back to its beginning and shows itself; null: never. */
  readonly kiosk: number | null;
  /** The page stands in a learning management system, which is told how far the tour has come. */
  readonly lms: boolean;
}

/** The manners of the site itself. */
export const AT_HOME: Manners = {
  embed: false,
  autoplay: false,
  keys: null,
  wheel: 'always',
  links: true,
  kiosk: null,
  lms: false,
};

/** How a visitor came into the picture of an embedded page; null while outside. */
export type Entered = 'pointer' | 'keyboard' | null;

/** Whether a wheel on the picture is the picture's: otherwise it scrolls the host. */
export function takesWheel(
  { manners: { embed, wheel }, entered }: { readonly manners: Manners; readonly entered: Entered },
  { ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean },
): boolean {
  const inside = !embed || entered !== null;
  if (wheel === 'off') return false;
  if (wheel === 'always') return true;
  if (wheel === 'focus') return inside;
  return ctrlKey || metaKey || (embed && entered !== null);
}

/** Whether keys that turn slides go to the host. */
export function passesKeys({
  manners: { embed, keys },
  entered,
}: {
  readonly manners: Manners;
  readonly entered: Entered;
}): boolean {
  if (keys !== null) return keys === 'pass';
  return embed && entered !== 'keyboard';
}
