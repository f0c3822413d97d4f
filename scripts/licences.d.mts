import type { Plugin } from 'vite';

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly home: string | null;
  readonly text: string;
  readonly shipped: boolean;
}

interface Chunk {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

export function packageFolder(id: string): string | null;
export function packagesIn(chunks: readonly Chunk[]): string[];
export function licenceOf(folder: string): Licence;
export function licences(): Plugin;
