import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(words: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...words]);
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const ring = { kind: 'ring', size: 4, bandwidth: 64e9, latency: 5e-7 };
const request = { kind: 'allReduce', bytes: 16777216, dims: [ring], algorithm: ['ring'], chunks: 1 };

describe('collective', () => {
  it('reads a file and prints seconds, algorithm and busiest link', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'cli-')), 'request.json');
    writeFileSync(file, JSON.stringify(request));
    const { code, out, err } = await run(['collective', file]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      seconds: expect.closeTo(396.223e-6, 7),
      algorithm: 'ring',
      busiestLinkBytes: 25165824,
      linkBytes: [25165824],
    });
  });

  it('answers a line for a line, in order, errors among them', async () => {
    const input = `${JSON.stringify(request)}\nnot json\n\n{"kind":"broadcast"}\n${JSON.stringify({ ...request, algorithm: 'auto' })}`;
    const { code, out } = await run(['collective', '--lines'], input);
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines[0].algorithm).toBe('ring');
    expect(lines[1].error).toMatch(/^input is not JSON/);
    expect(lines[2].error).toBe(
      'kind must be one of allReduce, allGather, reduceScatter, allToAll: "broadcast"',
    );
    expect(lines[3].algorithm).toBe('torus');
  });
});

describe('step', () => {
  it('sums up the default job, from standard input', async () => {
    const { code, out } = await run(['step', '-'], '{}');
    expect(code).toBe(0);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({
      version: 1,
      feasible: true,
      parallel: { tensor: 64, pipeline: 12, data: 644 },
    });
    const parts: number[] = Object.values(summary.breakdown);
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(summary.step.seconds, 9);
  });

  it('keeps going after a bad line', async () => {
    const input = '{"parallel":{"tensor":48}}\n{"cluster":"ultraserver","model":"llama-3.1-8b"}\n';
    const { code, out } = await run(['step', '--lines'], input);
    expect(code).toBe(0);
    const [bad, good] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(bad).toEqual({ error: 'parallel.tensor must divide heads (128): 48' });
    expect(good.feasible).toBe(true);
  });
});

describe('bad input', () => {
  it.each([
    [['step', '-'], '{"parallel":{"tensor":48}}', 'parallel.tensor must divide heads (128): 48'],
    [['step', '-'], '{', 'input is not JSON: '],
    [['step', '-'], '{"a":\n\n\u0000\u001b}', 'input is not JSON: '],
    [['collective', '-'], '{"kind":1}', 'kind must be one of '],
    [['step', '/no/such/file.json'], '', 'cannot read /no/such/file.json: ENOENT'],
    [['dance', '-'], '', 'or trace: dance'],
    [['step', '--fast', '-'], '', 'step has no option --fast'],
    [['step'], '', 'step needs a file, or - for standard input'],
    [['step', 'a.json', 'b.json'], '', 'step takes one file: a.json b.json'],
    [[], '', 'a command is missing: step or collective'],
  ])('%j is refused with one line and exit 2', async (words, input, message) => {
    const { code, out, err } = await run(words, input);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toHaveLength(2);
    expect(err.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(err).toContain(message);
  });
});

describe('compare', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  const a = { model: 'llama-3.1-8b', cluster: 'ultraserver' };
  const b = { ...a, training: { recompute: 'full' } };
  const [first, second] = [path.join(folder, 'a.json'), path.join(folder, 'b.json')];
  writeFileSync(first, JSON.stringify(a));
  writeFileSync(second, JSON.stringify(b));

  it('tells term by term why one scenario takes longer than another', async () => {
    const { code, out, err } = await run(['compare', first, second]);
    expect([code, err]).toEqual([0, '']);
    const { from, to, terms } = JSON.parse(out);
    const sum = terms.reduce((total: number, { seconds }: { seconds: number }) => total + seconds, from);
    expect(sum).toBeCloseTo(to, 9);
    const { out: line } = await run(['compare', '--lines'], JSON.stringify({ a, b }));
    expect(JSON.parse(line)).toEqual(JSON.parse(out));
  });

  it('refuses what is no pair', async () => {
    const { code, out, err } = await run(['compare', '-'], '{"a":{}}');
    expect([code, out, err]).toEqual([2, '', 'a comparison needs two scenarios: a and b\n']);
  });
});

describe('trace', () => {
  it('writes Chrome trace JSON, and refuses options it has not', async () => {
    const scenario = JSON.stringify({ model: 'llama-3.1-8b', cluster: 'ultraserver' });
    const { code, out, err } = await run(['trace', '-'], scenario);
    expect([code, err]).toEqual([0, '']);
    const { traceEvents } = JSON.parse(out);
    expect(traceEvents.filter(({ ph }: { ph: string }) => ph === 'X').length).toBeGreaterThan(100);
    const refused = await run(['trace', '--lines', '-'], scenario);
    expect([refused.code, refused.out, refused.err]).toEqual([2, '', 'trace has no option --lines\n']);
  });
});
