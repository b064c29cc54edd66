/** The Content Security Policy under which an exported page works. */
import { createHash } from 'node:crypto';
import { readSpeakerView } from '../../bundle/client/speaker-view.ts';
import { readHtml } from '../../html.ts';

/** What a policy depends on besides the page. */
export interface PolicyFacts {
  /** Addresses on other hosts that the page loads. */
  readonly foreign: readonly string[];
  /** Whether scripts add rules while the deck is shown: diagrams, auto-animate, scripts of the author. */
  readonly addsStyles: boolean;
}

/** Types of scripts that run; others are data. */
const RUNS_RE = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** Writes the strictest policy for a page. The window of the speaker view has the policy of the page that opens it. */
export function writePolicy(html: string, { foreign, addsStyles }: PolicyFacts): string {
  const parts = [readParts(html), readParts(readSpeakerView())];
  const origins = (addresses: readonly string[]): readonly string[] => [
    ...new Set(addresses.filter((one) => URL.canParse(one)).map((one) => new URL(one).origin)),
  ];
  const hosts = origins(foreign);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['default-src', ["'none'"]],
    [
      'script-src',
      [
        ...hashes(parts.flatMap(({ scripts }) => scripts)),
        ...origins(parts.flatMap(({ sources }) => sources)),
      ],
    ],
    ...styleRows(hashes(parts.flatMap(({ styles }) => styles)), hosts, addsStyles),
    ['img-src', ['data:', ...hosts]],
    ['font-src', ['data:', ...hosts]],
    ['media-src', ['data:', 'blob:', ...hosts]],
    ['object-src', ['data:', ...hosts]],
    // The speaker view shows the page in frames.
    ['frame-src', ["'self'", 'file:', 'data:', ...hosts]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
  ];
  return rows.map(([name, values]) => `${name} ${values.join(' ')}`).join('; ');
}

function styleRows(
  styles: readonly string[],
  hosts: readonly string[],
  addsStyles: boolean,
): readonly (readonly [string, readonly string[]])[] {
  if (addsStyles) return [['style-src', ["'unsafe-inline'", ...hosts]]];
  return [
    ['style-src', [...styles, ...hosts]],
    ['style-src-attr', ["'unsafe-inline'"]],
  ];
}

const hashes = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)),
];

/** The scripts and styles that are inside a page, and the addresses of other scripts. */
function readParts(html: string): Readonly<Record<'scripts' | 'styles' | 'sources', readonly string[]>> {
  const parts = { scripts: [] as string[], styles: [] as string[], sources: [] as string[] };
  const tokens = readHtml(html);
  for (const [n, token] of tokens.entries()) {
    if (token.kind !== 'start') continue;
    const next = tokens[n + 1];
    const text = next?.kind === 'text' ? next.text : '';
    const { src, type = '' } = token.attributes;
    if (token.name === 'style') parts.styles.push(text);
    if (token.name !== 'script' || !RUNS_RE.test(type)) continue;
    if (src === undefined) parts.scripts.push(text);
    else parts.sources.push(src);
  }
  return parts;
}
