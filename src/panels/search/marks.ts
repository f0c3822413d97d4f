import type { Answer, Layout, Loss, SearchProgress } from '../../state/session.tsx';
import type { Words } from '../../state/words.tsx';

/** One layout as it is shown. */
export interface Mark {
  readonly layout: Layout;
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
  /** Why it loses; null for the best, and while that is not known. */
  readonly loss: Loss | null;
}

/** Layouts shown in the list. */
const SHOWN = 8;

/** The front and the best, of an answer or of what is found so far. */
export function marksOf(
  words: Words,
  progress: SearchProgress | null,
  answer: Answer | null,
): { front: readonly Mark[]; best: readonly Mark[] } {
  const mark = (found: { layout: Layout; seconds: number; bytes: number; loss?: Loss | null }): Mark => ({
    ...{ layout: found.layout, seconds: found.seconds, bytes: found.bytes },
    name: nameOf(found.layout, words),
    loss: found.loss ?? null,
  });
  const front = answer?.front ?? progress?.front ?? [];
  const best = answer?.ranked ?? progress?.fastest ?? [];
  return { front: different(front.map(mark)), best: different(best.map(mark)).slice(0, SHOWN) };
}

/** While threads still search, several of them have found the same. */
function different(marks: readonly Mark[]): Mark[] {
  const seen = new Set<string>();
  return marks.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** A layout in one line: what is 1 is left out. */
export function nameOf(layout: Layout, words: Words): string {
  const {
    tensor,
    context,
    pipeline,
    virtual,
    expert,
    expertTensor,
    data,
    microbatch,
    recompute,
    zero,
    schedule,
  } = layout;
  const sizes = [
    ['tensor', tensor],
    ['context', context],
    ['pipeline', pipeline],
    ['virtual', virtual],
    ['expert', expert],
    ['expertTensor', expertTensor],
    ['data', data],
    ['microbatch', microbatch],
  ] as const;
  const given = sizes.filter(([, size]) => size > 1).map(([word, size]) => words(`layout.${word}`, { size }));
  if (pipeline > 1 && schedule !== 'interleaved') given.push(words(`schedule.${schedule}`));
  if (zero > 0) given.push(`ZeRO-${zero}`);
  if (recompute !== 'none')
    given.push(words(`layout.recompute.${typeof recompute === 'string' ? recompute : 'some'}`));
  return given.join(', ');
}
