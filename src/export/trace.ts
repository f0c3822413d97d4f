import { footprint } from '../scenario/footprint.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';
import type { Summary } from '../timeline/summary.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { chromeTrace } from '../timeline/trace.ts';
import type { Course } from './picture.ts';

/** The page is let go on after so much of a trace, milliseconds. */
const SLICE_MS = 12;

/** The step as a Chrome trace, put together while the page lives on. */
export async function traceFile(
  scenario: ResolvedScenario,
  summary: Summary,
  timeline: Timeline,
  { signal, progress }: Course = {},
): Promise<Blob> {
  const memory = footprint(scenario).stages.map(({ total, activations }) => ({
    fixed: total - activations,
    activations,
  }));
  const name = `${scenario.model.name} on ${scenario.cluster.name}`;
  const parts: string[] = [];
  let text: string[] = [];
  let cls = 0;
  let began = performance.now();
  for (const part of chromeTrace(timeline, { name, summary, memory })) {
    text.push(part);
    if (part.includes('"process_sort_index"')) progress?.(cls++ / timeline.classes);
    if (performance.now() - began < SLICE_MS) continue;
    parts.push(text.join(''));
    text = [];
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
    began = performance.now();
  }
  parts.push(text.join(''));
  return new Blob(parts, { type: 'application/json' });
}
