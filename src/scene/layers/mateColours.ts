import { Mate } from '../../cluster/mates.ts';
import type { Palette } from '../../look/palette.ts';

/** Colours of the mates by their number. */
export function mateColours(palette: Palette): Readonly<Record<Mate, string>> {
  const { tensor, context, expert, data, pipeline } = palette.group;
  return {
    [Mate.none]: palette.waiting,
    [Mate.self]: palette.head,
    [Mate.tensor]: tensor,
    [Mate.context]: context,
    [Mate.expert]: expert,
    [Mate.data]: data,
    [Mate.pipeline]: pipeline,
  };
}
