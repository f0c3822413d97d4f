import { findApi, startReport } from './lms/scorm.ts';
import type { Visit } from './state/visit.ts';

/** Tells a learning management system around the page how far the tour has come, and goes on where it was left; does nothing
 *  where there is none. */
export async function reportProgress(visit: Visit): Promise<void> {
  const api = findApi(window as unknown as Parameters<typeof findApi>[0]);
  const { store, guide } = visit;
  const asked = new URLSearchParams(location.search).get('tour') ?? undefined;
  const report = api && startReport(api, asked, () => performance.now() / 1000);
  if (!report) return;
  const tell = (): void => {
    const { tour: led } = store.getState();
    if (led) report.reached({ tour: led.tour.id, step: led.step, steps: led.tour.steps.length });
  };
  addEventListener('pagehide', report.end);
  const { left } = report;
  // A step that the tour no longer has begins it anew.
  if (left && (asked === undefined || left.tour === asked))
    await guide.open(left.tour, left.step).catch(() => {});
  tell();
  store.subscribe((state, before) => {
    if (state.tour !== before.tour) tell();
  });
}
