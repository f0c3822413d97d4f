import '../../state/laterWords.ts';
import { factWords } from '../../state/phrase.ts';
import { useRainier, useSession } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { limiter } from '../../timeline/limiter.ts';
import { clusterName } from '../clusterName.ts';
import { Term } from '../Term.tsx';
import { useFormat } from '../useFormat.ts';
import { Baseline } from './Baseline.tsx';
import { BreakdownChart } from './BreakdownChart.tsx';
import { Energy } from './Energy.tsx';
import { Evidence } from './Evidence.tsx';
import { faultText } from './faultText.ts';
import { MemoryChart } from './MemoryChart.tsx';
import { Peak } from './Peak.tsx';
import { Power } from './Power.tsx';
import { Run } from './Run.tsx';

/** The numbers of the step on the screen. */
export function Results() {
  const words = useWords();
  const format = useFormat();
  const { store } = useSession();
  const lang = useRainier((state) => state.lang);
  const summary = useRainier((state) => state.result?.summary);
  const scenario = useRainier((state) => state.resultOf);
  const running = useRainier((state) => state.run.status === 'running');
  if (!summary || !scenario) return <p className="second">{words('page.simulating')}</p>;
  const { step, breakdown } = summary;
  const { tensor, context, pipeline, data } = scenario.parallel;
  const limit = limiter(summary);
  // HFU counts the whole step; what chips do while they compute is more.
  const rate = (step.hfu * step.seconds) / breakdown.compute;
  const share = limit === 'memory' ? '' : format.percent(breakdown[limit] / step.seconds);
  return (
    <section className="results" aria-label={words('results.label')} aria-busy={running}>
      <h2 className="subject">{factWords(scenario.model.name, lang)}</h2>
      <p className="second">
        {words('results.model', {
          parameters: format.words(summary.model.parameters),
          tokens: format.words(step.tokens),
        })}
      </p>
      <p className="second">
        {clusterName(scenario.cluster, words, format, lang)}.{' '}
        {words('results.chips', {
          used: format.count(tensor * context * pipeline * data),
          all: format.count(scenario.cluster.chips),
        })}
      </p>
      <dl className="headline">
        <div>
          <dt>
            <Term word="step">{words('results.step')}</Term>
          </dt>
          <dd>{format.seconds(step.seconds)}</dd>
        </div>
        <div>
          <dt>
            <Term
              word="mfu"
              more={<Peak chip={scenario.cluster.chip} precision={scenario.training.precision} />}
            >
              {words('results.mfu')}
            </Term>
          </dt>
          <dd>{format.percent(step.mfu)}</dd>
        </div>
        <div>
          <dt>{words('results.tokens')}</dt>
          <dd>{format.short(step.tokensPerSecond)}</dd>
        </div>
      </dl>
      {summary.faults ? <p className="fault">{faultText(words, format, summary.faults)}</p> : null}
      <Evidence summary={summary} />
      <Baseline />
      <h3 id="limits">
        <Term word="limits" />
      </h3>
      <p>
        {limit === 'memory' ? words('limit.memory') : words(`limit.${limit}`, { share })}
        {breakdown.compute > 0 ? ` ${words('limit.rate', { rate: format.percent(rate) })}` : ''}
      </p>
      <p>
        <button type="button" className="plain" onClick={() => store.setState({ reading: 'charts' })}>
          {words('reading.charts')}
        </button>
      </p>
      <BreakdownChart breakdown={breakdown} seconds={step.seconds} />
      <MemoryChart memory={summary.memory} />
      <Power power={summary.power} />
      {summary.run ? <Run run={summary.run} /> : null}
      <Energy summary={summary} />
    </section>
  );
}
