/** `hugo.*`: facts about the generator and the build. */
import { SafeText } from '../gotemplate/values.ts';
import type { TemplateHost } from '../host.ts';
import { readClock } from './time/clock.ts';
import type { FunctionRow } from './row.ts';
import { GoVersion } from './compare/version.ts';

/** The version of Hugo that deckwright follows: templates check it to find out what they can use. */
const VERSION = '0.169.0';

const row = (name: string, run: (host: TemplateHost) => unknown): FunctionRow => ({
  name: `hugo.${name}`,
  args: [0, 0],
  run: (_, { host }) => run(host),
});

export const hugoFunctions: readonly FunctionRow[] = [
  row('BuildDate', () => ''),
  row('CommitHash', () => ''),
  row('Data', (host) => host.site.member('Data')),
  row('Deps', () => []),
  row('Environment', (host) => host.environment),
  // Hugo's own line, by which tools detect pages of Hugo.
  row('Generator', () => new SafeText('html', `<meta name="generator" content="Hugo ${VERSION}">`)),
  row('GoVersion', () => ''),
  row('IsDevelopment', (host) => host.environment === 'development'),
  row('IsExtended', () => true),
  row('IsMultihost', () => false),
  row('IsMultilingual', (host) => host.isMultilingual),
  row('IsProduction', (host) => host.environment === 'production'),
  row('IsServer', (host) => host.isServer),
  { name: 'hugo.Now', args: [0, 0], run: (_, context) => readClock(context) },
  row('Sites', (host) => host.site.member('Sites')),
  {
    name: 'hugo.Store',
    args: [0, 0],
    run: (_, { host, cache }) => {
      const store = cache.get('hugo.Store') ?? host.createStore();
      cache.set('hugo.Store', store);
      return store;
    },
  },
  row('Version', () => new GoVersion(VERSION)),
  // A deck should not contain the path of a folder on the author's machine.
  row('WorkingDir', () => ''),
];
