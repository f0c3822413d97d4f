import { charts } from './fr/charts.ts';
import { embed } from './fr/embed.ts';
import { facts } from './fr/facts.ts';
import { glossary } from './fr/glossary.ts';
import { goto } from './fr/goto.ts';
import { help } from './fr/help.ts';
import { inspector } from './fr/inspector.ts';
import { labels } from './fr/labels.ts';
import { layers } from './fr/layers.ts';
import { lesson } from './fr/lesson.ts';
import { page } from './fr/page.ts';
import { places } from './fr/places.ts';
import { plan } from './fr/plan.ts';
import { presenter } from './fr/presenter.ts';
import { reading } from './fr/reading.ts';
import { results } from './fr/results.ts';
import { scenario } from './fr/scenario.ts';
import { scene } from './fr/scene.ts';
import { search } from './fr/search.ts';
import { takeaway } from './fr/takeaway.ts';
import { timeline } from './fr/timeline.ts';
import { torus } from './fr/torus.ts';
import { tour } from './fr/tour.ts';
import { work } from './fr/work.ts';
import type { Texts } from './key.ts';

/** Every word on the screen in French. */
export const fr: Texts = {
  ...page,
  ...timeline,
  ...work,
  ...reading,
  ...charts,
  ...lesson,
  ...goto,
  ...results,
  ...tour,
  ...scenario,
  ...search,
  ...places,
  ...inspector,
  ...help,
  ...embed,
  ...facts,
  ...plan,
  ...scene,
  ...labels,
  ...takeaway,
  ...torus,
  ...layers,
  ...glossary,
  ...presenter,
};
