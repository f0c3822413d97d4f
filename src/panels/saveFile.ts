/** Gives the browser a file to keep. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** False in a frame that is sandboxed without an origin: browsers refuse its downloads without a word, unless the host
 *  allows them, which cannot be asked. */
export function maySave(): boolean {
  return self.origin !== 'null' || self.parent === self;
}
