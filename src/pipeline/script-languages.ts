/** Finds languages of code that the site reads itself: a script that draws diagrams, or a template with a highlighter. */
import { listMounted } from '../site/mounts/mounts.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The folders of scripts and templates. */
const COMPONENTS = ['layouts', 'static', 'assets'] as const;

const READ_RE = /\.(?:html?|hbs|m?js)$/i;

/** Scripts name many things in a word, so only a language in quotes or in a class counts. */
const patternOf = (language: string): RegExp =>
  new RegExp(String.raw`(?:lang(?:uage)?-|['"\x60])${escapeName(language)}(?![\w-])`, 'i');

const escapeName = (name: string): string => name.replace(/[^\w]/g, String.raw`\$&`);

/** Creates a function that searches the scripts and templates of a site for a language, once for each. */
export function createLanguageSearch({
  files,
  config,
  dependencies,
}: Pick<SiteEnvironment, 'files' | 'config' | 'dependencies'>): (language: string) => boolean {
  const folders = config.mounts
    .filter(({ component }) => COMPONENTS.some((name) => name === component))
    .map(({ source }) => source);
  const found = new Map<string, boolean>();
  const search = (language: string): boolean => {
    const pattern = patternOf(language);
    return COMPONENTS.flatMap((component) => listMounted(files, config.mounts, component)).some(
      ({ source }) => READ_RE.test(source) && pattern.test(files.read(source) ?? ''),
    );
  };
  return (language) => {
    for (const folder of folders) dependencies.addFolder(folder);
    const known = found.get(language) ?? search(language);
    found.set(language, known);
    return known;
  };
}
