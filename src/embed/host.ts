/** Said by the page once it hears messages itself, and once its picture stands: to the poster before it. */
export const LISTENING = 'rainier:listening';
export const STANDING = 'rainier:standing';

/** Whose messages are heard: the page around a frame; of a page that was opened as a guest in a window of its own, the one
 *  that opened it. */
export function hostOf(self: Window, embed: boolean): Window | null {
  if (self.parent !== self) return self.parent;
  return embed ? (self.opener as Window | null) : null;
}
