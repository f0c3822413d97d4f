import { ScenarioError } from './error.ts';

/** Longest text that is parsed, characters: a config.json has a few thousand. */
export const LONGEST_TEXT = 1_000_000;

/** Parses the text of a file that may be anything, huge ones unread. `what` names it in the error. */
export function parseJson(what: string, text: string): unknown {
  if (text.length > LONGEST_TEXT) {
    throw new ScenarioError(what, 'must be at most 1 MB of text', `${(text.length / 1e6).toFixed(1)} MB`);
  }
  try {
    // Some editors and shells put a byte order mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // What no text holds: quoting it would tell nothing.
    const binary = /[\0\uFFFD]/.test(text);
    throw new ScenarioError(what, 'must be JSON', binary ? 'binary data' : text.trim());
  }
}
