// Serves the decks of examples/ beside the built site and the element that they show: npm run build, npm run build:embed, then
// npm run examples
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { preview } from 'vite';

for (const built of ['dist', 'dist-embed'])
  if (!existsSync(built)) {
    console.error(`there is no ${built}/: run npm run build and npm run build:embed first`);
    process.exit(1);
  }
const deck = ['--html', 'examples/marp/deck.md', '-o', 'examples/marp/deck.html'];
execFileSync(process.execPath, ['node_modules/@marp-team/marp-cli/marp-cli.js', ...deck], {
  stdio: 'ignore',
});
const server = await preview({
  configFile: false,
  build: { outDir: '.' },
  preview: { port: 4174, host: 'localhost' },
  // The folder that is served is the project's own, of which Vite warns because a build would empty it.
  logLevel: 'error',
});
for (const page of ['reveal/index.html', 'marp/deck.html', 'plain/index.html'])
  console.log(`  ${server.resolvedUrls?.local[0]}examples/${page}`);
