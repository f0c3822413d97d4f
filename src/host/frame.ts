import { elementWords } from '../text/poster.ts';
import { type Ends, openWire, type Wire } from './wire.ts';

/** A page that has not answered for so long will not, milliseconds. */
const SILENCE = 30_000;
/** The rights of the frame: to run its script, and to open and save what the visitor asks for. Its origin is nobody's. */
const RIGHTS = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
const ALLOWED = 'fullscreen; clipboard-write';

/** A page in a frame, and the line to it. */
export interface Framed extends Wire {
  readonly element: HTMLIFrameElement;
}

interface Heard extends Omit<Ends, 'far'> {
  /** The page says nothing at all. */
  readonly onSilence: () => void;
}

/** Loads the page into a room; what the frame is called and may do is said by attributes of the element around it. */
export function openFrame(
  room: Element,
  address: string,
  around: Element,
  { onWord, onReady, onEvent, onSilence }: Heard,
): Framed {
  const element = document.createElement('iframe');
  element.src = address;
  element.title = around.getAttribute('title') ?? around.getAttribute('aria-label') ?? elementWords.en.title;
  element.setAttribute('sandbox', around.getAttribute('sandbox') ?? RIGHTS);
  element.allow = around.getAttribute('allow') ?? ALLOWED;
  const silence = setTimeout(onSilence, SILENCE);
  /** A page whose own policy lets no such frame in is told so at once. */
  const onRefusal = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    const { origin } = new URL(address);
    if (effectiveDirective !== 'frame-src' || !URL.canParse(blockedURI)) return;
    if (new URL(blockedURI).origin !== origin) return;
    clearTimeout(silence);
    onSilence();
  };
  document.addEventListener('securitypolicyviolation', onRefusal);
  const wire = openWire({
    far: () => element.contentWindow,
    onWord() {
      clearTimeout(silence);
      onWord();
    },
    onReady,
    onEvent,
  });
  room.replaceChildren(element);
  return {
    element,
    ask: wire.ask,
    close(why) {
      clearTimeout(silence);
      document.removeEventListener('securitypolicyviolation', onRefusal);
      wire.close(why);
      element.remove();
    },
  };
}
