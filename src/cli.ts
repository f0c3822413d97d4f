import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { resolveScenario } from './scenario/resolve.ts';
import { parseScenario } from './scenario/schema.ts';
import { collective } from './sim/collectives/auto.ts';
import { readCollectiveRequest } from './sim/collectives/request.ts';
import { simulateStep } from './sim/step.ts';

/** What a command makes of one JSON value; throws one sentence for bad input. */
type Command = (input: unknown) => unknown;

const COMMANDS: Readonly<Record<string, Command>> = {
  step: (input) => simulateStep(resolveScenario(parseScenario(input))).summary,
  collective: (input) => collective(readCollectiveRequest(input)),
};

/** Input or arguments that cannot be: one line for standard error. */
class Refused extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const [name, ...rest] = words;
  const known = Object.keys(COMMANDS).join(' or ');
  if (name === undefined) throw new Refused(`a command is missing: ${known}`);
  if (!Object.hasOwn(COMMANDS, name)) throw new Refused(`command must be ${known}: ${name}`);
  const flags = rest.filter((word) => word.startsWith('-') && word !== '-');
  const unknown = flags.find((flag) => flag !== '--lines');
  if (unknown) throw new Refused(`${name} has no option ${unknown}`);
  const files = rest.filter((word) => !flags.includes(word));
  if (files.length > 1) throw new Refused(`${name} takes one file: ${files.join(' ')}`);
  if (flags.length > 0) await eachLine(COMMANDS[name], files[0] ?? '-');
  else if (files.length === 0) throw new Refused(`${name} needs a file, or - for standard input`);
  else await one(COMMANDS[name], files[0]);
}

async function one(command: Command, file: string): Promise<void> {
  let text = '';
  for await (const part of open(file)) text += part;
  await write(`${JSON.stringify(command(parse(text)), null, 2)}\n`);
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
  return file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
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
  return message.replace(/\s+/g, ' ').slice(0, 300);
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${oneLine(error)}\n`);
  process.exitCode = 2;
});
