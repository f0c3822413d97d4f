import type { ModelShape } from '../facts/model.ts';
import { ScenarioError } from './error.ts';
import { bloom } from './families/bloom.ts';
import { deepseek } from './families/deepseek.ts';
import { falcon } from './families/falcon.ts';
import { gemma2 } from './families/gemma2.ts';
import { gpt2 } from './families/gpt2.ts';
import { gptNeox } from './families/gptneox.ts';
import { gptOss } from './families/gptoss.ts';
import { llama } from './families/llama.ts';
import { llama4 } from './families/llama4.ts';
import { mistral, mixtral } from './families/mistral.ts';
import { opt } from './families/opt.ts';
import { phi3 } from './families/phi3.ts';
import { qwen2, qwen2Moe, qwen3, qwen3Moe } from './families/qwen.ts';
import { type Fields, firstOf, isFields } from './fields.ts';
import { parseJson } from './json.ts';
import { countParameters } from './parameters.ts';

/** Readers by `model_type`; the last three are old names. */
const FAMILIES: Readonly<Record<string, (fields: Fields) => ModelShape>> = {
  llama,
  llama4,
  mistral,
  mixtral,
  qwen2,
  qwen2_moe: qwen2Moe,
  qwen3,
  qwen3_moe: qwen3Moe,
  deepseek_v2: deepseek,
  deepseek_v3: deepseek,
  kimi_k2: deepseek,
  gpt_oss: gptOss,
  gemma2,
  phi3,
  gpt_neox: gptNeox,
  gpt2,
  bloom,
  opt,
  falcon,
  llama4_text: llama4,
  RefinedWeb: falcon,
  RefinedWebModel: falcon,
};

/** The families that are read, by the `model_type` of their files. */
export const modelTypes: readonly string[] = Object.keys(FAMILIES);

/**
 * Shape of the text model that a Hugging Face config.json describes. A multimodal file is read from its `text_config`.
 * Throws a ScenarioError that names the field of the file.
 */
export function readConfig(config: unknown): ModelShape {
  if (!isFields(config)) throw new ScenarioError('config.json', 'must be a JSON object', config ?? null);
  const fields = textFields(config);
  const type = firstOf(fields, ['model_type'])?.value;
  if (type === undefined) throw new ScenarioError('model_type', 'is missing from config.json');
  if (typeof type !== 'string' || !Object.hasOwn(FAMILIES, type)) {
    throw new ScenarioError('model_type', `must be one of ${modelTypes.join(', ')}`, type);
  }
  const shape = FAMILIES[type](fields);
  return { ...shape, name: nameOf(fields, type, shape) };
}

/** The same from the text of a file, which may hold anything. */
export function readConfigText(text: string): ModelShape {
  return readConfig(parseJson('config.json', text));
}

/** The fields of the language model; what its own part does not say (type, tied embeddings), the outer file does. */
function textFields(config: Fields): Fields {
  const inner = firstOf(config, ['text_config']);
  if (!inner) return config;
  if (!isFields(inner.value)) throw new ScenarioError('text_config', 'must be a JSON object', inner.value);
  const outer: Record<string, unknown> = {};
  for (const name of ['model_type', 'tie_word_embeddings', '_name_or_path']) {
    if (Object.hasOwn(config, name)) outer[name] = config[name];
  }
  return { ...outer, ...inner.value };
}

/** The model's name where the file says it, else its family and size: `Llama 8.0B`. */
function nameOf(fields: Fields, type: string, shape: ModelShape): string {
  const path = firstOf(fields, ['_name_or_path'])?.value;
  const last = typeof path === 'string' ? path.split('/').at(-1) : undefined;
  if (last && /^[\w.-]{2,60}$/.test(last)) return last;
  const family =
    type.charAt(0).toUpperCase() +
    type
      .slice(1)
      .replace(/_text$/, '')
      .replaceAll('_', ' ');
  const billions = countParameters(shape).parameters / 1e9;
  return `${family} ${billions.toFixed(billions < 10 ? 1 : 0)}B`;
}
