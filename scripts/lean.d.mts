import type { Plugin } from 'vite';

/** A vite plugin that leaves three's built-in shaders out of builds. */
export function leanThree(): Plugin;

/** A vite plugin that takes comments and indentation out of the scene's shaders in builds. */
export function leanShaders(): Plugin;

/** A vite plugin that spares builds three's deprecated clock. */
export function ownClock(): Plugin;
