import { problemText } from '../state/problem.ts';
import { useRainier } from '../state/session.tsx';

/** A sentence that says what is wrong, in the visitor's language. */
export function Problem({ message }: { message: string }) {
  const lang = useRainier((state) => state.lang);
  return <>{problemText(message, lang)}</>;
}
