import type { ResolvedScenario, Scenario } from './scenario/scenario.ts';
import { answer } from './sim/search/answer.ts';
import type { Kept } from './sim/search/kept.ts';
import { scalingPoints } from './sim/search/scaling.ts';
import { type Shard, searchSlices } from './sim/search/search.ts';

/** Page → searcher. A searcher that is not wanted any more is terminated. */
export type SearcherRequest =
  | { readonly type: 'search'; readonly asked: Scenario; readonly shard: Shard }
  | { readonly type: 'answer'; readonly asked: Scenario; readonly kept: Kept }
  | { readonly type: 'scaling'; readonly scenario: ResolvedScenario };

/** Milliseconds between two tellings of what was found so far. */
const TELL = 120;

addEventListener('message', ({ data }: MessageEvent<SearcherRequest>) => {
  try {
    if (data.type === 'answer') {
      postMessage({ type: 'answer', answer: answer(data.asked, data.kept) });
      return;
    }
    if (data.type === 'scaling') {
      postMessage({ type: 'scaling', points: [...scalingPoints(data.scenario)] });
      return;
    }
    const slices = searchSlices(data.asked, { shard: data.shard });
    let told = Number.NEGATIVE_INFINITY;
    let slice = slices.next();
    for (; !slice.done; slice = slices.next()) {
      if (performance.now() - told < TELL) continue;
      told = performance.now();
      postMessage({ type: 'partial', partial: slice.value });
    }
    postMessage({ type: 'kept', kept: slice.value });
  } catch (error) {
    postMessage({ type: 'error', message: (error as Error).message });
  }
});
