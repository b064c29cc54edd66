/** What is printed when there are many warnings of a kind. */
import { describe, expect, test } from 'vitest';
import { diagnosticTexts } from '../../src/command/report.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';

const style = { isVerbose: false, paint: (_look: string, text: string) => text };

const warning = (line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'param-unknown',
  severity: 'warning',
  message: `unknown option ${line}`,
  hint: 'Remove the line.',
  file: 'content/_index.md',
  line,
  column: 1,
  frame: '',
  ...more,
});

const lines = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n + 1);

describe('warnings of a kind', () => {
  test('three are shown in full', () => {
    expect(
      diagnosticTexts(
        lines(3).map((n) => warning(n)),
        style,
      ),
    ).toHaveLength(3);
  });

  test('of more, a line tells how many and where', () => {
    const found = [
      ...lines(5).map((n) => warning(n)),
      ...lines(2).map((n) => warning(n, { file: 'hugo.toml' })),
    ];
    const texts = diagnosticTexts(found, style);
    expect(texts.slice(0, 3).join('\n')).toMatch(/:1:1\n[^]*:2:1\n[^]*:3:1\n/);
    expect(texts.slice(3)).toEqual([
      'warning param-unknown 4 more in content/_index.md, hugo.toml (--verbose shows all)',
    ]);
  });

  test('a long list of files is cut', () => {
    const texts = diagnosticTexts(
      lines(9).map((n) => warning(n, { file: `content/${n}.md` })),
      style,
    );
    expect(texts.at(-1)).toBe(
      'warning param-unknown 6 more in content/4.md, content/5.md, content/6.md and 3 more files (--verbose shows all)',
    );
  });

  test('other codes and errors are not counted with them', () => {
    const errors = lines(5).map((n) => warning(n, { severity: 'error', code: 'shortcode-unknown' }));
    const texts = diagnosticTexts([...lines(3).map((n) => warning(n)), ...errors], style);
    expect(texts).toHaveLength(8);
  });

  test('formulas without their package are counted, too', () => {
    const found = lines(5).map((n) => warning(n, { severity: 'error', code: 'math-package-missing' }));
    const texts = diagnosticTexts(found, style);
    expect(texts).toHaveLength(4);
    expect(texts.at(-1)).toBe('error math-package-missing 2 more in content/_index.md (--verbose shows all)');
  });

  test('--verbose shows all', () => {
    const found = lines(9).map((n) => warning(n));
    expect(diagnosticTexts(found, { ...style, isVerbose: true })).toHaveLength(9);
  });
});
