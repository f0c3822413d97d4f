import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';

/** Addresses as they stand in sources: a host with a known ending and, where given, a path. */
const ADDRESS =
  /((?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|dev|blog|cn|in|gov|edu|news|us|live)(?:\/[^\s,;)]*)?)/gi;

/** A source as it is named, its addresses as links that open beside the page; as text alone where nothing leads away. */
export function Cited({ source }: { source: string }) {
  const words = useWords();
  const links = useRainier((state) => state.manners.links);
  if (source === 'position') return words('source.position');
  const parts: { at: number; text: string; address: boolean }[] = [];
  let at = 0;
  // Split by an expression with one group: texts and addresses take turns.
  for (const text of source.split(ADDRESS)) {
    parts.push({ at, text, address: parts.length % 2 === 1 });
    at += text.length;
  }
  return parts.map((part) =>
    part.address && links ? (
      <a key={part.at} href={`https://${part.text}`} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
