import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { lossText } from './lossText.ts';
import type { Mark } from './marks.ts';

const WIDTH = 320;
const HEIGHT = 190;
const GIB = 2 ** 30;
const MARGIN = { top: 14, right: 12, bottom: 34, left: 44 };

interface ParetoPlotProps {
  /** Fastest first, none both faster and smaller than another. */
  readonly marks: readonly Mark[];
  /** Bytes of a chip. */
  readonly capacity: number;
  /** null while the search still runs. */
  readonly onUse: ((mark: Mark) => void) | null;
}

/** Layouts of which none is both faster and smaller: seconds against bytes. Arrow keys walk along the front. */
export function ParetoPlot({ marks, capacity, onUse }: ParetoPlotProps) {
  const words = useWords();
  const format = useFormat();
  const whyOf = ({ loss }: Mark): string | null => loss && lossText(words, format, loss);
  const [chosen, setChosen] = useState(0);
  /** The focus follows the arrow keys, not the pointer. */
  const walking = useRef(false);
  // The slow end of the front is long and of no use: three times the best is as far as is drawn.
  const slowest = Math.min(marks[marks.length - 1].seconds, 3 * marks[0].seconds);
  const shown = marks.filter(({ seconds }) => seconds <= slowest);
  const at = Math.min(chosen, shown.length - 1);
  const current = shown[at];
  const x = scaleLinear(
    [0, 1.08 * Math.max(capacity, ...shown.map(({ bytes }) => bytes))],
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = scaleLinear([0, 1.05 * slowest], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  // Ticks at round numbers of the unit that is read.
  const gibibytes = scaleLinear(
    x.domain().map((bytes) => bytes / GIB),
    x.range(),
  ).ticks(4);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: -1, ArrowLeft: 1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    walking.current = true;
    setChosen(Math.max(0, Math.min(shown.length - 1, at + by)));
    event.preventDefault();
  };
  const line = shown.map(({ bytes, seconds }) => `${x(bytes)},${y(seconds)}`).join(' ');
  const told = `${current.name}: ${format.seconds(current.seconds)}, ${format.memory(current.bytes)}`;
  return (
    <figure className="pareto">
      <figcaption>{words('search.plot')}</figcaption>
      <div className="plot">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          {y.ticks(4).map((tick) => (
            <g key={tick} className="tick">
              <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text x={MARGIN.left - 5} y={y(tick)} dy="0.32em" textAnchor="end">
                {format.seconds(tick)}
              </text>
            </g>
          ))}
          {gibibytes.map((tick) => (
            <text
              key={tick}
              className="tick"
              x={x(tick * GIB)}
              y={HEIGHT - MARGIN.bottom + 14}
              textAnchor="middle"
            >
              {format.memory(tick * GIB)}
            </text>
          ))}
          <text className="axis" x={WIDTH - MARGIN.right} y={HEIGHT - 5} textAnchor="end">
            {words('search.memory')}
          </text>
          <line
            className="capacity"
            x1={x(capacity)}
            x2={x(capacity)}
            y1={MARGIN.top}
            y2={HEIGHT - MARGIN.bottom}
          />
          <text className="axis" x={x(capacity) - 4} y={MARGIN.top + 4} textAnchor="end">
            {words('search.capacity', { memory: format.memory(capacity) })}
          </text>
          <polyline points={line} />
        </svg>
        {shown.map((mark, index) => (
          <button
            key={mark.name}
            type="button"
            className="mark"
            // One stop for the Tab key; arrows walk on.
            tabIndex={index === at ? 0 : -1}
            ref={(button) => {
              if (index === at && walking.current) button?.focus();
            }}
            data-chosen={index === at}
            style={{ left: `${(100 * x(mark.bytes)) / WIDTH}%`, top: `${(100 * y(mark.seconds)) / HEIGHT}%` }}
            aria-label={`${mark.name}: ${format.seconds(mark.seconds)}, ${format.memory(mark.bytes)}. ${whyOf(mark) ?? ''}`}
            onPointerEnter={() => {
              walking.current = false;
              setChosen(index);
            }}
            onFocus={() => setChosen(index)}
            onKeyDown={move}
            onClick={() => onUse?.(mark)}
          />
        ))}
      </div>
      <p>
        <b>{told}</b>
        <br />
        <span className="second">{whyOf(current) ?? words('search.first')}</span>
      </p>
      <table className="unseen">
        <caption>{words('search.plot')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('search.layout')}</th>
            <th scope="col">{words('search.seconds')}</th>
            <th scope="col">{words('search.memory')}</th>
            <th scope="col">{words('search.why')}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.name}>
              <th scope="row">{mark.name}</th>
              <td>{format.seconds(mark.seconds)}</td>
              <td>{format.memory(mark.bytes)}</td>
              <td>{whyOf(mark)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
