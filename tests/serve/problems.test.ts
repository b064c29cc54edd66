/** What the dev server logs: each problem once, and once more when it is fixed. */
import { expect, test } from 'vitest';
import { createDiagnostic, type Diagnostic } from '../../src/diagnostics.ts';
import { Problems } from '../../src/serve/problems.ts';

const problem = (message: string, severity: Diagnostic['severity'] = 'warning'): Diagnostic =>
  createDiagnostic({ code: 'no-deck', severity, message, hint: '' });

function createProblems() {
  const logged: string[] = [];
  let runLater: (() => void) | undefined;
  const log = {
    info: (text: string) => logged.push(text),
    warn: (text: string) => logged.push(`warn ${text.split('\n')[1]}`),
    error: (text: string) => logged.push(`error ${text.split('\n')[1]}`),
  };
  const problems = new Problems(log, (run) => {
    runLater = run;
    return () => (runLater = undefined);
  });
  const takeLogged = (): readonly string[] => logged.splice(0);
  /** Lets the time pass in which a problem may come back. */
  const wait = (): void => runLater?.();
  const messages = (): readonly string[] => problems.all().map(({ message }) => message);
  return { problems, takeLogged, messages, wait };
}

test('a problem is logged once, also for several decks', () => {
  const { problems, takeLogged, messages } = createProblems();
  problems.set('a', [problem('one'), problem('two', 'error')]);
  problems.set('b', [problem('one')]);
  problems.set('a', [problem('one'), problem('two', 'error')]);
  expect(takeLogged()).toEqual(['warn one', 'error two']);
  expect(messages()).toEqual(['one', 'two']);
});

test('a problem that is fixed is logged in a line, and again when it returns', () => {
  const { problems, takeLogged, messages, wait } = createProblems();
  problems.set('a', [problem('one')]);
  problems.set('a', []);
  expect(messages()).toEqual([]);
  wait();
  problems.set('a', [problem('one')]);
  expect(takeLogged()).toEqual(['warn one', 'fixed: no-deck', 'warn one']);
});

test('a problem that comes back at once, as when an editor empties a file before it writes it, is not logged', () => {
  const { problems, takeLogged, wait } = createProblems();
  problems.set('a', [problem('one')]);
  problems.set('a', []);
  problems.set('a', [problem('one')]);
  wait();
  expect(takeLogged()).toEqual(['warn one']);
});

test('the line of a fixed problem names its last place; of many of a kind, three have one', () => {
  const { problems, takeLogged, wait } = createProblems();
  const at = (text: string, offset: number): Diagnostic =>
    createDiagnostic({
      code: 'link-broken',
      severity: 'warning',
      message: 'leads to nothing',
      hint: '',
      source: { path: 'content/a.md', text },
      offset,
    });
  const lines = ['a', 'b', 'c', 'd', 'e'];
  problems.set(
    'a',
    lines.map((_, n) => at(lines.join('\n'), 2 * n)),
  );
  takeLogged();
  problems.set('a', [at(`new\n${lines.join('\n')}`, 8)]);
  wait();
  expect(takeLogged()).toEqual([
    'fixed: link-broken content/a.md:1',
    'fixed: link-broken content/a.md:2',
    'fixed: link-broken content/a.md:4',
    'fixed: 1 more of link-broken',
  ]);
});

test('a problem with a fingerprint stays the same while its words change, and is news', () => {
  const { problems, takeLogged, messages, wait } = createProblems();
  problems.set('a', [{ ...problem('10 px'), fingerprint: 'overflow' }]);
  problems.hasNews();
  problems.set('a', [{ ...problem('20 px'), fingerprint: 'overflow' }]);
  wait();
  expect([takeLogged(), messages(), problems.hasNews()]).toEqual([['warn 10 px'], ['20 px'], true]);
});

test('a problem that only one of two decks has no longer is not logged again', () => {
  const { problems, takeLogged, messages } = createProblems();
  problems.set('a', [problem('one')]);
  problems.set('b', [problem('one')]);
  problems.set('a', []);
  problems.set('a', [problem('one')]);
  expect(takeLogged()).toEqual(['warn one']);
  expect(messages()).toEqual(['one']);
});

test('the problems of a deck that is gone are gone, those of the site stay', () => {
  const { problems, takeLogged, messages, wait } = createProblems();
  problems.set('', [problem('site')]);
  problems.set('a', [problem('one')]);
  problems.keep(new Set(['b']));
  expect(messages()).toEqual(['site']);
  wait();
  problems.set('', [problem('site')]);
  problems.set('a', [problem('one')]);
  expect(takeLogged()).toEqual(['warn site', 'warn one', 'fixed: no-deck', 'warn one']);
});

test('a problem that goes from a deck to the site in one change is logged once', () => {
  const { problems, takeLogged } = createProblems();
  problems.set('a', [problem('one')]);
  problems.keep(new Set());
  problems.set('', [problem('one')]);
  expect(takeLogged()).toEqual(['warn one']);
});

test('there is news after each change of the problems, and none otherwise', () => {
  const { problems } = createProblems();
  expect(problems.hasNews()).toBe(false);
  problems.set('a', [problem('one')]);
  expect(problems.hasNews()).toBe(true);
  problems.set('a', [problem('one')]);
  expect(problems.hasNews()).toBe(false);
  problems.set('a', []);
  expect(problems.hasNews()).toBe(true);
});

test('a problem whose line moves is not logged again', () => {
  const { problems, takeLogged } = createProblems();
  const at = (text: string): Diagnostic =>
    createDiagnostic({
      code: 'no-deck',
      severity: 'warning',
      message: 'here',
      hint: '',
      source: { path: 'a.md', text },
      offset: text.indexOf('x'),
    });
  problems.set('a', [at('x')]);
  problems.set('a', [at('one\n\ntwo\nx')]);
  expect(takeLogged()).toEqual(['warn here']);
  problems.set('a', [at('one\n\ntwo\nx y')]);
  expect(takeLogged()).toEqual(['warn here']);
  expect(problems.all()).toMatchObject([{ line: 4 }]);
});

test('of many new warnings of a kind, three are logged and the others counted; errors are all logged', () => {
  const { problems, takeLogged } = createProblems();
  const many = (severity: Diagnostic['severity']): readonly Diagnostic[] =>
    ['1', '2', '3', '4', '5'].map((name) => problem(`${severity} ${name}`, severity));
  problems.set('a', [...many('warning'), ...many('error')]);
  expect(takeLogged()).toEqual([
    'warn warning 1',
    'warn warning 2',
    'warn warning 3',
    ...many('error').map(({ message }) => `error ${message}`),
    'warn 2 more warnings of this kind',
  ]);
});
