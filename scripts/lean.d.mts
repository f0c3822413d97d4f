import type { Plugin } from 'vite';

/** A vite plugin that leaves three's built-in shaders out of builds. */
export function leanThree(): Plugin;
