import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/command/command.ts';
import { commands } from '../../src/command/commands.ts';
import { globalFlags, flags } from '../../src/command/flags.ts';
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
    const taken = new Set([...globalFlags, ...Object.values(commands).flatMap((command) => command.flags)]);
    expect([...taken].sort()).toEqual(Object.keys(flags).sort());
  });
});

describe('what is not', () => {
  test.each([
    [['biuld'], 'unknown command "biuld". Did you mean build?'],
    [['serv'], 'unknown command "serv". Did you mean serve?'],
    [['sing'], 'unknown command "sing".'],
  ])('the command of %s', (args, message) => {
    expect(fault(...args)).toEqual({ message, command: undefined });
  });

  test.each([
    [['build', '--destinaton', 'x'], 'unknown flag --destinaton. Did you mean --destination?'],
    [['build', '--baseurl', 'x'], 'unknown flag --baseurl. Did you mean --baseURL?'],
    [['build', '--xyzzy'], 'unknown flag --xyzzy.'],
    [['build', '-q'], 'unknown flag -q.'],
    [['build', '--port', '1'], 'build has no flag --port; dev, preview and doctor do.'],
    [['build', '-N'], 'build has no flag -N; dev does.'],
    [['preview', '-D'], 'preview has no flag -D; build, dev, check, export, shot, diff and doctor do.'],
    [['dev', '--json'], 'dev has no flag --json; build, check, export, shot, diff and doctor do.'],
    [['build', 'here'], 'unexpected argument "here" after build.'],
    [['doctor', 'a', 'b'], 'unexpected argument "b" after doctor.'],
    [['build', '--source'], '--source needs a value: --source DIR.'],
    [['build', '--source', ''], '--source needs a value that is not empty.'],
    [['dev', '--bind='], '--bind needs a value that is not empty.'],
    [
      ['build', '-d', '--minify'],
      '-d needs a value, but --minify looks like a flag: write --destination=--minify if it is the value.',
    ],
    [
      ['build', '--minify=maybe'],
      '--minify takes no value, but got "maybe": use --minify or --minify=false.',
    ],
    [['dev', '--port', 'x'], '--port: "x" is not a port: use a number from 0 to 65535.'],
    [['dev', '-p', '65536'], '-p: "65536" is not a port: use a number from 0 to 65535.'],
    [
      ['build', '-b', 'http://['],
      '-b: "http://[" is not a URL: use https://example.org/talks/ or a path such as /talks/.',
    ],
  ])('%s', (args, message) => {
    expect(fault(...args)).toEqual({ message, command: args[0] });
  });
});
