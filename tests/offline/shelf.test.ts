import { describe, expect, it } from 'vitest';
import { createShelf } from '../../src/offline/shelf.ts';

const SCOPE = 'https://host/some/folder/';
const KEPT = {
  version: 'two',
  files: [
    ['', 'page'],
    ['assets/a-1.js', 'a'],
  ],
} as const;

/** Caches that hold addresses alone, with what was asked of the network. */
function memory(refused: readonly string[] = []) {
  const shelves = new Map<string, Map<string, Response>>();
  const asked: { readonly url: string; readonly integrity: string; readonly cache: string }[] = [];
  const caches = {
    async open(name: string) {
      if (!shelves.has(name)) shelves.set(name, new Map());
      const shelf = shelves.get(name)!;
      return {
        async addAll(requests: readonly Request[]) {
          for (const { url, integrity, cache } of requests) asked.push({ url, integrity, cache });
          if (requests.some(({ url }) => refused.includes(url))) throw new TypeError('Failed to fetch');
          for (const { url } of requests) shelf.set(url, new Response(`${name} ${url}`));
        },
        match: async (url: string) => shelf.get(url),
      };
    },
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
    match: async (url: string) => [...shelves.values()].map((shelf) => shelf.get(url)).find(Boolean),
  };
  return { caches: caches as unknown as CacheStorage, shelves, asked };
}

const network = async (request: RequestInfo | URL): Promise<Response> =>
  new Response(`network ${(request as Request).url}`);
const get = (url: string): Request => new Request(url);

describe('the shelf of a version', () => {
  it('asks for every file with its digest, and for what is not named by its content without old answers', async () => {
    const { caches, asked } = memory();
    await createShelf(caches, network, SCOPE, KEPT).fill();
    expect(asked).toEqual([
      { url: SCOPE, integrity: 'sha256-page', cache: 'no-cache' },
      { url: `${SCOPE}assets/a-1.js`, integrity: 'sha256-a', cache: 'default' },
    ]);
  });

  it('keeps nothing where one file is refused', async () => {
    const { caches, shelves } = memory([SCOPE]);
    await expect(createShelf(caches, network, SCOPE, KEPT).fill()).rejects.toThrow('Failed to fetch');
    expect([...shelves.keys()]).toEqual([]);
  });

  it('answers for the page at any query, and for its files, and leaves everything else alone', () => {
    const { nameOf } = createShelf(memory().caches, network, SCOPE, KEPT);
    expect(nameOf(get(`${SCOPE}?at=b1/h2#x`))).toBe('');
    expect(nameOf(get(`${SCOPE}index.html?play=0`))).toBe('');
    expect(nameOf(get(`${SCOPE}assets/a-1.js`))).toBe('assets/a-1.js');
    expect(nameOf(get(`${SCOPE}og.jpg`))).toBeNull();
    expect(nameOf(get('https://host/some/folder-2/'))).toBeNull();
    expect(nameOf(get('https://other/some/folder/'))).toBeNull();
    expect(nameOf(new Request(SCOPE, { method: 'POST' }))).toBeNull();
  });

  it('takes a file from its own version first, then from an older one, then from the network', async () => {
    const { caches } = memory();
    const old = createShelf(caches, network, SCOPE, {
      version: 'one',
      files: [
        ['', 'old'],
        ['assets/b-0.js', 'b'],
      ],
    });
    const own = createShelf(caches, network, SCOPE, KEPT);
    await old.fill();
    await own.fill();
    const text = async (name: string): Promise<string> => (await own.take(name, get(SCOPE + name))).text();
    expect(await text('')).toBe(`inside-project-rainier ${SCOPE} two ${SCOPE}`);
    expect(await text('assets/b-0.js')).toBe(`inside-project-rainier ${SCOPE} one ${SCOPE}assets/b-0.js`);
    expect(await text('assets/c.js')).toBe(`network ${SCOPE}assets/c.js`);
  });

  it('clears what older versions kept for its folder alone, and nothing while a newer one comes', async () => {
    const { caches, shelves } = memory();
    for (const [scope, version] of [
      [SCOPE, 'one'],
      [SCOPE, 'two'],
      [`${SCOPE}deeper/`, 'one'],
    ])
      await createShelf(caches, network, scope, { ...KEPT, version }).fill();
    const own = createShelf(caches, network, SCOPE, KEPT);
    await own.clear(() => true);
    expect(shelves.size).toBe(3);
    await own.clear(() => false);
    expect([...shelves.keys()]).toEqual([
      `inside-project-rainier ${SCOPE} two`,
      `inside-project-rainier ${SCOPE}deeper/ one`,
    ]);
  });
});
