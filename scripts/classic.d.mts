import type { Plugin } from 'vite';

export function buildClassic(): Promise<{ readonly script: string; readonly styles: string }>;
export function classicBundle(): Plugin;
