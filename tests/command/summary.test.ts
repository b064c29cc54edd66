import { expect, test } from 'vitest';
import { diagnosticText } from '../../src/command/report.ts';
import { formatHidden, formatSize, formatSkipped, formatSummary } from '../../src/command/summary.ts';
import { createDiagnostic, formatDiagnostic } from '../../src/diagnostics.ts';

const diagnostic = createDiagnostic({
  code: 'shortcode-unknown',
  severity: 'warning',
  message: 'there is no shortcode named "nope"',
  hint: 'Write hint: as you like.',
  source: { path: 'content/a b.md', text: 'one\n{{< nope >}} | x\nthree\n' },
  offset: 4,
});

test('the summary of a build', () => {
  const result = {
    destination: '/talks/public',
    decks: 1,
    slides: 12,
    notes: 1,
    assets: 30,
    bytes: 1_234_567,
    warnings: [diagnostic],
    leftAlone: [],
    hidden: [],
    layoutDir: 'layouts',
    deleted: [],
    forgotten: 0,
    milliseconds: 340.2,
  };
  expect(formatSummary(result)).toBe(
    '1 deck, 12 slides, 1 note, 30 assets, 1 warning → /talks/public (1.2 MB, 340 ms)',
  );
  expect(formatSummary({ ...result, milliseconds: 12_340 })).toMatch(/, 12\.3 s\)$/);
});

test('the pages that a build skips', () => {
  expect(formatSkipped(1, 'layouts')).toBe(
    '1 page skipped: it is not a deck, and layouts/ has no layout for it',
  );
  expect(formatSkipped(2, 'own')).toBe(
    '2 pages skipped: they are not decks, and own/ has no layout for them',
  );
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9960, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [75_000_000, '75 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test('colours change no letter of a diagnostic', () => {
  const painted = diagnosticText(diagnostic, (look, text) => `<${look}>${text}</>`);
  expect(
    painted.replace(/<\/?\w*>/g, (tag) => (/^<(?:yellow|bold|cyan|dim|\/)>$/.test(tag) ? '' : tag)),
  ).toBe(formatDiagnostic(diagnostic));
  expect(painted.split('\n')).toEqual([
    '<yellow>warning</> <bold>shortcode-unknown</> content/a b.md:2:1',
    'there is no shortcode named "nope"',
    '<dim>  1 | one</>',
    '> 2 | {{< nope >}} | x',
    '<dim>    | ^</>',
    '<dim>  3 | three</>',
    '<cyan>hint:</> Write hint: as you like.',
  ]);
});

test('decks that are not built are named with the reason', () => {
  expect(
    formatHidden([
      { page: 'content/a/_index.md', reason: 'draft' },
      { page: 'content/b/_index.md', reason: 'future' },
    ]),
  ).toBe('2 decks not built: content/a/_index.md (draft), content/b/_index.md (dated in the future)');
});
