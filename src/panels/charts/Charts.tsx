import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { MemoryStacks } from './MemoryStacks.tsx';
import { RooflineChart } from './RooflineChart.tsx';
import { ScalingChart } from './ScalingChart.tsx';
import { StepTime } from './StepTime.tsx';
import { TrafficMatrix } from './TrafficMatrix.tsx';
import './charts.css';

/** The step on the screen in five charts. */
export function Charts() {
  const words = useWords();
  const format = useFormat();
  const lang = useRainier((state) => state.lang);
  const result = useRainier((state) => state.result);
  const scenario = useRainier((state) => state.resultOf);
  if (!result || !scenario) return <p className="second">{words('page.simulating')}</p>;
  const { tensor, context, pipeline, data } = scenario.parallel;
  return (
    <div className="charts">
      <p>
        {words('charts.lead', {
          model: factWords(scenario.model.name, lang),
          chips: format.count(tensor * context * pipeline * data),
          seconds: format.seconds(result.summary.step.seconds),
        })}
      </p>
      <StepTime summary={result.summary} />
      <RooflineChart scenario={scenario} timeline={result.timeline} />
      <MemoryStacks scenario={scenario} />
      <TrafficMatrix timeline={result.timeline} />
      <ScalingChart scenario={scenario} />
    </div>
  );
}
