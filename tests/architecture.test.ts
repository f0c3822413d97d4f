import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve('src');

/** Who may import whom, and from npm. A folder may always import itself. */
const MAY: Record<string, { folders: string[]; packages: string[] }> = {
  facts: { folders: [], packages: [] },
  timeline: { folders: [], packages: [] },
  look: { folders: [], packages: [] },
  text: { folders: [], packages: [] },
  offline: { folders: [], packages: [] },
  lms: { folders: [], packages: [] },
  scenario: { folders: ['facts'], packages: ['valibot', 'lz-string'] },
  cluster: { folders: ['facts', 'scenario'], packages: [] },
  sim: { folders: ['facts', 'scenario', 'cluster', 'timeline'], packages: [] },
  state: {
    folders: ['facts', 'scenario', 'cluster', 'timeline', 'text', 'sim/protocol.ts'],
    packages: ['react', 'zustand'],
  },
  // `scenario/scenario.ts`: its types, the shape of a site among them.
  scene: {
    folders: ['facts', 'scenario/scenario.ts', 'cluster', 'timeline', 'state', 'look'],
    packages: ['react', 'three', '@react-three/fiber', '@react-three/drei', 'camera-controls'],
  },
  floorplan: {
    folders: ['facts', 'scenario/scenario.ts', 'cluster', 'timeline', 'state', 'look'],
    packages: ['react'],
  },
  // Between a host and the page: the protocol, and how a guest behaves.
  embed: { folders: ['state', 'text'], packages: ['valibot'] },
  // In the page of somebody else: the element around a frame.
  host: { folders: ['embed/protocol.ts', 'state/keys.ts', 'state/api.ts', 'text/poster.ts'], packages: [] },
  panels: {
    folders: ['facts', 'scenario', 'cluster', 'timeline', 'state', 'look', 'export'],
    packages: ['react', 'd3-scale'],
  },
  // Writers of films, loops and QR codes: loaded when one is asked for.
  export: {
    folders: ['facts', 'scenario', 'cluster', 'timeline', 'state', 'look'],
    packages: ['react', 'd3-scale', 'mediabunny', 'gifenc', 'uqr'],
  },
};

interface Import {
  readonly from: string;
  /** Path under src/, or the package's name. */
  readonly to: string;
  readonly local: boolean;
  readonly typeOnly: boolean;
}

function sources(): string[] {
  return readdirSync(SRC, { recursive: true })
    .map(String)
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|(?:import|new URL)\(\s*['"]([^'"]+)['"]/g;
  for (const match of text.matchAll(pattern)) {
    // Without how it is asked for: `worker.ts?worker&inline`.
    const target = (match[2] ?? match[3]).split('?')[0];
    if (/\.css$/.test(target)) continue;
    const local = target.startsWith('.');
    const to = local
      ? path.posix.join(path.posix.dirname(file), target)
      : target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/');
    found.push({ from: file, to, local, typeOnly: match[1] !== undefined });
  }
  return found;
}

const files = sources();
const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  it('lets each folder import only what it may know', () => {
    const wrong = imports.filter(({ from, to, local }) => {
      if (!from.includes('/')) return false;
      const folder = from.split('/')[0];
      const may = MAY[folder];
      if (!may) return true;
      if (!local) return !may.packages.some((name) => to === name);
      return to.split('/')[0] !== folder && !may.folders.some((f) => to === f || to.startsWith(`${f}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets state know the simulator, and pictures the scenario, by types alone', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        ((from.startsWith('state/') && to.startsWith('sim/')) ||
          (/^(scene|floorplan)\//.test(from) && to.startsWith('scenario/'))),
    );
    expect(wrong).toEqual([]);
  });

  it('has no cycle between files', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, local } of imports)
      if (local && files.includes(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (done.has(file)) return;
      const at = trail.indexOf(file);
      if (at >= 0) {
        cycles.push([...trail.slice(at), file].join(' → '));
        return;
      }
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('resolves every relative import', () => {
    const missing = imports.filter(({ to, local }) => local && !files.includes(to));
    expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps the pure folders free of clocks and chance', () => {
    const pure = files.filter((f) => /^(facts|scenario|cluster|sim|timeline|look|text)\//.test(f));
    const wrong = pure.filter((f) =>
      // The page itself is kept out by tsconfig.pure.json, which knows no DOM.
      /\b(Math\.random|Date\.now|new Date\(\)|performance\.now)/.test(
        readFileSync(path.join(SRC, f), 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps files short and doors thin', () => {
    const lines = (f: string): number => readFileSync(path.join(SRC, f), 'utf8').split('\n').length;
    expect(files.filter((f) => lines(f) > 400)).toEqual([]);
    expect(lines('worker.ts')).toBeLessThan(30);
  });

  it('draws with raw shaders alone, because the built-in ones are left out of the bundle', () => {
    const wrong = files.filter((f) =>
      /\b(?:Mesh|Line|Points|Sprite|Shadow)\w*Material\b|(?<!Raw)ShaderMaterial\b|scene\.background/.test(
        readFileSync(path.join(SRC, f), 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has no drawer for leftovers', () => {
    expect(files.filter((f) => /(?:^|\/)(?:utils?|helpers?|common|types|core|index)\.tsx?$/.test(f))).toEqual(
      [],
    );
  });
});
