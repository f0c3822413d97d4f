import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { footprint } from './scenario/footprint.ts';
import { resolveScenario } from './scenario/resolve.ts';
import { parseScenario } from './scenario/schema.ts';
import { collective } from './sim/collectives/auto.ts';
import { readCollectiveRequest } from './sim/collectives/request.ts';
import { search } from './sim/search/answer.ts';
import { simulateStep, stepSummary } from './sim/step.ts';
import { chromeTrace } from './timeline/trace.ts';
import { type Step, waterfall } from './timeline/waterfall.ts';

/** What a command makes of one JSON value; throws one sentence for bad input. */
type Command = (input: unknown) => unknown;

const COMMANDS: Readonly<Record<string, Command>> = {
  step: (input) => stepSummary(resolveScenario(parseScenario(input))),
  collective: (input) => collective(readCollectiveRequest(input)),
  compare,
  search: (input) => search(parseScenario(input)),
};

/** Commands that answer piece by piece. */
const STREAMED: Readonly<Record<string, (input: unknown) => Iterable<string>>> = { trace };

/** Input or arguments that cannot be: one line for standard error. */
class Refused extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const [name, ...rest] = words;
  const known = Object.keys({ ...COMMANDS, ...STREAMED }).join(' or ');
  if (name === undefined) throw new Refused(`a command is missing: ${known}`);
  const streamed = Object.hasOwn(STREAMED, name);
  if (!streamed && !Object.hasOwn(COMMANDS, name)) throw new Refused(`command must be ${known}: ${name}`);
  const flags = rest.filter((word) => word.startsWith('-') && word !== '-');
  const unknown = flags.find((flag) => streamed || flag !== '--lines');
  if (unknown) throw new Refused(`${name} has no option ${unknown}`);
  const files = rest.filter((word) => !flags.includes(word));
  if (name === 'compare' && flags.length === 0 && files.length > 1) {
    if (files.length > 2) throw new Refused(`compare takes two files: ${files.join(' ')}`);
    const [a, b] = [parse(await read(files[0])), parse(await read(files[1]))];
    await write(`${JSON.stringify(compare({ a, b }), null, 2)}\n`);
    return;
  }
  if (files.length > 1) throw new Refused(`${name} takes one file: ${files.join(' ')}`);
  if (flags.length > 0) await eachLine(COMMANDS[name], files[0] ?? '-');
  else if (files.length === 0) throw new Refused(`${name} needs a file, or - for standard input`);
  else if (streamed) for (const part of STREAMED[name](parse(await read(files[0])))) await write(part);
  else await write(`${JSON.stringify(COMMANDS[name](parse(await read(files[0]))), null, 2)}\n`);
}

/** Two scenarios, the step time of each, and what the difference is made of. */
function compare(input: unknown): unknown {
  const { a, b, ...others } = (typeof input === 'object' && input !== null ? input : {}) as Record<
    string,
    unknown
  >;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Refused(`${unknown} is not a field of a comparison: a and b are`);
  if (a === undefined || b === undefined) throw new Refused('a comparison needs two scenarios: a and b');
  // Both are read before either is simulated.
  const [before, after] = [a, b]
    .map((scenario) => resolveScenario(parseScenario(scenario)))
    .map((scenario): Step => simulateStep(scenario));
  return { ...waterfall(before, after), a: before.summary, b: after.summary };
}

/** The step as Chrome trace JSON. */
function* trace(input: unknown): Generator<string> {
  const scenario = resolveScenario(parseScenario(input));
  const { summary, timeline } = simulateStep(scenario);
  const memory = footprint(scenario).stages.map(({ total, activations }) => ({
    fixed: total - activations,
    activations,
  }));
  const name = `${scenario.model.name} on ${scenario.cluster.name}`;
  yield* chromeTrace(timeline, { name, summary, memory });
}

async function read(file: string): Promise<string> {
  let text = '';
  for await (const part of open(file)) text += part;
  return text;
}

/** One value a line in, one a line out, in order; holds no more than one. Empty lines are passed over. */
async function eachLine(command: Command, file: string): Promise<void> {
  for await (const line of createInterface({ input: open(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    let answer: unknown;
    try {
      answer = command(parse(line));
    } catch (error) {
      answer = { error: oneLine(error) };
    }
    await write(`${JSON.stringify(answer)}\n`);
  }
}

function open(file: string): NodeJS.ReadableStream {
  if (file === '-') return process.stdin.setEncoding('utf8');
  // Reading a folder fails without a word of which one.
  if (statSync(file).isDirectory()) throw new Refused(`cannot read ${file}: it is a folder`);
  return createReadStream(file, 'utf8');
}

function parse(text: string): unknown {
  try {
    // Some editors and shells put a byte order mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refused(`input is not JSON: ${oneLine(error)}`);
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function oneLine(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined) return `cannot read ${path}: ${code}`;
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300);
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${oneLine(error)}\n`);
  process.exitCode = 2;
});
