// One file of types out of many: what an entry exports and everything that is named by it, in plain TypeScript without an
// import. The compiler writes a declaration a file; this picks the statements that are needed and puts them together.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const COMPILER = 'node_modules/typescript/bin/tsc';
const NAMED = /^(?:export )?(?:declare )?(?:interface|type|const|class|function) ([\w$]+)/m;
const IMPORT = /^(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)';$/;

function declarations(entry) {
  // Inside node_modules, so that the compiler finds the types that it is configured with.
  const out = mkdtempSync(path.resolve('node_modules/.types-'));
  const options = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: process.cwd(),
    outDir: out,
  };
  const config = {
    extends: path.resolve('tsconfig.json'),
    compilerOptions: options,
    include: [path.resolve(entry)],
  };
  const file = path.join(out, 'tsconfig.json');
  writeFileSync(file, JSON.stringify(config));
  execFileSync(process.execPath, [COMPILER, '--project', file], { stdio: 'inherit' });
  return {
    file: path.join(out, entry.replace(/\.ts$/, '.d.ts')),
    end: () => rmSync(out, { recursive: true }),
  };
}

/** Statements of a declaration file, each with the comment before it. */
function statements(text) {
  const found = [];
  let lines = [];
  let depth = 0;
  let comment = false;
  for (const line of text.split('\n')) {
    lines.push(line);
    if (/^\s*\/\*/.test(line)) comment = true;
    const inComment = comment;
    if (line.includes('*/')) comment = false;
    if (inComment) continue;
    for (const sign of line.replace(/'[^']*'|"[^"]*"|=>/g, '')) {
      if ('{[('.includes(sign)) depth += 1;
      if ('}])'.includes(sign)) depth -= 1;
    }
    if (depth > 0 || !/[;}]$/.test(line)) continue;
    found.push(lines.join('\n').trim());
    lines = [];
  }
  return found;
}

/** What a file declares by name, what it takes from others, and what it adds to the world. */
function read(file) {
  const own = new Map();
  const taken = new Map();
  const global = [];
  for (const statement of statements(readFileSync(file, 'utf8'))) {
    const [, names, from] = IMPORT.exec(statement) ?? [];
    if (names !== undefined && from.startsWith('.'))
      for (const name of names.split(',')) {
        const [theirs, mine = theirs] = name
          .trim()
          .replace(/^type /, '')
          .split(' as ');
        taken.set(mine, {
          name: theirs,
          file: path.join(path.dirname(file), from.replace(/\.tsx?$/, '.d.ts')),
        });
      }
    else if (names === undefined) {
      const [, name] = NAMED.exec(statement) ?? [];
      if (/^declare global/m.test(statement)) global.push(statement);
      else if (name) own.set(name, statement);
    }
  }
  return { own, taken, global };
}

/** The declarations of an entry as the text of one file. */
export function bundleTypes(entry) {
  const { file: first, end } = declarations(entry);
  try {
    const files = new Map();
    const fileOf = (file) => files.get(file) ?? files.set(file, read(file)).get(file);
    const chosen = new Map();
    const from = new Map();
    const take = (file, name) => {
      const { own, taken } = fileOf(file);
      const statement = own.get(name);
      if (statement === undefined) {
        const other = taken.get(name);
        if (!other) throw new Error(`${file} declares no ${name}`);
        if (other.name !== name) throw new Error(`${name} is called ${other.name} elsewhere`);
        return take(other.file, name);
      }
      if (chosen.has(name)) {
        if (from.get(name) !== file)
          throw new Error(`${name} is declared in ${file} and in ${from.get(name)}`);
        return;
      }
      from.set(name, file);
      chosen.set(name, statement);
      follow(file, statement);
    };
    const follow = (file, statement) => {
      const { own, taken } = fileOf(file);
      const code = statement.replace(/\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"/g, '');
      for (const word of new Set(code.match(/[A-Za-z_$][\w$]*/g)))
        if (own.has(word) || taken.has(word)) take(file, word);
    };
    const { own, taken } = fileOf(first);
    const exported = [...own.keys(), ...taken.keys()];
    for (const name of exported) take(first, name);
    for (const { global } of [...files.values()])
      for (const statement of global) chosen.set(statement, statement);
    const bare = [...chosen.values()].map((statement) => statement.replace(/^export (?=\w)/m, ''));
    const body = bare.map((text) => text.replace(/^(?=(const|class|function) )/m, 'declare ')).join('\n');
    return `${body}\nexport { ${exported.join(', ')} };\n`;
  } finally {
    end();
  }
}
