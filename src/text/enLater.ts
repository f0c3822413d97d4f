import { charts } from './en/charts.ts';
import { embed } from './en/embed.ts';
import { facts } from './en/facts.ts';
import { glossary } from './en/glossary.ts';
import { goto } from './en/goto.ts';
import { help } from './en/help.ts';
import { inspector } from './en/inspector.ts';
import { labels } from './en/labels.ts';
import { layers } from './en/layers.ts';
import { lesson } from './en/lesson.ts';
import { plan } from './en/plan.ts';
import { presenter } from './en/presenter.ts';
import { reading } from './en/reading.ts';
import { results } from './en/results.ts';
import { scenario } from './en/scenario.ts';
import { scene } from './en/scene.ts';
import { search } from './en/search.ts';
import { takeaway } from './en/takeaway.ts';
import { timeline } from './en/timeline.ts';
import { torus } from './en/torus.ts';
import { tour } from './en/tour.ts';

/** The English words of what opens later: panels, names in the scene, pages to read. */
export const enLater = {
  ...scene,
  ...plan,
  ...reading,
  ...charts,
  ...lesson,
  ...goto,
  ...results,
  ...scenario,
  ...search,
  ...embed,
  ...facts,
  ...labels,
  ...inspector,
  ...help,
  ...takeaway,
  ...timeline,
  ...torus,
  ...tour,
  ...layers,
  ...glossary,
  ...presenter,
} as const;
