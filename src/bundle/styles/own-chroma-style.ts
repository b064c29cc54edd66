/** Code that Chroma, Hugo's highlighter, has marked, in the colours of deckwright's own themes. */

/** The style of Hugo for sites that choose none. */
const DEFAULT = /^monokai(?:-lines)?$/;

/** Whether a style is that of sites that choose none: deckwright's own themes have better colours for it. */
export const isDefaultChromaStyle = (name: string): boolean => DEFAULT.test(name);

/** Kinds of tokens by the variable of their colour, as Chroma shortens their names. */
const TOKENS: Readonly<Record<string, string>> = {
  quiet: 'c c1 ch cm cp cpf cs gu gh go gp',
  keyword: 'k kc kd kn kp kr kt ow gd nt',
  string: 's s1 s2 sa sb sc sd se sh si sr ss sx gi',
  number: 'm mb mf mh mi mo il l ld no na nv vc vg vi',
  name: 'nb bp nc nd ne nf fm nl nn py',
};

/** Writes the rules of a style. */
export function ownChromaStyle(wanted: string): string {
  const scope = `.reveal .slides .code-style-${wanted.replace(/-lines$/, '')}`;
  const rules = Object.entries(TOKENS).map(([colour, names]) => {
    const selectors = names.split(' ').map((name) => `.code-${name}`);
    return `${scope} :is(${selectors.join()}){color:var(--deck-${colour})}`;
  });
  return [
    `${scope}:is(pre){background:var(--deck-panel);color:var(--deck-ink);--code-quiet:var(--deck-quiet)}`,
    ...rules,
    `${scope} .code-hl{background:var(--deck-line)}`,
    `${scope} :is(.code-c,.code-c1,.code-cm){font-style:italic}`,
  ].join('\n');
}
