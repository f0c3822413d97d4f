import { type Format, formatOf } from '../look/format.ts';
import { useRainier } from '../state/session.tsx';

/** Number formats of the visitor's language. */
export function useFormat(): Format {
  return formatOf(useRainier((state) => state.lang));
}
