import '../../../src/state/laterWords.ts';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/look/format.ts';
import { dark } from '../../../src/look/palette.ts';
import { drawDetail } from '../../../src/panels/timeline/detailChart.ts';
import { nameSpan } from '../../../src/panels/timeline/naming.ts';
import { detailOf } from '../../../src/sim/detail/detail.ts';
import { wordsOf } from '../../../src/state/words.tsx';
import type { Detail } from '../../../src/timeline/detail.ts';
import { createRecorder } from '../../../src/timeline/recorder.ts';
import { Kind, Stream } from '../../../src/timeline/timeline.ts';
import { scenarioWith } from '../../sim/scenario.ts';

/** A pen that counts what it draws. */
function pen() {
  const drawn: { colour: unknown; x: number; width: number }[] = [];
  const context = {
    fillStyle: '' as unknown,
    clearRect() {},
    fillRect(x: number, _: number, width: number) {
      drawn.push({ colour: context.fillStyle, x, width });
    },
  };
  return { context: context as unknown as CanvasRenderingContext2D, drawn };
}

const size = { palette: dark, width: 1000, height: 100, ratio: 1 };

/** The hatching needs a page; a test has none. */
function withoutPage<T>(draw: () => T): T {
  const before = (globalThis as { document?: unknown }).document;
  (globalThis as { document?: unknown }).document = { createElement: () => ({ getContext: () => null }) };
  try {
    return draw();
  } finally {
    (globalThis as { document?: unknown }).document = before;
  }
}

const scenario = scenarioWith();
const layer = detailOf(scenario, {
  ...({ lens: 'layer', cls: 3, microbatch: 18, direction: 'forward', layer: 36 } as const),
});

describe('the chart of a detail', () => {
  it('draws a layer as its operators and collectives, in their colours', () => {
    const { context, drawn } = pen();
    withoutPage(() =>
      drawDetail(context, { ...size, detail: layer, stretch: { from: layer.start, to: layer.end } }),
    );
    expect(drawn.filter(({ colour }) => colour === dark.neuronLink)).toHaveLength(4);
    expect(drawn.some(({ colour }) => colour === dark.forward)).toBe(true);
  });

  it('draws no more than the pixels of a hundred thousand spans', () => {
    const recorder = createRecorder(4);
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 25_000; i++)
        recorder.span(row, Stream.compute, {
          start: i * 1e-5,
          end: (i + 0.7) * 1e-5,
          kind: Kind.matmul + (i % 2),
        });
    const detail: Detail = {
      ...layer,
      ...{ start: 0, end: 0.25, timeline: recorder.finish(0.25) },
      rows: Array.from({ length: 4 }, (_, cls) => ({ what: 'stage', cls })),
    };
    const { context, drawn } = pen();
    withoutPage(() => drawDetail(context, { ...size, detail, stretch: { from: 0, to: 0.25 } }));
    expect(drawn.length).toBeLessThan(4 * 2 * size.width + 20);
  });
});

it('names a span with its time, its bytes, its rate and its formula', () => {
  const row = layer.rows.findIndex((each) => each.what === 'stream' && each.name === 'scaleUp');
  const words = wordsOf('en');
  const { timeline } = layer;
  const span = timeline.tracks[row * 5 + Stream.scaleUp];
  const middle = (timeline.start[span] + timeline.end[span]) / 2;
  const named = nameSpan(words, formatOf('en'), timeline, row, middle, 'Links', false)!;
  expect(named.title).toBe('all-gather');
  expect(named.lines[0]).toBe('Links');
  expect(named.lines[2]).toMatch(/264.MB, \d+.GB\/s/);
  expect(named.lines[3]).toContain('Σc');
});
