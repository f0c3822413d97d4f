import { page } from './en/page.ts';
import { places } from './en/places.ts';
import { plan } from './en/plan.ts';
import { scene } from './en/scene.ts';
import { timeline } from './en/timeline.ts';

/** The English words that stand on the screen from the first moment; the others are in enLater.ts. */
export const en = {
  ...page,
  ...timeline,
  ...places,
  ...plan,
  ...scene,
} as const;
