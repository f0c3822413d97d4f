import { Kind } from '../../timeline/timeline.ts';
import type { ClassState } from '../classState.ts';
import type { RowClasses } from '../rowLight.ts';
import type { Sorted } from '../shared.ts';

/** The rows of every hall sorted by what they do. */
export interface RowOrder extends Sorted {
  /** Sorts anew; whether anything changed. */
  update(state: Pick<ClassState, 'classes' | 'values'>): boolean;
}

/**
 * From afar a row is a pixel or two wide, and neighbouring stages of 1F1B do opposite things: in their places they would
 * blend to one colour that means nothing. So each hall's rows are shown in groups, west to east: forward, waiting,
 * backward, optimizer, not in the job; within a group by progress, so that a row at the end of its forward stands next
 * to where it goes on. The width of a group is the share of rows that do so.
 */
export function createRowOrder({ rows, classes }: Pick<RowClasses, 'rows' | 'classes'>): RowOrder {
  const lines = Uint16Array.from(classes, (_, line) => line);
  const keys = new Float32Array(rows);
  return {
    lines,
    update(state) {
      let changed = false;
      for (let first = 0; first < classes.length; first += rows) {
        for (let r = 0; r < rows; r++) keys[r] = keyOf(state, classes[first + r]);
        // Insertion into the order of the frame before: hardly anything moves from one to the next.
        for (let i = 1; i < rows; i++) {
          const line = lines[first + i];
          let k = i;
          while (k > 0 && keys[lines[first + k - 1] - first] > keys[line - first]) {
            lines[first + k] = lines[first + k - 1];
            k -= 1;
          }
          if (k < i) {
            lines[first + k] = line;
            changed = true;
          }
        }
      }
      return changed;
    },
    placeOf(line) {
      const first = line - (line % rows);
      return first + lines.subarray(first, first + rows).indexOf(line);
    },
  };
}

/** What rows of a class are sorted by, ascending. */
function keyOf({ classes, values }: Pick<ClassState, 'classes' | 'values'>, c: number): number {
  if (c < 0 || c >= classes) return 9;
  const kind = values[c * 4];
  const progress = Math.min(0.999, values[c * 4 + 1]);
  if (kind === Kind.forward) return progress;
  if (kind === Kind.wait) return 1;
  return kind === Kind.optimizer ? 3 : 2 + progress;
}
