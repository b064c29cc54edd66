/** Highlights code with highlight.js at build time: the reader downloads neither a highlighter nor its languages. */
import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';
import { findExcess } from './code-limits.ts';

// Languages are loaded when a deck first uses them: all of them would take longer than the rest of a build.
const require = createRequire(import.meta.url);

/** Highlights code. */
export interface Highlighter {
  /** Highlights a piece of code, as HTML; `undefined` if the language is unknown. */
  highlight(code: string, language: string): string | undefined;
  /** Whether a language is known. */
  hasLanguage(language: string): boolean;
  /** Guesses the language of a piece of code, among those in common use. */
  guessLanguage(code: string): string | undefined;
}

/** Aliases of languages, each after its language: highlight.js knows them only once the language is loaded. */
const ALIAS_ROWS = `
  actionscript as; angelscript asc; apache apacheconf; applescript osascript; arduino ino; armasm arm;
  asciidoc adoc; autohotkey ahk; axapta x++; bash sh zsh; brainfuck bf; c h; capnproto capnp; clean icl dcl;
  clojure clj edn; coffeescript coffee cson iced; cos cls; cpp cc c++ h++ hpp hh hxx cxx; crmsh crm pcmk;
  crystal cr; csharp cs c#; delphi dpr dfm pas pascal; diff patch; django jinja; dns bind zone;
  dockerfile docker; dos bat batch cmd; dust dst; elixir ex exs; erlang erl; excel xlsx xls; fortran f90 f95;
  freedesktop desktop systemd; fsharp fs f#; gams gms; gauss gss; gcode nc; gherkin feature; go golang;
  graphql gql; handlebars hbs htmlbars; haskell hs; haxe hx; http https; hy hylang; inform7 i7; ini toml;
  java jsp; javascript js jsx mjs cjs; jboss-cli wildfly-cli; json jsonc json5; julia-repl jldoctest;
  kotlin kt kts ktm ktx; lasso ls lassoscript; latex tex; livescript ls; lua pluto; makefile mk mak make;
  markdown md mkdown mkd; mathematica mma wl; mercury m moo; mipsasm mips; moonscript moon; nestedtext nt;
  nginx nginxconf; nix nixos; objectivec mm objc obj-c obj-c++ objective-c++; ocaml ml; openscad scad;
  perl pl pm; pgsql postgres postgresql; plaintext text txt plain; powershell pwsh ps ps1; processing pde;
  protobuf proto; puppet pp; purebasic pb pbi; python py gyp ipython; python-repl pycon; q k kdb; qml qt;
  reasonml re; roboconf graph instances; routeros mikrotik; ruby rb gemspec podspec thor irb; rust rs;
  scheme scm; scilab sci; shell console shellsession shell-session terminal; smalltalk st; sml ml;
  stan stanfuncs; stata do ado; step21 p21 step stp; stylus styl; tcl tk; twig craftcms;
  typescript ts tsx mts cts; vbnet vb; vbscript vbs; verilog v sv svh; xl tao;
  xml html xhtml rss atom xjb xsd xsl plist wsf svg; xquery xpath xq xqm; yaml yml; zephir zep`;

const ALIASES: ReadonlyMap<string, string> = new Map(
  ALIAS_ROWS.trim()
    .split(/;\s+/)
    .flatMap((row) => {
      const [language = '', ...names] = row.split(' ');
      return names.map((name) => [name, language] as const);
    }),
);

/** The languages that have an alias, and their aliases. */
export const highlightLanguages = (): readonly string[] => [
  ...new Set([...ALIASES.values(), ...ALIASES.keys()]),
];

const NAME_RE = /^[a-z0-9-]+$/;

/** The number of characters from which a language is guessed: each language in common use is tried. */
const GUESSED_LENGTH = 20_000;

/** Creates a highlighter that loads each language once. */
export function createHighlighter(): Highlighter {
  let core: HLJSApi | undefined;
  const unknown = new Set<string>();
  const load = (language: string): HLJSApi | undefined => {
    core ??= require('highlight.js/lib/core') as HLJSApi;
    const name = ALIASES.get(language) ?? language;
    if (core.getLanguage(name)) return core;
    const grammar = unknown.has(name) ? undefined : loadGrammar(name);
    if (!grammar) {
      unknown.add(name);
      return undefined;
    }
    core.registerLanguage(name, grammar);
    return core;
  };
  return {
    highlight(code, language) {
      const wanted = language.toLowerCase();
      return load(wanted)?.highlight(code, { language: ALIASES.get(wanted) ?? wanted, ignoreIllegals: true })
        .value;
    },
    hasLanguage: (language) => load(language.toLowerCase()) !== undefined,
    guessLanguage: (code) => {
      const beginning = code.slice(0, GUESSED_LENGTH);
      if (findExcess(beginning)) return undefined;
      return (require('highlight.js/lib/common') as HLJSApi).highlightAuto(beginning).language;
    },
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
