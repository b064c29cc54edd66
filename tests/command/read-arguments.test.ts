import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/command/command.ts';
import { commands } from '../../src/command/commands.ts';
import { everywhere, flags } from '../../src/command/flags.ts';
import { readArguments } from '../../src/command/read-arguments.ts';

const read = (...args: string[]) => {
  const { name, values, words } = readArguments(args, commands);
  return { name, values, words };
};

/** What is said of arguments that can't be understood, and whose help is named. */
function fault(...args: string[]): { message: string; command: string | undefined } {
  try {
    readArguments(args, commands);
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, command: error.command };
    throw error;
  }
  throw new Error(`${args.join(' ')} was understood`);
}

describe('what is understood', () => {
  test('flags before and behind the name, short and long, with and without =', () => {
    expect(read('-s', 'talks', 'build', '-DF', '--destination=out', '--minify', '-b=/x/')).toEqual({
      name: 'build',
      words: [],
      values: {
        source: 'talks',
        buildDrafts: true,
        buildFuture: true,
        destination: 'out',
        minify: true,
        baseURL: '/x/',
      },
    });
  });

  test('switches that say true or false, as in Hugo; of two of a name the last', () => {
    expect(read('build', '--minify=false', '--gc=true').values).toEqual({ minify: false, gc: true });
    expect(read('build', '-d', 'a', '-d', 'b').values).toEqual({ destination: 'b' });
  });

  test('values that begin with a dash, behind an equals sign', () => {
    expect(read('build', '--source=-x').values).toEqual({ source: '-x' });
  });

  test('an empty base URL, which is none', () => {
    expect(read('build', '--baseURL', '').values).toEqual({ baseURL: '' });
  });

  test('what Hugo calls a command, and a word behind one that takes it', () => {
    expect(read('server').name).toBe('dev');
    expect(read('serve').name).toBe('dev');
    expect(read('doctor', 'talks')).toEqual({ name: 'doctor', values: {}, words: ['talks'] });
  });

  test('help and version, whatever stands beside them', () => {
    expect(read()).toEqual({ name: 'help', values: {}, words: [] });
    expect(read('--source', 'x')).toEqual({ name: 'help', values: {}, words: [] });
    expect(read('server', '-h', '--nonsense')).toEqual({ name: 'help', values: {}, words: ['dev'] });
    expect(read('help', 'build')).toEqual({ name: 'help', values: {}, words: ['build'] });
    expect(read('build', '-v').name).toBe('version');
  });

  test('every flag by some command', () => {
    const taken = new Set([...everywhere, ...Object.values(commands).flatMap((command) => command.flags)]);
    expect([...taken].sort()).toEqual(Object.keys(flags).sort());
  });
});

describe('what is not', () => {
  test.each([
    [['biuld'], 'there is no command "biuld". Did you mean build?'],
    [['serv'], 'there is no command "serv". Did you mean serve?'],
    [['sing'], 'there is no command "sing".'],
  ])('the command of %s', (args, message) => {
    expect(fault(...args)).toEqual({ message, command: undefined });
  });

  test.each([
    [['build', '--destinaton', 'x'], 'there is no flag --destinaton. Did you mean --destination?'],
    [['build', '--baseurl', 'x'], 'there is no flag --baseurl. Did you mean --baseURL?'],
    [['build', '--xyzzy'], 'there is no flag --xyzzy.'],
    [['build', '-q'], 'there is no flag -q.'],
    [['build', '--port', '1'], 'build does not take --port; dev, preview and doctor do.'],
    [['build', '-N'], 'build does not take -N; dev does.'],
    [['preview', '-D'], 'preview does not take -D; build, dev and doctor do.'],
    [['dev', '--json'], 'dev does not take --json; build and doctor do.'],
    [['build', 'here'], '"here" is one word too many behind build.'],
    [['doctor', 'a', 'b'], '"b" is one word too many behind doctor.'],
    [['build', '--source'], '--source needs a value: --source DIR.'],
    [['build', '--source', ''], '--source needs a value, and the one given is empty.'],
    [['dev', '--bind='], '--bind needs a value, and the one given is empty.'],
    [
      ['build', '-d', '--minify'],
      '-d needs a value, and --minify looks like a flag: write --destination=--minify if it is none.',
    ],
    [
      ['build', '--minify=maybe'],
      '--minify is on or off, and "maybe" is neither: write --minify, or --minify=false.',
    ],
    [['dev', '--port', 'x'], '--port: "x" is no port: ports are numbers from 0 to 65535.'],
    [['dev', '-p', '65536'], '-p: "65536" is no port: ports are numbers from 0 to 65535.'],
    [
      ['build', '-b', 'http://['],
      '-b: "http://[" is no address: write https://example.org/talks/, or /talks/.',
    ],
  ])('%s', (args, message) => {
    expect(fault(...args)).toEqual({ message, command: args[0] });
  });
});
