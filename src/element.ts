import { defineView } from './host/view.ts';

export type { EventName, Events, PassedKey, Ready, Verb, Verbs } from './embed/protocol.ts';
export { RainierView } from './host/view.ts';
export type { PublicState, SceneStats, ScreenshotOptions } from './state/api.ts';

// The web component <rainier-view>. Without a document, on a server, this does nothing.
defineView();
