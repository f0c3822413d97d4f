/** When a screen reader is told what the step does: while it plays slowly enough to be followed, always, or never. */
export const NARRATIONS = ['slow', 'always', 'off'] as const;

/** What is chosen once and kept: nothing that a link says. */
export interface Settings {
  /** Keys of a single character act on the picture and the timeline (WCAG 2.1.4). */
  readonly shortcuts: boolean;
  readonly narration: (typeof NARRATIONS)[number];
}

export const DEFAULT_SETTINGS: Settings = { shortcuts: true, narration: 'slow' };

/** The one place they are kept in, version 1. */
const KEY = 'inside-project-rainier.settings.1';

/** The part of `Storage` that is used; asking for it may throw where it is refused. */
type Keeper = () => Pick<Storage, 'getItem' | 'setItem'>;

/** The part of the store that is used. */
interface Holder {
  subscribe(
    listener: (state: { readonly settings: Settings }, before: { readonly settings: Settings }) => void,
  ): () => void;
}

/** What was kept; the default for what is missing, damaged or refused. */
export function readSettings(keeper: Keeper): Settings {
  try {
    const kept: unknown = JSON.parse(keeper().getItem(KEY) ?? '{}');
    const { shortcuts, narration } = (kept ?? {}) as Partial<Record<keyof Settings, unknown>>;
    return {
      shortcuts: typeof shortcuts === 'boolean' ? shortcuts : DEFAULT_SETTINGS.shortcuts,
      narration: NARRATIONS.find((each) => each === narration) ?? DEFAULT_SETTINGS.narration,
    };
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Keeps every change, where the browser allows it. Returns how to stop. */
export function rememberSettings(store: Holder, keeper: Keeper): () => void {
  return store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return;
    try {
      keeper().setItem(KEY, JSON.stringify(settings));
    } catch {
      // A browser that refuses storage forgets them with the page; they hold until then.
    }
  });
}
