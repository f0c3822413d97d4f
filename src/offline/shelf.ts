/** What a version of the site is made of. */
export interface Kept {
  readonly version: string;
  /** Paths below the site's folder ('' is the page itself), each with the SHA-256 of its bytes in base64. */
  readonly files: readonly (readonly [name: string, digest: string])[];
}

/** The files of one version, kept in the browser. */
export interface Shelf {
  /** Fetches every file and checks its bytes; keeps all or nothing. */
  fill(): Promise<void>;
  /** Drops what other versions kept for the same folder, unless one of them is newer: `coming` says whether one waits. */
  clear(coming: () => boolean): Promise<void>;
  /** The name of what a request is for; null for what is not of this site, or not kept. */
  nameOf(request: Pick<Request, 'method' | 'url'>): string | null;
  /** What is kept under a name; from the network where it is gone. */
  take(name: string, request: Request): Promise<Response>;
}

/** Sites in other folders of the same host have shelves of their own. */
const shelvesOf = (scope: string): string => `inside-project-rainier ${scope} `;

/** Files whose names hold a digest of what is in them, so that no host need be asked again. */
const NAMED = 'assets/';

export function createShelf(
  caches: CacheStorage,
  fetch: typeof globalThis.fetch,
  scope: string,
  { version, files }: Kept,
): Shelf {
  const own = shelvesOf(scope) + version;
  const names = new Set(files.map(([name]) => name));
  return {
    async fill() {
      const cache = await caches.open(own);
      try {
        await cache.addAll(
          files.map(
            ([name, digest]) =>
              new Request(scope + name, {
                cache: name.startsWith(NAMED) ? 'default' : 'no-cache',
                // While a host changes from one version to the next, a file of the other one is refused.
                integrity: `sha256-${digest}`,
              }),
          ),
        );
      } catch (error) {
        await caches.delete(own);
        throw error;
      }
    },
    async clear(coming) {
      const all = await caches.keys();
      // Asked after the names are read: a shelf that is filled from now on is not among them.
      if (coming()) return;
      const others = all.filter((name) => name.startsWith(shelvesOf(scope)) && name !== own);
      await Promise.all(others.map((name) => caches.delete(name)));
    },
    nameOf({ method, url }) {
      const address = url.split(/[?#]/)[0];
      if (method !== 'GET' || !address.startsWith(scope)) return null;
      const name = address.slice(scope.length).replace(/^index\.html$/, '');
      return names.has(name) || name.startsWith(NAMED) ? name : null;
    },
    async take(name, request) {
      const address = scope + name;
      const kept =
        (await (await caches.open(own)).match(address, { ignoreVary: true })) ??
        // A window of an older version asks for a file that only that one has.
        (await caches.match(address, { ignoreVary: true }));
      return kept ?? fetch(request);
    },
  };
}
