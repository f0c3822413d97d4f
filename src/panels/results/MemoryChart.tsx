import { useWords } from '../../state/words.tsx';
import type { Summary } from '../../timeline/summary.ts';
import { useFormat } from '../useFormat.ts';

const STORES = ['parameters', 'gradients', 'optimizer', 'activations', 'other'] as const;

/** What fills the memory of the fullest chip, and whether it fits. */
export function MemoryChart({ memory }: { memory: Summary['memory'] }) {
  const words = useWords();
  const format = useFormat();
  const { total, capacity } = memory;
  const over = total - capacity;
  const stores = STORES.filter((store) => memory[store] > 0);
  const largest = stores.reduce((most, store) => (memory[store] > memory[most] ? store : most), stores[0]);
  const whole = Math.max(total, capacity);
  return (
    <>
      <h3 id="memory">{words('results.memory')}</h3>
      <p className={over > 0 ? 'fault' : undefined}>
        {over > 0
          ? words('results.memory.not', {
              over: format.memory(over),
              capacity: format.memory(capacity),
              what: words(`store.${largest}`),
            })
          : words('results.memory.fits', { used: format.memory(total), capacity: format.memory(capacity) })}
      </p>
      <div className="stack memory" aria-hidden="true">
        {stores.map((store) => (
          <span key={store} className={`part store-${store}`} style={{ flexGrow: memory[store] / whole }} />
        ))}
        {over < 0 ? <span className="part free" style={{ flexGrow: -over / whole }} /> : null}
        {over > 0 ? <i className="limit" style={{ left: `${(100 * capacity) / whole}%` }} /> : null}
      </div>
      <table className="amounts" aria-labelledby="memory">
        <thead className="unseen">
          <tr>
            <th scope="col">{words('results.part')}</th>
            <th scope="col">{words('results.bytes')}</th>
            <th scope="col">{words('results.share')}</th>
          </tr>
        </thead>
        <tbody>
          {stores.map((store) => (
            <tr key={store}>
              <th scope="row">
                <span className={`key part store-${store}`} aria-hidden="true" />
                {words(`store.${store}`)}
              </th>
              <td>{format.memory(memory[store])}</td>
              <td>{format.percent(memory[store] / capacity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
