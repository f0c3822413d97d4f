/** A map that makes what it lacks, and starts afresh beyond `most` entries. */
export function memo<T>(most = Number.POSITIVE_INFINITY): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= most) known.clear();
      value = make();
      known.set(key, value);
    }
    return value;
  };
}
