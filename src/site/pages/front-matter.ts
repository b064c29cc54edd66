/** Reads the front matter of a page: finds it by Hugo's rules (reference: pageparser) and parses it with gray-matter. */
import matter from 'gray-matter';
import { createDiagnostic, type SourceFile } from '../../diagnostics.ts';
import { isTable } from '../../tables.ts';
import type { FormatName, PageFrontMatter, Report, Table } from '../../types.ts';
import { FormatError, formatNamed, type RepeatedKey } from '../formats/formats.ts';
import { recoverKeys } from './recover-keys.ts';
import { reportRepeated } from '../formats/repeated-keys.ts';

/** The front matter of a file. */
export interface FrontMatter extends PageFrontMatter {
  /** Offsets without the delimiters; both are 0 without front matter. */
  readonly start: number;
  readonly end: number;
  readonly format: FormatName;
  /** Offset of the text after the front matter. */
  readonly bodyOffset: number;
}

/** Delimiters of each format. JSON has none: it ends with its closing brace. */
const FENCES = [
  { fence: '+++', name: 'TOML' },
  { fence: '---', name: 'YAML' },
] as const;

/** A byte order mark and whitespace before the delimiter, which Hugo ignores. */
const LEADING_RE = /^\uFEFF?\s*/;

/** Reads the front matter of a file. Invalid front matter is reported and treated as empty. */
export function readFrontMatter(source: SourceFile, report: Report): FrontMatter {
  const lead = LEADING_RE.exec(source.text)?.[0].length ?? 0;
  const none = {
    data: {},
    start: 0,
    end: 0,
    format: 'TOML' as const,
    bodyOffset: source.text.startsWith('\uFEFF') ? 1 : 0,
  };
  const block = findFenced(source, lead, report) ?? findJson(source, lead, report);
  if (!block) return none;
  if (block === 'unclosed') {
    const recovered = recoverKeys(source.text.slice(lead), formatAt(source.text, lead));
    return { ...none, bodyOffset: source.text.length, recovered };
  }
  const text = source.text.slice(block.start, block.end);
  try {
    return { ...block, data: parseBlock(text, block.format, reportRepeated(source, block.start, report)) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'front-matter-invalid',
        message: `the ${block.format} front matter can't be read: ${error.message}`,
        hint: 'Fix the line, or quote the value.',
        source,
        offset: block.start + error.offset,
      }),
    );
  }
  return { ...block, data: {}, recovered: recoverKeys(text, block.format) };
}

const formatAt = (text: string, lead: number): FormatName =>
  FENCES.find(({ fence }) => text.startsWith(fence, lead))?.name ?? 'JSON';

type Block = Omit<FrontMatter, 'data' | 'recovered'>;

function findFenced(source: SourceFile, lead: number, report: Report): Block | 'unclosed' | undefined {
  const row = FENCES.find(({ fence }) => source.text.startsWith(fence, lead));
  if (!row) return undefined;
  const start = lead + row.fence.length;
  const closing = source.text.indexOf(`\n${row.fence}`, start);
  if (closing >= 0) {
    const bodyOffset = closing + 1 + row.fence.length;
    return { start, end: closing + 1, format: row.name, bodyOffset: skipLineEnd(source.text, bodyOffset) };
  }
  report(
    createDiagnostic({
      code: 'front-matter-unclosed',
      message: `the ${row.name} front matter is not closed: ${row.fence} is missing`,
      hint: `Add a line ${row.fence} after the last key. To start a file with a slide break, write ***.`,
      source,
      offset: lead,
    }),
  );
  return 'unclosed';
}

/** Finds JSON front matter, which starts with a brace, unlike the shortcodes `{{<` and `{{%` with two. */
function findJson(source: SourceFile, lead: number, report: Report): Block | 'unclosed' | undefined {
  if (source.text[lead] !== '{' || source.text[lead + 1] === '{') return undefined;
  const end = closingBrace(source.text, lead);
  if (end !== undefined)
    return { start: lead, end, format: 'JSON', bodyOffset: skipLineEnd(source.text, end) };
  report(
    createDiagnostic({
      code: 'front-matter-unclosed',
      message: 'the JSON front matter is not closed: the closing brace is missing',
      hint: 'Close the object with }, or write &#123; for a literal brace.',
      source,
      offset: lead,
    }),
  );
  return 'unclosed';
}

/** Finds the offset after the brace that closes the one at `start`; braces in strings are skipped. */
function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let n = start; n < text.length; n++) {
    const char = text[n];
    if (quoted && char === '\\') n++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}' && --depth === 0) return n + 1;
  }
  return undefined;
}

/**
 * Parses the front matter with gray-matter. The block is passed between other delimiters, because gray-matter supports
 * neither empty lines before front matter nor `+++`. All engines are replaced, because the built-in ones run JavaScript
 * (`---js`). Passing options also disables the cache, which returns the same object to several callers.
 */
function parseBlock(text: string, format: FormatName, repeated: (key: RepeatedKey) => void): Table {
  const deny = (): never => {
    throw new FormatError('code in front matter is not run', 0);
  };
  // The block starts with the line break after the opening delimiter.
  const parse = (block: string): Table => asTable(formatNamed(format).parse(block.slice(1), repeated));
  const engines = { toml: parse, yaml: parse, json: parse, js: deny, javascript: deny };
  const fence = '\u0000deckwright\u0000';
  return matter(`${fence}\n${text}\n${fence}\n`, {
    language: format.toLowerCase(),
    delimiters: fence,
    engines,
  }).data;
}

function asTable(value: unknown): Table {
  if (isTable(value)) return value;
  if (value === null || value === undefined) return {};
  const found = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  throw new FormatError(`it is ${found}, not a table of keys and values`, 0);
}

function skipLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text[offset] === '\n' ? offset + 1 : offset;
}
