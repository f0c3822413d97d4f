import type { Rainier } from '../../src/state/api.ts';

declare global {
  interface Window {
    readonly rainier: Rainier;
  }
}
