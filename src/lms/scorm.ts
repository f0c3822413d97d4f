/** The interface of a learning management system that follows SCORM 1.2 (ADL, 2001, Run-Time Environment §3.3): every value
 *  is text, and so are the answers 'true' and 'false'. */
export interface ScormApi {
  LMSInitialize(nothing: ''): string;
  LMSFinish(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
}

/** The part of a window that is searched. Windows of other origins throw when they are looked into. */
interface Around {
  readonly API?: ScormApi;
  readonly parent: Around;
  readonly opener: Around | null;
}

/** Where a learner stands: a step of a tour, from 1, of so many. */
export interface Standing {
  readonly tour: string;
  readonly step: number;
  readonly steps: number;
}

/** Tells a system how far a learner has come. */
export interface Report {
  /** Where the learner left off the last time; null at the first, or where the system kept nothing that can be read. */
  readonly left: Pick<Standing, 'tour' | 'step'> | null;
  reached(standing: Standing): void;
  /** Tells how long the session was, and ends it; nothing can be told afterwards. */
  end(): void;
}

/** Frames within frames that are searched at most, as the standard's own example does. */
const DEEPEST = 500;
/** Longest text of `cmi.core.lesson_location`. */
const LONGEST_PLACE = 255;

/** The system's interface: in a window around this one, or around the one that opened it. null where there is none. */
export function findApi(from: Around): ScormApi | null {
  return climb(from) ?? climb(openerOf(from));
}

function openerOf(from: Around): Around | null {
  try {
    // A course may stand in a frame of the window that was opened.
    let outermost = from;
    for (let depth = 0; depth < DEEPEST && outermost.parent !== outermost; depth++)
      outermost = outermost.parent;
    return from.opener ?? outermost.opener;
  } catch {
    return from.opener;
  }
}

function climb(from: Around | null): ScormApi | null {
  try {
    let at = from;
    for (let depth = 0; at && depth < DEEPEST; depth++) {
      if (at.API) return at.API;
      if (at.parent === at) return null;
      at = at.parent;
    }
  } catch {
    // The rest belongs to another site.
  }
  return null;
}

/** Begins a session: the lesson is incomplete until the last step of a tour is reached, of `tour` alone where that is given.
 *  What was complete stays so. `now` is seconds. null where the system refuses the session. */
export function startReport(api: ScormApi, tour: string | undefined, now: () => number): Report | null {
  if (api.LMSInitialize('') !== 'true') return null;
  const began = now();
  let status = api.LMSGetValue('cmi.core.lesson_status');
  let ended = false;
  const done = (): boolean => status === 'completed' || status === 'passed';
  const say = (next: string): void => {
    status = next;
    api.LMSSetValue('cmi.core.lesson_status', next);
  };
  if (!done() && status !== 'incomplete') {
    say('incomplete');
    api.LMSCommit('');
  }
  return {
    left: readPlace(api.LMSGetValue('cmi.core.lesson_location')),
    reached(standing) {
      if (ended || (tour !== undefined && standing.tour !== tour)) return;
      const place = `${standing.tour} ${standing.step}`;
      if (place.length <= LONGEST_PLACE) api.LMSSetValue('cmi.core.lesson_location', place);
      if (standing.step === standing.steps && !done()) say('completed');
      api.LMSCommit('');
    },
    end() {
      if (ended) return;
      ended = true;
      api.LMSSetValue('cmi.core.session_time', timespan(now() - began));
      // Asks the system to bring the learner back to where the lesson was left.
      api.LMSSetValue('cmi.core.exit', done() ? '' : 'suspend');
      api.LMSCommit('');
      api.LMSFinish('');
    },
  };
}

function readPlace(text: string): Report['left'] {
  const [, tour, step] = /^(\S+) ([1-9]\d{0,2})$/.exec(text) ?? [];
  return tour ? { tour, step: Number(step) } : null;
}

/** Seconds as SCORM 1.2 writes them: HHHH:MM:SS.SS. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360_000 + 359_999);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
