import { type PointerEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { clusterName } from '../clusterName.ts';
import { saveFile } from '../saveFile.ts';
import { useFormat } from '../useFormat.ts';
import { standaloneSvg } from './download.ts';
import { Patterns } from './Patterns.tsx';
import { cellText, csvOf, type Sheet } from './sheet.ts';

interface ChartProps {
  /** Of the files and the element. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** At a width, units of the drawing. */
  readonly height: (width: number) => number;
  /** The values that can be named, in the order in which they are walked through. */
  readonly told: readonly string[];
  readonly sheet: Sheet;
  /** Draws at a width; `at` is the value that is named now, -1 where none is. Marks carry its number as `data-mark`. */
  readonly draw: (width: number, at: number, fill: (part: string) => string) => ReactNode;
}

/** A drawing with what belongs to it: its words, the value under pointer or keys, the table behind it, and its two files. */
export function Chart({ name, title, about, height, told, sheet, draw }: ChartProps) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const lang = useRainier((state) => state.lang);
  const scenario = useRainier((state) => state.resultOf);
  const level = useRainier((state) => state.result?.summary.evidence.level);
  const figure = useRef<HTMLElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(640);
  const [chosen, setChosen] = useState(-1);
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(280, Math.min(960, element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const at = Math.min(chosen, told.length - 1);
  const point = (event: PointerEvent): void => {
    const mark = (event.target as Element).closest('[data-mark]')?.getAttribute('data-mark');
    if (mark) setChosen(Number(mark));
  };
  const source = (): string =>
    [
      scenario &&
        words('charts.source', {
          model: factWords(scenario.model.name, lang),
          cluster: clusterName(scenario.cluster, words, format, lang),
        }),
      level && words('charts.assumed', { level: words(`results.evidence.${level}`) }),
      new Date().toISOString().slice(0, 10),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <figure className="drawn" ref={figure} data-chart={name} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p className="second">{about}</p>
      </figcaption>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height(width)}`}
        width={width}
        height={height(width)}
        aria-hidden="true"
        focusable="false"
        onPointerMove={point}
        onPointerDown={point}
      >
        <Patterns id={id} />
        {draw(width, at, (part) => `url(#${id}-${part})`)}
      </svg>
      {told.length > 0 ? (
        <div className="walk">
          <input
            type="range"
            min={0}
            max={told.length - 1}
            value={Math.max(0, at)}
            aria-label={`${title}: ${words('charts.walk')}`}
            aria-valuetext={told[Math.max(0, at)]}
            onFocus={() => at < 0 && setChosen(0)}
            onChange={({ target }) => setChosen(Number(target.value))}
          />
          <p>{at >= 0 ? told[at] : words('charts.walk')}</p>
        </div>
      ) : null}
      <p className="choices">
        <button
          type="button"
          className="plain"
          onClick={() => {
            if (svg.current)
              saveFile(`${name}.svg`, 'image/svg+xml', standaloneSvg(svg.current, title, source()));
          }}
        >
          {words('charts.svg')}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(sheet))}
        >
          {words('charts.csv')}
        </button>
      </p>
      <details>
        <summary>{words('charts.table')}</summary>
        <section className="sheet" aria-label={title} {...{ tabIndex: 0 }}>
          <table>
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                {sheet.columns.map(({ name, head }) => (
                  <th key={name} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => {
                    const text =
                      typeof cell === 'number' && !sheet.columns[column].text
                        ? format.digits(cell)
                        : cellText(sheet.columns[column], cell);
                    return column === 0 ? (
                      <th key={column} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={column}>{text}</td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
