/** Colours code with highlight.js, while the deck is built: the reader gets neither a highlighter nor its languages. */
import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';

// Languages are loaded when a deck first uses them: all of them would take longer than the rest of a build.
const require = createRequire(import.meta.url);

/** Colours code. */
export interface Colours {
  /** Colours one piece of code: HTML, or `undefined` where the language is unknown. */
  colour(code: string, language: string): string | undefined;
  /** Whether there are colours for a language. */
  knows(language: string): boolean;
  /** The language that a piece of code looks like, among those that are in common use. */
  guess(code: string): string | undefined;
}

/** Names that decks use and highlight.js knows only once the language is loaded. */
const ALIASES: Readonly<Record<string, string>> = {
  'c++': 'cpp', 'c#': 'csharp', cs: 'csharp', cjs: 'javascript', console: 'shell', docker: 'dockerfile', golang: 'go',
  h: 'c', hpp: 'cpp', html: 'xml', js: 'javascript', jsonc: 'json', jsx: 'javascript', kt: 'kotlin', make: 'makefile',
  md: 'markdown', mjs: 'javascript', patch: 'diff', plain: 'plaintext', ps1: 'powershell', py: 'python', rb: 'ruby',
  rs: 'rust', sh: 'bash', 'shell-session': 'shell', shellsession: 'shell', svg: 'xml', terminal: 'shell', text: 'plaintext',
  toml: 'ini', ts: 'typescript', tsx: 'typescript', txt: 'plaintext', yml: 'yaml', zsh: 'bash',
}; // prettier-ignore

const NAME_RE = /^[a-z0-9-]+$/;

/** Colours that load each language once. */
export function createColours(): Colours {
  let core: HLJSApi | undefined;
  const load = (language: string): HLJSApi | undefined => {
    core ??= require('highlight.js/lib/core') as HLJSApi;
    const name = ALIASES[language] ?? language;
    if (core.getLanguage(name)) return core;
    const grammar = loadGrammar(name);
    if (!grammar) return undefined;
    core.registerLanguage(name, grammar);
    return core;
  };
  return {
    colour(code, language) {
      const wanted = language.toLowerCase();
      return load(wanted)?.highlight(code, { language: ALIASES[wanted] ?? wanted, ignoreIllegals: true })
        .value;
    },
    knows: (language) => load(language.toLowerCase()) !== undefined,
    guess: (code) => (require('highlight.js/lib/common') as HLJSApi).highlightAuto(code).language,
  };
}

function loadGrammar(name: string): LanguageFn | undefined {
  if (!NAME_RE.test(name)) return undefined;
  try {
    return require(`highlight.js/lib/languages/${name}`) as LanguageFn;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
