import { posterWords } from '../text/poster.ts';
import { hostOf, LISTENING, STANDING } from './host.ts';
import { loadingMessage, readyMessage } from './protocol.ts';
import { addressed } from './weigh.ts';

/** Messages that wait until the page stands. */
const MOST_HELD = 64;
/** Share of the frame that must be in sight before it starts by itself. */
const IN_SIGHT = 0.2;
const LEVELS = ['campus', 'building', 'hall', 'row', 'ultraserver', 'server', 'tray', 'chip', 'core'];

/** The file that shows the level of the place that the address names (scripts/posters.mjs draws them). */
export function pictureOf(query: URLSearchParams): string {
  const depth = Math.min((query.get('at') ?? '').split('/').filter(Boolean).length, LEVELS.length - 1);
  const level = LEVELS[depth] === 'server' ? 'ultraserver' : LEVELS[depth];
  return `posters/${level}${query.get('theme') === 'light' ? '-light' : ''}.webp`;
}

/** A still picture of the place that the address names, as one real button over the whole frame. */
function drawPoster(query: URLSearchParams): HTMLButtonElement {
  const asked = query.get('lang') ?? navigator.language.slice(0, 2);
  const lang = asked === 'fr' ? 'fr' : 'en';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'poster';
  button.lang = lang;
  button.style.cssText =
    'position:fixed;inset:0;z-index:9;width:100%;height:100%;margin:0;padding:0;border:0;cursor:pointer;' +
    'background:#080c14;color:#e8eef8;font:600 16px/1.4 system-ui,sans-serif;overflow:hidden';
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = `./${pictureOf(query)}`;
  picture.onerror = () => picture.remove();
  picture.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;object-fit:cover';
  const label = document.createElement('span');
  label.style.cssText =
    'position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);padding:.7em 1.3em;border-radius:2em;' +
    'background:#0d131dee;box-shadow:0 0 0 1px #93a3bd;white-space:nowrap;max-width:92%';
  label.textContent = `▶\u2002${posterWords[lang].start}`;
  button.append(picture, label);
  return button;
}

const tellLoading = (host: Window): void => host.postMessage(loadingMessage(), '*');

/**
 * Shows a poster in the frame until it is pressed, until the host asks something of the page, or, with `autoplay=1`, until
 * it can be seen; then calls `start` once. What the host said until the page listens is said to it again then.
 */
export function awaitStart(query: URLSearchParams, start: () => void): void {
  const host = hostOf(window, true);
  const autoplay = query.get('autoplay') === '1';
  const poster = drawPoster(query);
  const held: MessageEvent[] = [];
  let started = false;
  /** Nobody knows yet whether the frame is in sight. */
  let unseen = autoplay;
  let greeted = false;

  const greet = (): void => {
    if (started || unseen || !greeted) return;
    host?.postMessage(readyMessage(false), '*');
  };
  const begin = (): void => {
    if (started) return;
    started = true;
    sight.disconnect();
    poster.setAttribute('aria-busy', 'true');
    if (host) tellLoading(host);
    start();
  };
  const hear = (event: MessageEvent): void => {
    if (event.source !== host || held.length >= MOST_HELD) return;
    const message = addressed(event.data);
    if (!message) return;
    // Once it has begun the page says itself that it stands.
    if (message.type === 'hello') {
      greeted = true;
      if (started) tellLoading(event.source as Window);
      else greet();
    } else {
      held.push(event);
      begin();
    }
  };
  const sight = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
      unseen = false;
      greet();
    },
    { threshold: IN_SIGHT },
  );

  if (host) addEventListener('message', hear);
  addEventListener(
    LISTENING,
    () => {
      removeEventListener('message', hear);
      for (const { data, origin, source } of held)
        dispatchEvent(new MessageEvent('message', { data, origin, source }));
    },
    { once: true },
  );
  addEventListener(STANDING, () => poster.remove(), { once: true });
  poster.addEventListener(
    'click',
    ({ detail, pointerType }: Partial<PointerEvent>) => {
      // Whoever presses it comes into the picture (enter.ts); but a finger must be able to scroll on.
      if (pointerType !== 'touch')
        document.documentElement.dataset.entered = detail === 0 ? 'keyboard' : 'pointer';
      begin();
    },
    { once: true },
  );
  const stand = (): void => {
    document.querySelector('.opening')?.remove();
    document.body.append(poster);
    if (autoplay) sight.observe(poster);
    greeted = true;
    greet();
  };
  if (document.body) stand();
  else addEventListener('DOMContentLoaded', stand, { once: true });
}
