// Builds the site and serves it, printing the address; opens a browser where there is a desktop.
import { spawn } from 'node:child_process';
import { build, preview } from 'vite';

await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 4173, host: 'localhost' }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/';
console.log(`\n  Inside Project Rainier is at ${address}\n  Ctrl+C stops it.\n`);

const desktop =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;
if (desktop && !process.env.CI) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
