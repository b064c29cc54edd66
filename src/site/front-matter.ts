/** The front matter of a page: found by Hugo's rules (reference: pageparser), read through gray-matter. */
import matter from 'gray-matter';
import { createDiagnostic, type SourceFile } from '../diagnostics.ts';
import { isTable } from '../tables.ts';
import type { FormatName, PageFrontMatter, Report, Table } from '../types.ts';
import { FormatError, formatNamed, type RepeatedKey } from './formats.ts';
import { recoverKeys } from './recover.ts';
import { reportRepeated } from './repeated-keys.ts';

/** The front matter of a file. */
export interface FrontMatter extends PageFrontMatter {
  /** The offsets between which it stands, without its fences; both 0 where there is none. */
  readonly start: number;
  readonly end: number;
  readonly format: FormatName;
  /** Where the text begins. */
  readonly bodyOffset: number;
}

/** One row a fence. The third, JSON, is its own fence: it ends with the brace that closes it. */
const FENCES = [
  { fence: '+++', name: 'TOML' },
  { fence: '---', name: 'YAML' },
] as const;

/** Hugo passes over a byte order mark and white space in front of the fence. */
const LEADING_RE = /^\uFEFF?\s*/;

/** Reads the front matter of a file. What can't be read is reported, and counts as none. */
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
        hint: 'Mend the line, or put quotes around the value.',
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
      message: `the ${row.name} front matter that begins here has no closing ${row.fence}`,
      hint: `Put a line ${row.fence} under the last key. A slide break at the top of a file is written ***.`,
      source,
      offset: lead,
    }),
  );
  return 'unclosed';
}

/** JSON begins with a brace, but so do the shortcodes `{{<` and `{{%`. */
function findJson(source: SourceFile, lead: number, report: Report): Block | 'unclosed' | undefined {
  if (source.text[lead] !== '{' || source.text[lead + 1] === '{') return undefined;
  const end = closingBrace(source.text, lead);
  if (end !== undefined)
    return { start: lead, end, format: 'JSON', bodyOffset: skipLineEnd(source.text, end) };
  report(
    createDiagnostic({
      code: 'front-matter-unclosed',
      message: 'the JSON front matter that begins here has no closing brace',
      hint: 'Close the object with }, or write the brace as &#123; if it is text.',
      source,
      offset: lead,
    }),
  );
  return 'unclosed';
}

/** The offset behind the brace that closes the one at `start`; braces inside of strings do not count. */
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
 * gray-matter gets the block that was found above between fences of our own, because it knows neither blank lines in
 * front nor `+++`. Its engines are replaced one and all: the stock ones run JavaScript (`---js`), under both names.
 * Passing options also switches off its cache, which hands the same object to two callers.
 */
function parseBlock(text: string, format: FormatName, repeated: (key: RepeatedKey) => void): Table {
  const deny = (): never => {
    throw new FormatError('front matter is never run as code', 0);
  };
  // The line end behind the opening fence comes along.
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
