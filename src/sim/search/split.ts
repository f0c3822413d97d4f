import type { ModelShape } from '../../facts/model.ts';
import { isMixture } from '../../scenario/layers.ts';
import type { ModelPart, Stage } from '../../scenario/stages.ts';

/** What a chunk holds, by count. Chunks of one content take the same time. */
export interface Content {
  readonly dense: number;
  readonly mixture: number;
  readonly embedding: boolean;
  readonly head: boolean;
}

/** Layers cut into stages, with equal ones found. */
export interface Split {
  readonly stages: readonly Stage[];
  /** Chunks that a stage holds. */
  readonly chunks: number;
  /** Different contents of chunks, and the one of chunk c of stage s at [s·chunks + c]. */
  readonly contents: readonly Content[];
  readonly contentOf: Uint16Array;
  /** The first stage of each content: of equal stages it holds the most activations. */
  readonly distinct: readonly number[];
}

/** Finds what is equal in stages that hold equally many chunks. */
export function splitOf(model: ModelShape, stages: readonly Stage[]): Split {
  const chunks = stages[0].chunks.length;
  const contents: Content[] = [];
  const contentOf = new Uint16Array(stages.length * chunks);
  const known = new Map<string, number>();
  const seen = new Set<string>();
  const distinct: number[] = [];
  stages.forEach((stage, s) => {
    stage.chunks.forEach((part, c) => {
      const content = count(model, part);
      const key = Object.values(content).join(' ');
      const index = known.get(key) ?? contents.push(content) - 1;
      known.set(key, index);
      contentOf[s * chunks + c] = index;
    });
    const whole = contentOf.slice(s * chunks, (s + 1) * chunks).join(' ');
    if (!seen.has(whole)) distinct.push(s);
    seen.add(whole);
  });
  return { stages, chunks, contents, contentOf, distinct };
}

function count(model: ModelShape, { first, count: layers, embedding, head }: ModelPart): Content {
  let mixture = 0;
  for (let layer = first; layer < first + layers; layer++) if (isMixture(model, layer)) mixture++;
  return { dense: layers - mixture, mixture, embedding, head };
}
