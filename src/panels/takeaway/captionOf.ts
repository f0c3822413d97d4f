import { parseAddress } from '../../cluster/address.ts';
import type { CaptionText } from '../../export/caption.ts';
import type { Format } from '../../look/format.ts';
import { placeName } from '../../state/names.ts';
import { factWords, say } from '../../state/phrase.ts';
import type { State } from '../../state/store.ts';
import type { Words } from '../../state/words.tsx';
import { titleOf } from '../Caption.tsx';
import { clusterName } from '../clusterName.ts';

/** The title of a picture: that of the step of a tour where one leads, else of what the light says, else of the place. */
export function pictureTitle(state: State, words: Words, format: Format): string {
  const { tour, view, site, lang, layer } = state;
  if (tour) return say(tour.tour.steps[tour.step - 1].title, lang);
  if (!site) return words('caption.unplaced.title');
  if (layer !== 'work') return words(`layer.${layer}.title`);
  return titleOf(words, format, view.at, site.buildings);
}

/** Where numbers and lights come from, how far to trust them, and when the picture was made. */
export function sourceLine(state: State, words: Words, format: Format, date: Date): string {
  const { resultOf, result, lang } = state;
  const level = result?.summary.evidence.level;
  return [
    resultOf &&
      words('charts.source', {
        model: factWords(resultOf.model.name, lang),
        cluster: clusterName(resultOf.cluster, words, format, lang),
      }),
    level && words('charts.assumed', { level: words(`results.evidence.${level}`) }),
    date.toISOString().slice(0, 10),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** An instant of one of many pictures. */
export interface Instant {
  /** Simulated seconds. */
  readonly seconds: number;
  /** Simulated seconds over which the pictures go: as many digits as tell them apart, the same in all. */
  readonly span: number;
}

/** What a picture says of itself at an instant. */
export function captionOf(
  state: State,
  { seconds, span }: Instant,
  words: Words,
  format: Format,
  date: Date,
): CaptionText {
  const address = parseAddress(state.view.at) ?? [];
  const place = address.map((_, i) => placeName(words, address.slice(0, i + 1))).join(' › ');
  const step = state.result?.timeline.seconds;
  const instant =
    step === undefined
      ? ''
      : words('take.second', { seconds: clockText(seconds, span, state.lang), step: format.seconds(step) });
  const meanings =
    state.layer === 'work' && state.site ? (['forward', 'backward', 'optimizer', 'waiting'] as const) : [];
  return {
    legend: meanings.map((meaning) => ({ meaning, text: words(`scene.${meaning}`) })),
    title: pictureTitle(state, words, format),
    second: [place, instant].filter(Boolean).join(' · '),
    source: sourceLine(state, words, format, date),
  };
}

/** Seconds with the digits that a thousandth of the span needs. */
function clockText(seconds: number, span: number, lang: string): string {
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(span > 0 ? span : 1))));
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(lang, fixed).format(seconds)}\u00a0s`;
}

/** What a file of this view is called, without its ending: `rainier-b3-h2-r4`, `rainier-tour-step-2`. */
export function fileName({ tour, view }: Pick<State, 'tour' | 'view'>): string {
  const part = tour ? `tour-${tour.tour.id}-${tour.step}` : view.at.replaceAll('/', '-') || 'campus';
  return `rainier-${part.replaceAll(/[^\w-]+/g, '-')}`;
}
