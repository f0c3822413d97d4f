// Finds a Chromium for the tests: an installed Chrome, Chromium or Edge; else playwright's download; else Debian's
// package where this is root. `npm run browser` calls it first; tests ask `findBrowser()` again for the path.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES86 } = process.env;
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[LOCALAPPDATA, PROGRAMFILES, PROGRAMFILES86]
    .filter(Boolean)
    .flatMap((dir) => [
      `${dir}\\Google\\Chrome\\Application\\chrome.exe`,
      `${dir}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
];

/** Path of a browser that is there now; undefined where there is none. */
export function findBrowser() {
  if (process.env.CHROME_PATH && existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
  const dirs = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  for (const name of NAMES)
    for (const dir of dirs) if (dir && existsSync(`${dir}/${name}`)) return `${dir}/${name}`;
  const placed = PLACES.find((place) => existsSync(place));
  if (placed) return placed;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

function attempt(command, args, options = {}) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], ...options });
  } catch {
    // The next way is tried; whether a browser is there is asked afterwards.
  }
}

function provide() {
  if (findBrowser()) return;
  console.log('no Chrome, Chromium or Edge found; trying to download one');
  attempt(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { timeout: 300_000 });
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('the download failed; trying apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    attempt('apt-get', ['update'], { env });
    attempt('apt-get', ['install', '-y', 'chromium', 'fonts-dejavu'], { env });
  }
  if (!findBrowser()) {
    console.error(
      'The browser tests need Chrome, Chromium or Edge: install one of them, or set CHROME_PATH to it.',
    );
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) provide();
