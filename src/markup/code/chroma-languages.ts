/**
 * The languages that Hugo highlights: names, aliases and file extensions, by `transform.CanHighlight` of Hugo 0.169.
 */

const NAMES = `
1 1p 1s 1s:enterprise 2 3 3pm 4 5 6 6pl 6pm 7 8 9 abap abl abnf aconf actionscript actionscript3 ada
ada2005 ada95 adb ads agda ahk al alloy als ampl angular2 ansible antlr apache apacheconf apl applescript
aql arduino arexx armasm art arturo as as3 asm atl au3 autohotkey autoit aux awk b b3d bal ballerina bas
bash bash-session basic bat batch batchfile bb beef bf bib bibtex bicep bind blitzbasic bnf bplus bqn
brainfuck bsdmake bzl c c# c++ c3 c3i c3t caddy caddy-d caddyfile caddyfile-d caddyfile-directives capnp
cassandra cassette cc cdf ceylon cf cf3 cfengine3 cfg cfs cfstatement chai chaiscript chapel cheetah chpl
cjs cl clj clojure cls cmake cmake.in cmd cob cobol coffee coffee-script coffeescript common-lisp console
containerfile coq core cp cpp cpy cql cr crystal cs csh csharp css csv cts cucumber cue cxx cython d dal
dart dax def desktop desktop_entry devicetree di diff django django/jinja dns docker dockerfile dosbatch
dosini dpk dpr dtd dts duby dyl dylan dzn ebnf ecl edn eex el elisp elixir elm emacs emacs-lisp emacslisp
env epf eps erb erf erl erlang es ex exs f f03 f90 f95 factor feature fennel fish fishshell fnl forth
fortran fortranfixed frt fs fsharp fsi fth fun fx fxh fzn gas gawk gd gd3 gdscript gdscript3 gemfile
gemfile-lock gemfile.lock gemfilelock gemini gemspec gemtext genshi genshitext geo gettext gherkin gleam
glsl gmi gmni gnuplot go go-html-template go-template go-text-template golang gql gradle graphql graphqls
groff groovy gsed h h++ ha handlebars hare haskell haxe hbs hc hcl hexdump hh hlb hlsl holyc hpp hrl hs
htm html html+erb html+genshi html+kid html+ruby html.handlebars html.hbs http hx hxsl hxx hy hylang i idc
idr idris igor igorpro ijs inc inf ini ino io ipf iscdhcpd j janet java java-properties javascript jdn
jinja jl js jsm json json5 jsonata jsonc jsonl jsonnet jsx julia jungle justfile jy kak kakoune kakrc
kakscript kdl kid kotlin ksh kt kts lateralus latex lean lean4 lighttpd lighty lilypond lisp ll llvm lox
lpk lpr ltl lua luau ly m m2 ma mak make makefile mako man mao mariadb markdown markless mason materialize
mathematica matlab mawk mbt mc mcf mcfunction md meson meson.build mess metal mf mi microcad minizinc mjs
mk mkd ml mli mlir mll mly mma mo mod modelica modula-2 modula2 mojo monkeyc moon moonbit moonscript
morrowind morrowindscript mt mts mwscript mx myghty mysql myt mzn mzsql nasm natural nawk nb nbp ndisasm
newspeak ng2 nginx nim nimrod nix nixos no-highlight nqp nroff ns2 nsh nsi nsis nu obj-c objc objective-c
objectivec objectpascal ocaml octave odin ones onesenterprise openedge openedgeabl openscad org orgmode p
p6 p6l p6m pacmanconf pas patch pc perl perl6 pfa php php3 php4 php5 phtml pig pkgconfig pl pl/pgsql pl6
plain plaintext plc plpgsql plt plutus-core pm pm6 pml po pod pony posh postgres postgresql postscr
postscript pot pov povray powerquery powershell pp pq pr prm pro progress prolog promela promql properties
proto protobuf prql ps ps1 psd1 psl psm1 puppet pwsh pxd pxi py py2 py3 pyi pyrex python python2 python3
pyw pyx qbasic qbs qml qrc r racket ragel raku rb rbw rbx re react reason reasonml reg registry rego rei
rest restructuredtext rex rexx rgbasm rh rhtml ring rkt rpgle rpmspec rq rs rss rst ruby run rust rvt rx s
sage salt sas sass sc scad scala scd scdoc sce scheme sci scilab scm scss sed sh shell shell-session sieve
sig siv sls smali smalltalk smarty sml snbt snobol sol solidity sourcepawn sp spade sparql spec spitfire
splus spt sql sqlrpgle squeak squid squid.conf squidconf ss ssed st starlark stas styl stylus sv svelte
svg svh swift systemd systemverilog t t-sql t42 tablegen tac tal tape tasm tcl tcsh td templ termcap
terminfo terraform tex text tf thrift toc toml tpl tpp tradingview transact-sql ts tsql tst tsx ttl tu
turing turtle tv twig txt txtpb typ typescript typoscript typoscriptcssdata typoscripthtmldata typst uc
ucode udiff uxntal v vala vapi vb vb.net vbnet verilog vhd vhdl vhs vim viml vlang vsh vshell vtt vue
vuejs vv w wast wat wdte webvtt wgsl whiley winbatch wl wsdl wsf xbm xhtml xml xml+genshi xml+kid xorg
xorg.conf xpm xsd xsl xslt yaml yaml+jinja yang yml z80 zed zig zon zone zsh
`;

const known: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** All languages that Chroma knows. */
export const chromaLanguages = (): readonly string[] => [...known];

/** Whether Hugo's highlighter, Chroma, knows a language. */
export function isChromaLanguage(language: string): boolean {
  return known.has(language.toLowerCase());
}
