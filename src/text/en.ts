import { facts } from './en/facts.ts';
import { glossary } from './en/glossary.ts';
import { labels } from './en/labels.ts';
import { page } from './en/page.ts';
import { places } from './en/places.ts';
import { plan } from './en/plan.ts';
import { reading } from './en/reading.ts';
import { results } from './en/results.ts';
import { scenario } from './en/scenario.ts';
import { scene } from './en/scene.ts';
import { search } from './en/search.ts';
import { timeline } from './en/timeline.ts';
import { tour } from './en/tour.ts';

/** Every word on the screen in English; its keys are what another language must have. */
export const en = {
  ...page,
  ...timeline,
  ...reading,
  ...results,
  ...tour,
  ...scenario,
  ...search,
  ...places,
  ...facts,
  ...plan,
  ...scene,
  ...labels,
  ...glossary,
} as const;
