import type { Plugin } from 'vite';

export function siteAddress(given?: string): string | null;
export function oEmbedOf(address: string | null): Record<string, unknown>;
export function embedPage(): string;
export function carried(): Plugin;
