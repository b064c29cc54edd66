/** The programs of the documents, checked by the compiler against our own sources: all in one run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentBlock, ROOT } from './documents.ts';

/** A program, and where it is found. */
export interface DocumentProgram {
  readonly document: string;
  readonly block: DocumentBlock;
}

/** Our package by the name that its users import. */
const CONFIG = {
  extends: path.join(ROOT, 'tsconfig.json'),
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    noUnusedLocals: false,
    rewriteRelativeImportExtensions: false,
    module: 'esnext',
    moduleResolution: 'bundler',
    paths: { deckwright: [path.join(ROOT, 'src', 'index.ts')] },
  },
  // Declarations of packages that have none are among our sources.
  include: ['*/*', path.join(ROOT, 'src', '**', '*.d.ts')],
  exclude: ['node_modules'],
};

/** Checks programs in an empty folder; what the compiler says, one line each, with document and line in front. */
export function checkPrograms(programs: readonly DocumentProgram[], folder: string): readonly string[] {
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(CONFIG));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const [n, { block }] of programs.entries()) {
    const name = path.basename(block.name || `program.${block.language}`);
    mkdirSync(path.join(folder, `program-${n}`));
    // A program without an import is a module all the same, with names of its own.
    writeFileSync(path.join(folder, `program-${n}`, name), `${block.text}\nexport {};\n`);
  }
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: folder, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => withPlace(line, programs));
}

function withPlace(line: string, programs: readonly DocumentProgram[]): string {
  const [, n, row = '0'] = /^program-(\d+)\/[^(]*\((\d+)/.exec(line) ?? [];
  const program = n === undefined ? undefined : programs[Number(n)];
  return program ? `${program.document}:${program.block.line + Number(row)} ${line}` : line;
}
