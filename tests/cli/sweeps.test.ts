import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'sweep-'));
const scenarios = path.join(folder, 'scenarios.ndjson');
const STEP = 'npm run -s simulate -- step --lines';
const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const shell = (script: string): string => execFileSync('bash', ['-c', script], { encoding: 'utf8' });
const joined = (parts: string): string =>
  readdirSync(parts)
    .sort()
    .map((part) => readFileSync(path.join(parts, part), 'utf8'))
    .join('');

let whole = '';

beforeAll(() => {
  const lines = [8, 16, 48, 64].flatMap((tensor) =>
    [64, 128, 256].map((globalBatch) =>
      JSON.stringify({
        model: 'llama-3.1-70b',
        cluster: 'rainier-2025',
        training: { globalBatch },
        parallel: { tensor },
      }),
    ),
  );
  writeFileSync(scenarios, `${lines.join('\n')}\n`);
  whole = shell(`${STEP} < ${scenarios}`);
});

it('answers every scenario of a sweep, bad ones too', () => {
  const answers = whole
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toHaveLength(12);
  expect(answers.filter((answer) => answer.error).map((answer) => answer.error)).toEqual(
    Array(3).fill('parallel.tensor must divide heads (64): 48'),
  );
});

describe.skipIf(!has('parallel'))('GNU parallel', () => {
  it('gives the same lines in the same order', () => {
    expect(shell(`parallel --will-cite --pipe -k -N3 ${STEP} < ${scenarios}`)).toBe(whole);
  });
});

describe.skipIf(!has('split') || process.platform !== 'linux')('an array job', () => {
  it('of Slurm leaves parts that join to the whole', () => {
    const summaries = path.join(folder, 'slurm');
    for (let task = 0; task < 4; task++)
      shell(
        `SLURM_ARRAY_TASK_ID=${task} SLURM_ARRAY_TASK_COUNT=4 bash docs/sweeps/slurm.sh ${scenarios} ${summaries}`,
      );
    expect(joined(summaries)).toBe(whole);
  });

  it('of AWS Batch leaves parts in the bucket that join to the whole', () => {
    const tools = path.join(folder, 'bin');
    const bucket = path.join(folder, 'bucket');
    mkdirSync(path.join(bucket, 'summaries'), { recursive: true });
    mkdirSync(tools);
    writeFileSync(path.join(bucket, 'scenarios.ndjson'), readFileSync(scenarios));
    // `aws s3 cp` with a folder for a bucket.
    writeFileSync(
      path.join(tools, 'aws'),
      `#!/bin/sh\n[ "$1 $2" = "s3 cp" ] && cp "\${3#s3:/}" "\${4#s3:/}"\n`,
    );
    chmodSync(path.join(tools, 'aws'), 0o755);
    for (let child = 0; child < 3; child++)
      shell(
        `PATH=${tools}:$PATH AWS_BATCH_JOB_ARRAY_INDEX=${child} bash docs/sweeps/aws-batch.sh s3:/${bucket}/scenarios.ndjson s3:/${bucket}/summaries 3`,
      );
    expect(joined(path.join(bucket, 'summaries'))).toBe(whole);
  });
});
