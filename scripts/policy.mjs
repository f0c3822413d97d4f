// What a built page may load: a policy that stands in the page itself, so that it holds on every host.
import { createHash } from 'node:crypto';

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const list = (texts) => texts.map(hash).join(' ');

/** A page with files beside it: its own files, and pictures, films and threads that it makes itself. What stands in the
 *  page is named by its hash. A host's own header may say more (docs/hosting.md). */
export function sitePolicy({ scripts, styles }) {
  return tag([
    "default-src 'none'",
    `script-src 'self' ${list(scripts)}`,
    // Sandboxed frames have threads from source inside the bundle only.
    "worker-src 'self' blob:",
    `style-src 'self' ${list(styles)}`,
    "img-src 'self' data: blob:",
    'media-src blob:',
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
}

/** A page that is one file: nothing but what stands in it, by its hash. It can ask no host for anything. */
export function filePolicy({ scripts, styles }) {
  return tag([
    "default-src 'none'",
    `script-src ${list(scripts)}`,
    'worker-src blob:',
    `style-src ${list(styles)}`,
    'img-src data: blob:',
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
}

function tag(rules) {
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}
