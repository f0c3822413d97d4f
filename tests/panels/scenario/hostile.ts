/** Files that may land on the page by mistake, or on purpose: name and content. None may be taken for a scenario. */
const config = {
  ...{ model_type: 'llama', hidden_size: 2048, num_hidden_layers: 16, num_attention_heads: 32 },
  ...{ num_key_value_heads: 8, intermediate_size: 8192, vocab_size: 128_256 },
};
const step = { title: 'Here', text: 'Look.' };
const tour = (fields: object): string => JSON.stringify({ title: 'Mine', steps: [step], ...fields });
const model = (fields: object): string => JSON.stringify({ ...config, ...fields });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const bytes = (count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, (_, i) => (i * 7919) % 256));

export const HOSTILE: readonly (readonly [name: string, content: string])[] = [
  ['empty.json', ''],
  ['blank.json', ' \n\t '],
  ['null.json', 'null'],
  ['number.json', '42'],
  ['text.json', '"config"'],
  ['list.json', '[{}]'],
  ['nothing.json', '{}'],
  ['cut.json', '{"model_type": "llama", "hidden'],
  ['comment.json', '// config\n{}'],
  ['page.html', '<!doctype html><script>alert(1)</script>'],
  ['table.csv', 'a,b\n1,2\n'],
  ['picture.png', `\u0089PNG\r\n\u001a\n${bytes(2000)}`],
  ['archive.zip', `PK\u0003\u0004${'\0'.repeat(500)}`],
  ['escapes.txt', '\u001b[31mred\u001b[0m\u0007\u0008'],
  ['turned.txt', '\u202egnp.exe\u200b\u2066'],
  ['big.json', JSON.stringify({ filler: 'x'.repeat(1_100_000) })],
  ['deep.json', nested(100_000)],
  ['deep-model.json', `{"model":${'{"config":'.repeat(5000)}1${'}'.repeat(5000)}}`],
  [
    'deep-config.json',
    `{"model_type":"llama","text_config":${'{"text_config":'.repeat(5000)}1${'}'.repeat(5000)}}`,
  ],
  ['long-key.json', JSON.stringify({ version: 1, ['k'.repeat(90_000)]: 1 })],
  ['long-value.json', JSON.stringify({ version: 1, cluster: 'v'.repeat(90_000) })],
  ['prototype.json', '{"version":1,"__proto__":{"cluster":"ultraserver"}}'],
  ['constructor.json', '{"version":1,"constructor":{"prototype":{}}}'],
  ['version.json', '{"version":2}'],
  ['cluster.json', '{"cluster":{"toString":1,"valueOf":1}}'],
  ['faults.json', '{"faults":[{"at":"b0","kind":"chip"}]}'],
  ['many-faults.json', JSON.stringify({ faults: Array.from({ length: 50_000 }, () => ({ at: 'b1' })) })],
  ['layout.json', '{"parallel":{"tensor":1e308,"pipeline":-0.5}}'],
  ['vision.json', JSON.stringify({ model_type: 'clip', projection_dim: 512 })],
  ['t5.json', JSON.stringify({ model_type: 't5', d_model: 512, num_layers: 6, num_heads: 8, d_ff: 2048 })],
  ['unknown.json', JSON.stringify({ model_type: 'zorg\u0007\u0000', architectures: ['ZorgForEverything'] })],
  ['mamba.json', JSON.stringify({ model_type: 'mamba', hidden_size: 768, n_layer: 24, vocab_size: 50_280 })],
  ['tokenizer.json', JSON.stringify({ version: '1.0', model: { type: 'BPE', vocab: { a: 1 } } })],
  ['negative.json', model({ hidden_size: -1 })],
  ['fraction.json', model({ num_hidden_layers: 1.5 })],
  ['huge-layers.json', model({ num_hidden_layers: 1e9 })],
  ['words.json', model({ num_attention_heads: 'thirty-two' })],
  ['heads.json', model({ num_attention_heads: 0 })],
  ['object.json', model({ vocab_size: { toString: 'x' } })],
  ['package.json', JSON.stringify({ name: 'x', version: '1.2.3', dependencies: {} })],
  ['notebook.ipynb', JSON.stringify({ cells: [], metadata: {}, nbformat: 4 })],
  ['tour-steps.json', tour({ steps: { toString: 1, valueOf: 1 } })],
  ['tour-empty.json', tour({ steps: [] })],
  ['tour-many.json', tour({ steps: Array.from({ length: 300 }, () => step) })],
  ['tour-title.json', tour({ title: { de: 'Meine' } })],
  ['tour-id.json', tour({ id: '../../etc\u0000' })],
  ['tour-moment.json', tour({ steps: [{ ...step, moment: { valueOf: 1 } }] })],
  ['tour-field.json', tour({ steps: [{ ...step, ['\u001b[2J'.repeat(40)]: 1 }] })],
  ['tour-text.json', tour({ steps: [{ title: 'Here', text: 'x'.repeat(5000) }] })],
  ['tour-place.json', tour({ steps: [{ ...step, state: { view: { at: 'b99' } } }] })],
  ['tour-scenario.json', tour({ steps: [step, { ...step, state: { scenario: { cluster: 'mars' } } }] })],
];
