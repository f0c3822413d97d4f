/** Where traces are opened: the only place outside that anything is handed to, and only after a press that says so. */
export const PERFETTO = 'https://ui.perfetto.dev';

/** How often it is asked whether it listens, and how long before it is given up, milliseconds. */
const ASK_MS = 100;
const PATIENCE_MS = 60_000;

/** The part of a window that is used. */
export interface OtherWindow {
  readonly closed: boolean;
  postMessage(message: unknown, origin: string): void;
}

/** This page, as it is used here. */
export interface OwnWindow {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  setInterval(tick: () => void, milliseconds: number): unknown;
  clearInterval(timer: never): void;
}

/**
 * Hands a trace to Perfetto in a window that the visitor's press has opened: it is asked PING until it answers PONG, then
 * gets the bytes (perfetto.dev/docs/visualization/deep-linking-to-perfetto-ui). Nothing is heard from anybody else.
 * Rejects with one sentence where no answer comes, with an 'AbortError' when `signal` aborts.
 */
export function handToPerfetto(
  own: OwnWindow,
  other: OtherWindow,
  {
    buffer,
    title,
    fileName,
  }: { readonly buffer: ArrayBuffer; readonly title: string; readonly fileName: string },
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    const end = (settle: () => void): void => {
      own.clearInterval(timer as never);
      own.removeEventListener('message', hear);
      settle();
    };
    const hear = ({ source, origin, data }: MessageEvent): void => {
      if (source !== other || origin !== PERFETTO || data !== 'PONG') return;
      other.postMessage({ perfetto: { buffer, title, fileName } }, PERFETTO);
      end(resolve);
    };
    own.addEventListener('message', hear);
    const timer = own.setInterval(() => {
      asked += 1;
      if (signal?.aborted) end(() => reject(Object.assign(new Error('cancelled'), { name: 'AbortError' })));
      else if (other.closed) end(() => reject(new Error('the window was closed before the trace was there')));
      else if (asked * ASK_MS > PATIENCE_MS)
        end(() => reject(new Error(`${PERFETTO} does not answer: save the trace and open it there by hand`)));
      else other.postMessage('PING', PERFETTO);
    }, ASK_MS);
  });
}
