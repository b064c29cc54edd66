/** A diagnostic is computed from an offset, and is written as a terminal shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticCodes } from '../src/diagnostic-codes.ts';
import {
  createDiagnostic,
  DeckError,
  formatDiagnostic,
  lineAndColumn,
  nearestName,
  offsetAt,
} from '../src/diagnostics.ts';

describe('formatDiagnostic', () => {
  const text = 'one\n\ttwo {{< x >}}\nthree\nfour\n';
  const finding = {
    code: 'no-deck' as const,
    message: 'something is wrong',
    hint: 'Do this.',
    source: { path: 'content/a.md', text },
  };

  test('writes what a terminal shows', () => {
    const diagnostic = createDiagnostic({ ...finding, offset: text.indexOf('{{<') });
    expect(formatDiagnostic(diagnostic)).toBe(
      [
        'error no-deck content/a.md:2:6',
        'something is wrong',
        '  1 | one',
        '> 2 | \ttwo {{< x >}}',
        '    | \t    ^',
        '  3 | three',
        '  4 | four',
        'hint: Do this.',
      ].join('\n'),
    );
  });

  test('leaves out the frame where there is no place', () => {
    const { source: _, ...rest } = finding;
    expect(formatDiagnostic(createDiagnostic({ ...rest, severity: 'warning' }))).toBe(
      'warning no-deck\nsomething is wrong\nhint: Do this.',
    );
    expect(formatDiagnostic(createDiagnostic(finding))).toBe(
      'error no-deck content/a.md\nsomething is wrong\nhint: Do this.',
    );
  });

  test('numbers of two widths stand under one another', () => {
    const long = Array.from({ length: 12 }, (_, n) => `line ${n + 1}`).join('\r\n');
    const diagnostic = createDiagnostic({
      ...finding,
      source: { path: 'a.md', text: long },
      offset: long.indexOf('9') - 1,
    });
    expect(diagnostic.frame).toBe(
      [
        '   7 | line 7',
        '   8 | line 8',
        '>  9 | line 9',
        '     |     ^',
        '  10 | line 10',
        '  11 | line 11',
      ].join('\n'),
    );
  });

  test('a DeckError is the report of all of them', () => {
    const diagnostics = [createDiagnostic(finding), createDiagnostic({ ...finding, code: 'theme-unknown' })];
    const error = new DeckError(diagnostics);
    expect(error.diagnostics).toBe(diagnostics);
    expect(error.message).toBe(diagnostics.map(formatDiagnostic).join('\n\n'));
    expect(error.name).toBe('DeckError');
  });
});

describe('places', () => {
  const text = 'ab\n\ncd\r\ne';

  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [8, 4, 1],
    [9, 4, 2],
  ])('offset %i is line %i, column %i, and back', (offset, line, column) => {
    expect(lineAndColumn(text, offset)).toEqual({ line, column });
    expect(offsetAt(text, line, column)).toBe(offset);
  });

  test('what lies behind the text is its end', () => {
    expect(lineAndColumn(text, 99)).toEqual({ line: 4, column: 2 });
    expect(offsetAt(text, 99, 1)).toBe(text.length);
    expect(offsetAt(text, 4, 99)).toBe(text.length);
  });
});

describe('long lines', () => {
  const line = Array.from({ length: 1000 }, (_, n) => `word${n}`).join(' ');

  test.each([0, 3000, line.length])('the frame shows the words around offset %i', (offset) => {
    const source = { path: 'a.md', text: `${line}\n${line}\n` };
    const { frame } = createDiagnostic({ code: 'shortcode-syntax', message: '', hint: '', source, offset });
    const [marked = '', mark = ''] = frame.split('\n');
    expect(frame.length).toBeLessThan(1000);
    const at = mark.indexOf('^');
    expect(marked.slice(at, at + 9).replace(/ …$/, '')).toBe(line.slice(offset, offset + 9));
  });

  test('a line of 2,000 characters is shown whole', () => {
    const source = { path: 'a.md', text: 'x'.repeat(2000) };
    const { frame } = createDiagnostic({
      code: 'shortcode-syntax',
      message: '',
      hint: '',
      source,
      offset: 0,
    });
    expect(frame).toContain(source.text);
  });
});

describe('nearestName', () => {
  const names = ['frag', 'fragment', 'note', 'section', 'slide'];

  test.each([
    ['slide', 'slide'],
    ['slid', 'slide'],
    ['slides', 'slide'],
    ['sldie', 'slide'],
    ['Slide', 'slide'],
    ['fragmnt', 'fragment'],
    ['sectoin', 'section'],
    ['notes', 'note'],
    ['fra', 'frag'],
    ['gallery', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%j → %j', (name, nearest) => {
    expect(nearestName(name, names)).toBe(nearest);
  });

  test('of two that are as near, the first', () => {
    expect(nearestName('cat', ['bat', 'hat'])).toBe('bat');
  });

  test('nothing is near where there is nothing', () => {
    expect(nearestName('slide', [])).toBeUndefined();
  });
});

test('every code of the catalogue is in use', () => {
  const src = path.resolve(import.meta.dirname, '..', 'src');
  const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'diagnostic-codes.ts')
    .map((file) => readFileSync(path.join(src, file), 'utf8'))
    .join('\n');
  expect([...diagnosticCodes]).toEqual([...new Set(diagnosticCodes)].sort());
  expect(diagnosticCodes.filter((code) => !texts.includes(`'${code}'`))).toEqual([]);
});
