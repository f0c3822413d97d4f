/** What the fillings of a chart mean. */
export function Keys({ keys }: { readonly keys: readonly (readonly [part: string, word: string])[] }) {
  return (
    <ul className="chart-keys">
      {keys.map(([part, word]) => (
        <li key={part}>
          <span className={`key part ${part}`} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}
