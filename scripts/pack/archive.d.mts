export type Entry = readonly [name: string, bytes: Uint8Array];

export function builtSite(dist?: string): Entry[];
export function archive(entries: readonly Entry[]): Uint8Array;
export function writeArchive(folder: string, name: string, entries: readonly Entry[]): void;
