import { writeQuery } from '../../state/query.ts';
import type { Session, Studio } from '../../state/session.tsx';

/** A link to what the studio shows at an instant, with the visitor's own motion and playback. */
export function linkTo({ store, clock, link }: Session, studio: Studio, seconds: number): string {
  const { motion } = store.getState();
  const { visit } = studio;
  const state = { ...visit.store.getState(), motion };
  return (
    link().split(/[?#]/)[0] + writeQuery(state, { seconds, playing: clock.playing, speed: visit.clock.speed })
  );
}
