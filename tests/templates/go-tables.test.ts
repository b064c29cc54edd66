/** Go's own tables of tests, read from its sources where they are installed. */
import { describe, expect, test } from 'vitest';
import { DeckError } from '../../src/diagnostics.ts';
import { stripTags } from '../../src/templates/gotemplate/escape/html-values.ts';
import type { Shown } from '../../src/templates/gotemplate/escape/safe.ts';
import { escapeRegexp, escapeScriptString } from '../../src/templates/gotemplate/escape/script-values.ts';
import { slashAfter } from '../../src/templates/gotemplate/escape/script.ts';
import { filterStyleValue } from '../../src/templates/gotemplate/escape/style-values.ts';
import { decodeStyle } from '../../src/templates/gotemplate/escape/style.ts';
import { escapeSrcset, normalizeUrl } from '../../src/templates/gotemplate/escape/url-values.ts';
import { readTemplateTokens, type Token } from '../../src/templates/gotemplate/lexer.ts';
import { parseTemplate } from '../../src/templates/gotemplate/parser.ts';
import { SyntaxFailure } from '../../src/templates/gotemplate/syntax-failure.ts';
import { compileGoTemplate, executeGoTemplate } from '../../src/templates/gotemplate/template.ts';
import type { FunctionTable } from '../../src/templates/gotemplate/values.ts';
import {
  EXCLUDED_COMPARISONS,
  EXCLUDED_ERRORS,
  EXCLUDED_ESCAPES,
  EXCLUDED_EXEC,
  type Excluded,
  EXCLUDED_TOKENS,
  EXCLUDED_TREES,
} from '../support/go-excluded.ts';
import { type GoRow, hasGoSource, readGoString, readGoTable, readList } from '../support/go-tables.ts';
import { formatTree } from '../support/go-tree.ts';
import { comparisonData, escapeData, goTestData, goTestFunctions } from '../support/go-values.ts';

/** A row, and what we make of it beside what Go does. */
interface Row {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
  readonly actual: string;
}

const FAILS = 'fails';

function checkTable(name: string, rows: readonly Row[], leftOut: Excluded): void {
  const wrong = rows.filter(({ expected, actual }) => expected !== actual);
  const agree = rows.length - wrong.length;
  process.stdout.write(`${name}: ${agree} of ${rows.length} rows agree, ${wrong.length} left out\n`);
  expect(wrong.filter(({ name }) => !Object.hasOwn(leftOut, name))).toEqual([]);
  // A row that passes by now has no business in the list.
  const names = new Set(wrong.map((row) => row.name));
  expect(Object.keys(leftOut).filter((row) => !names.has(row))).toEqual([]);
}

function run(text: string, data: unknown, functions: FunctionTable, escape = false): string {
  const template = compileGoTemplate({ path: 'row', text }, functions);
  const missing = escape ? 'zero' : 'no value';
  return executeGoTemplate(template, data, { functions, find: () => undefined, escape, missing }).text;
}

/** What a run gives, or that it fails; what is our own mistake is thrown on. */
function outcome(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof DeckError || error instanceof SyntaxFailure) return FAILS;
    throw error;
  }
}

const BIG_INT = '0x7fffffffffffffff';
const BIG_UINT = '0x8000000000000000';

/** `[name, input, output, data, ok]` */
function executeRow([name = '', input = '', output = '', data = '', ok]: GoRow): Row {
  const text = readGoString(input, { bigInt: BIG_INT, bigUint: BIG_UINT });
  const expected = ok === 'true' ? readGoString(output) : FAILS;
  if (!Object.hasOwn(goTestData, data))
    return { name: readGoString(name), input: text, expected, actual: `no data for ${data}` };
  return {
    name: readGoString(name),
    input: text,
    expected,
    actual: outcome(() => run(text, goTestData[data], goTestFunctions)),
  };
}

describe.skipIf(!hasGoSource)("Go's own tables", () => {
  test('text/template exec', () => {
    const rows = readGoTable('text/template/exec_test.go', 'var execTests = []execTest{').map(executeRow);
    checkTable('text/template exec', rows, EXCLUDED_EXEC);
  });

  test('text/template comparisons', () => {
    const rows = readGoTable('text/template/exec_test.go', 'var cmpTests = []cmpTest{').map(
      ([input = '', truth = '', ok]) => {
        const expression = readGoString(input);
        const text = `{{if ${expression}}}true{{else}}false{{end}}`;
        const expected = ok === 'true' ? readGoString(truth) : FAILS;
        return {
          name: expression,
          input: text,
          expected,
          actual: outcome(() => run(text, comparisonData, {})),
        };
      },
    );
    checkTable('text/template comparisons', rows, EXCLUDED_COMPARISONS);
  });

  test('text/template/parse trees', () => {
    const rows = readGoTable('text/template/parse/parse_test.go', 'var parseTests = []parseTest{').map(
      ([name = '', input = '', ok, tree = '']) => {
        const text = readGoString(input);
        const expected = ok === 'noError' ? readGoString(tree) : FAILS;
        const actual = outcome(() => {
          compileGoTemplate({ path: 'row', text }, goTestFunctions);
          return formatTree(parseTemplate(text).list);
        });
        return { name: readGoString(name), input: text, expected, actual };
      },
    );
    checkTable('text/template/parse trees', rows, EXCLUDED_TREES);
  });

  test('text/template/parse errors', () => {
    const rows = readGoTable('text/template/parse/parse_test.go', 'var errorTests = []parseTest{').map(
      errorRow,
    );
    checkTable('text/template/parse errors', rows, EXCLUDED_ERRORS);
  });

  test('text/template/parse tokens', () => {
    const rows = readGoTable('text/template/parse/lex_test.go', 'var lexTests = []lexTest{').map(tokensRow);
    checkTable('text/template/parse tokens', rows, EXCLUDED_TOKENS);
  });

  test('html/template escape', () => {
    const starts = ['func TestEscape(', 'output string', '}{'];
    const rows = readGoTable('html/template/escape_test.go', ...starts).map(
      ([name = '', input = '', output = '']) => {
        const text = readGoString(input);
        const actual = outcome(() => run(text, escapeData, {}, true));
        return { name: readGoString(name), input: text, expected: readGoString(output), actual };
      },
    );
    checkTable('html/template escape', rows, EXCLUDED_ESCAPES);
  });

  test.each(ESCAPERS)('html/template $name', ({ name, file, run, leftOut }) => {
    const rows = readGoTable(`html/template/${file}`, `func ${name}(`, '}{').map((fields) => {
      const [input = '', expected = ''] = fields.slice(-2);
      const actual = run(readValue(input));
      return { name: input, input, expected: expected ? readGoString(expected) : '', actual };
    });
    checkTable(`html/template ${name}`, rows, leftOut ?? {});
  });

  test('html/template TestNextJsCtx', () => {
    const rows = readGoTable('html/template/js_test.go', 'func TestNextJsCtx(', '}{').map(
      ([context, code = '']) => {
        const expected = context === 'jsCtxRegexp' ? 'regexp' : 'division';
        // What was there before counts only where there is nothing.
        return { name: code, input: code, expected, actual: slashAfter(readGoString(code), expected) };
      },
    );
    checkTable('html/template TestNextJsCtx', rows, {});
  });
});

if (!hasGoSource) process.stdout.write("Go's sources are not installed: its tables are not run\n");

/** `[name, input, hasError, message]`, where the message may begin with `name:line: `. */
function errorRow([name = '', input = '', , message = '']: GoRow): Row {
  const text = readGoString(input);
  const wanted = readGoString(message);
  const [, line, words = wanted] = /^\w+:(\d+): (.*)$/.exec(wanted) ?? [];
  try {
    compileGoTemplate({ path: 'row', text }, {});
    return { name: readGoString(name), input: text, expected: wanted, actual: 'no error' };
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    const [found] = error.diagnostics;
    const agrees = found?.message.includes(words) && (line === undefined || found.line === Number(line));
    const actual = agrees ? wanted : `${found?.line}: ${found?.message}`;
    return { name: readGoString(name), input: text, expected: wanted, actual };
  }
}

const KINDS: Readonly<Record<string, Token['kind']>> = {
  itemAssign: 'assign',
  itemBool: 'bool',
  itemChar: 'char',
  itemCharConstant: 'char-constant',
  itemComplex: 'complex',
  itemDeclare: 'declare',
  itemField: 'field',
  itemIdentifier: 'identifier',
  itemNil: 'nil',
  itemNumber: 'number',
  itemString: 'string',
  itemText: 'text',
  itemVariable: 'variable',
};

const ITEMS: Readonly<Record<string, string>> = {
  tDot: 'dot .',
  tBlock: 'keyword block',
  tEOF: 'end-of-file ',
  tFor: 'identifier for',
  tLeft: 'left-delimiter {{',
  tLpar: 'left-paren (',
  tPipe: 'pipe |',
  tQuote: 'string "abc \\n\\t\\" "',
  tRange: 'keyword range',
  tRight: 'right-delimiter }}',
  tRpar: 'right-paren )',
  tSpace: 'space  ',
  tRawQuote: 'raw-string `abc\\n\\t\\" `',
  tRawQuoteNL: 'raw-string `now is{{\n}}the time`',
};

/** `[name, input, []item{…}]`; comments are no tokens of ours, and of mistakes only the message counts. */
function tokensRow([name = '', input = '', list = '']: GoRow): Row {
  const constants = { raw: '`abc\\n\\t\\" `', rawNL: '`now is{{\n}}the time`' };
  const text = readGoString(input, constants);
  const items = readList(list.slice(list.indexOf('{') + 1)).flatMap((item) => {
    const [, kind = '', source = ''] = /^mkItem\((\w+), ([\s\S]*)\)$/.exec(item) ?? [];
    if (!kind) return [ITEMS[item] ?? item];
    if (kind === 'itemComment') return [];
    const value = readGoString(source);
    if (kind === 'itemError') return [`error ${value}`];
    return [`${KINDS[kind] ?? 'keyword'} ${value}`];
  });
  const last = items.at(-1) ?? '';
  const expected = last.startsWith('error ') ? last : items.join('\n');
  try {
    const tokens = readTemplateTokens(text).map(({ kind, text: own }) => `${kind} ${own}`);
    return { name: readGoString(name), input: text, expected, actual: tokens.join('\n') };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { name: readGoString(name), input: text, expected, actual: `error ${error.message}` };
  }
}

/** A string, or one that is declared safe in a string of a script. */
function readValue(source: string): Shown {
  const [, inner] = /^JSStr\(([\s\S]*)\)$/.exec(source) ?? [];
  return inner === undefined
    ? { text: readGoString(source) }
    : { text: readGoString(inner), kind: 'js-string' };
}

interface EscaperTable {
  readonly name: string;
  readonly file: string;
  readonly run: (shown: Shown) => string;
  readonly leftOut?: Excluded;
}

/** Tables of single escapers: the last two fields of a row are what goes in and what comes out. */
const ESCAPERS: readonly EscaperTable[] = [
  { name: 'TestStripTags', file: 'html_test.go', run: ({ text }) => stripTags(text) },
  { name: 'TestDecodeCSS', file: 'css_test.go', run: ({ text }) => decodeStyle(text) },
  { name: 'TestCSSValueFilter', file: 'css_test.go', run: filterStyleValue },
  { name: 'TestURLNormalizer', file: 'url_test.go', run: normalizeUrl },
  { name: 'TestSrcsetFilter', file: 'url_test.go', run: escapeSrcset },
  { name: 'TestJSStrEscaper', file: 'js_test.go', run: escapeScriptString },
  { name: 'TestJSRegexpEscaper', file: 'js_test.go', run: escapeRegexp },
];
