import { useId, useState } from 'react';
import { models } from '../../facts/models.ts';
import { countParameters } from '../../scenario/parameters.ts';
import { factWords } from '../../state/phrase.ts';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useFormat } from '../useFormat.ts';
import { FILE_INPUT } from './DropZone.tsx';
import { type Change, readText, withModel } from './file.ts';
import { Padlock, useFixed } from './Padlock.tsx';

const OWN = 'own';

interface ModelFieldProps {
  readonly attempt: (change: Change) => void;
  readonly problem?: string;
}

/** Which model is trained: a preset, or a config.json from a file, a drop or a paste. */
export function ModelField({ attempt, problem }: ModelFieldProps) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const [pasted, setPasted] = useState('');
  const asked = useRainier((state) => state.scenario.model);
  const lang = useRainier((state) => state.lang);
  const model = useRainier((state) => state.resolved.model);
  const { parameters, activeParameters } = countParameters(model);
  const fixed = useFixed('model');
  const own = typeof asked === 'object';
  const chosen = own ? OWN : (asked ?? Object.keys(models)[0]);
  const count = format.words(parameters);
  return (
    <div id="model" className="field wide">
      <label htmlFor={`${id}-model`}>
        {fixed ? <Padlock /> : null}
        {words('scenario.model')}
      </label>
      <select
        id={`${id}-model`}
        disabled={fixed}
        value={chosen}
        onChange={({ target }) => {
          if (target.value !== OWN) attempt((scenario) => withModel(scenario, target.value));
        }}
      >
        {own ? (
          <option value={OWN}>{words('scenario.model.own', { name: factWords(model.name, lang) })}</option>
        ) : null}
        {Object.values(models).map((preset) => (
          <option key={preset.id} value={preset.id}>
            {preset.shape.name}
          </option>
        ))}
      </select>
      <p className="second">
        {activeParameters < parameters
          ? words('scenario.parameters.active', { count, active: format.words(activeParameters) })
          : words('scenario.parameters', { count })}
      </p>
      <button type="button" className="plain" onClick={() => document.getElementById(FILE_INPUT)?.click()}>
        {words('scenario.file')}
      </button>
      <p className="second">{words('scenario.file.hint')}</p>
      <details>
        <summary>{words('scenario.paste')}</summary>
        <textarea
          aria-label={words('scenario.paste')}
          rows={5}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <button
          type="button"
          className="plain"
          disabled={pasted.trim() === ''}
          onClick={() => attempt((scenario) => readText(pasted)(scenario))}
        >
          {words('scenario.paste.use')}
        </button>
      </details>
      {problem ? <p className="fault">{problem}</p> : null}
    </div>
  );
}
