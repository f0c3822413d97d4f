import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { carried } from './scripts/carried.mjs';
import { classicBundle } from './scripts/classic.mjs';
import { leanShaders, leanThree, ownClock } from './scripts/lean.mjs';
import { licences } from './scripts/licences.mjs';
import { keptOffline } from './scripts/offline.mjs';

// Relative base: dist/ works under any path of any static host.
export default defineConfig({
  base: './',
  plugins: [
    react(),
    leanThree(),
    leanShaders(),
    ownClock(),
    licences(),
    classicBundle(),
    carried(),
    keptOffline(),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // On a busy machine a key or a message is answered late.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
