import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resultsOf } from './results.ts';
import { completed, type Row, readRows } from './row.ts';
import { PUBLISHED, publishedText, RECORDED, VALIDATED, validatedText } from './write.ts';

const rows = readRows();
const results = resultsOf(rows);

describe('validation', () => {
  it('carries each row once, with its source', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter((row) => row.source.length < 10)).toEqual([]);
  });

  it('is what the evidence of results says', () => {
    expect(readFileSync(PUBLISHED, 'utf8')).toBe(publishedText(results));
  });

  it('is what the page shows', () => {
    expect(readFileSync(VALIDATED, 'utf8')).toBe(validatedText(results));
  });

  const recorded: Record<string, number> = JSON.parse(readFileSync(RECORDED, 'utf8'));
  it.each(Object.entries(recorded))('has a mean error on %s no worse than recorded: %f', (stack, mean) => {
    const score = results.stacks.find(({ name }) => name === stack);
    expect(score?.failures).toBe(0);
    expect(score?.mean).toBeLessThan(mean + 0.001);
  });

  it('predicts every row', () => {
    expect(results.entries.filter(({ predicted }) => predicted === null)).toEqual([]);
  });

  it('keeps memory of Korthikanti et al. within 0.5 %, of B200 nodes within 2.5 % in the mean', () => {
    const mean = (name: string) => results.sets.find((set) => set.name === `bytes: ${name}`)!.mean;
    expect(mean('Korthikanti Fig. 1, memory')).toBeLessThan(0.005);
    expect(mean('B200 node')).toBeLessThan(0.025);
  });

  it('takes rows with parts missing, other software and other chips, and says what it cannot run', () => {
    const good = rows.find((row) => row.id === 'korth-t5-22B-full')!;
    const told = (changes: object) => resultsOf([completed({ ...good, ...changes } as Row)]).entries;
    for (const stack of ['ours', 'megatron-deepspeed', 'jax', null]) {
      for (const name of ['MI300X', 'TPU v5p', 'A100', 'Trainium1']) {
        const [other] = told({ stack, hardware: { ...good.hardware!, name } });
        expect(other.predicted, `${stack} on ${name}`).toBeGreaterThan(0);
      }
    }
    for (const recompute of ['core_attn', 'mlp, layernorm', 'moe_act', 'something else']) {
      expect(told({ parallel: { ...good.parallel, recompute } })[0].predicted).toBeGreaterThan(0);
    }
    // A microbatch that the samples of a replica do not divide into is taken as the next smaller that they do.
    const [odd] = told({ parallel: { ...good.parallel, microbatch: 3 } });
    expect(odd.predicted).toBeGreaterThan(0);
    for (const part of ['hardware', 'model', 'parallel', 'measured'] as const) {
      const [{ predicted, note }] = told({ [part]: null });
      expect(predicted).toBeNull();
      expect(note).toMatch(/is missing|nothing measured/);
    }
    const [{ note }] = told({ parallel: { ...good.parallel, pp: 0 } });
    expect(note).toBe('parallel.pp must be a count: 0');
  });

  it('passes over exempt rows and names what a bad one lacks', () => {
    const good = rows.find((row) => row.id === 'korth-t5-22B-full')!;
    const bad = { ...good, model: { ...good.model, layers: null } } as unknown as Row;
    expect(resultsOf([{ ...good, exempt: 'for a reason' }]).entries).toEqual([]);
    expect(resultsOf([bad]).entries).toEqual([
      {
        ...{ id: good.id, stack: 'megatron-2022', quantity: 'seconds' },
        ...{ measured: null, predicted: null, error: null, note: 'model.layers is missing' },
      },
    ]);
  });
});
