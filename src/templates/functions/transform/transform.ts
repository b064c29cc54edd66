/** `transform.*`. */
import emojis from 'markdown-it-emoji/lib/data/full.mjs';
import { isMap, SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { toMap, toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { escapeHtml, stripHtml, unescapeHtml } from '../strings/html-text.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';
import { remarshal, unmarshal } from './unmarshal.ts';

type Values = readonly unknown[];

const html = (text: string): SafeText => new SafeText('html', text);

export const transformFunctions: readonly FunctionRow[] = [
  {
    name: 'transform.CanHighlight',
    args: [1, 1],
    run: ([language], { host }) => host.canHighlight(toText(language)),
  },
  {
    name: 'transform.Emojify',
    aliases: ['emojify'],
    args: [1, 1],
    run: ([text]) => html(emojify(toText(text))),
  },
  {
    name: 'transform.HTMLEscape',
    aliases: ['htmlEscape'],
    args: [1, 1],
    run: ([text]) => escapeHtml(toText(text)),
  },
  {
    name: 'transform.HTMLUnescape',
    aliases: ['htmlUnescape'],
    args: [1, 1],
    run: ([text]) => unescapeHtml(toText(text)),
  },
  { name: 'transform.Highlight', aliases: ['highlight'], args: [1, 3], run: highlight },
  { name: 'transform.HighlightCodeBlock', args: [1, 2], run: highlightCodeBlock },
  {
    name: 'transform.Markdownify',
    aliases: ['markdownify'],
    args: [1, 1],
    run: ([text], { host }) => html(host.renderMarkdown(toText(text), 'inline')),
  },
  {
    name: 'transform.Plainify',
    aliases: ['plainify'],
    args: [1, 1],
    run: ([text]) => html(stripHtml(toText(text))),
  },
  { name: 'transform.Remarshal', args: [2, 2], run: remarshal },
  { name: 'transform.ToMath', args: [1, 2], run: renderMath },
  { name: 'transform.Unmarshal', aliases: ['unmarshal'], args: [1, 2], run: unmarshal },
  { name: 'transform.XMLEscape', args: [1, 1], run: ([text]) => escapeXml(toText(text)) },
];

/** Replaces emoji names; unknown names stay. */
function emojify(text: string): string {
  return text.replace(/:([\w+-]+):/g, (whole, name: string) =>
    Object.hasOwn(emojis, name) ? (emojis[name] ?? whole) : whole,
  );
}

/** Escapes XML, including line breaks and tabs, which attribute parsers would lose. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');
}

/** `highlight code "go" "linenos=table"`, `highlight code (dict …)`; the language may be in the options. */
function highlight([code, second, third]: Values, { host }: FunctionContext): SafeText {
  const isOptions = third === undefined && (isMap(second) || /[=,]/.test(toText(second)));
  const options = readOptions(isOptions ? second : third);
  const language = isOptions ? toText(options['type'] ?? options['lang']) : toText(second);
  return html(host.highlight(toText(code), language, options));
}

/** Reads options: a map, or `linenos=table,hl_lines=1 3-4`. Names are case-insensitive. */
function readOptions(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'string' && !(value instanceof SafeText)) {
    return Object.fromEntries(
      Object.entries(toMap(value)).map(([name, option]) => [name.toLowerCase(), option]),
    );
  }
  const pairs = toText(value)
    .split(',')
    .filter((part) => part.trim() !== '');
  return Object.fromEntries(
    pairs.map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [
        name.trim().toLowerCase(),
        rest
          .join('=')
          .trim()
          .replace(/^(["'])(.*)\1$/, '$2'),
      ];
    }),
  );
}

/** Highlights the code block of a render hook: `.Wrapped` is the whole element. */
function highlightCodeBlock([block, options]: Values, { host }: FunctionContext): unknown {
  const own = readOptions(readField(block, 'Options'));
  const code = host.highlight(toText(readField(block, 'Inner')), toText(readField(block, 'Type')), {
    ...own,
    ...readOptions(options),
  });
  return { Wrapped: html(code), Inner: html(code) };
}

function renderMath([tex, options]: Values, { host }: FunctionContext): SafeText {
  const display = readField(toMap(options), 'displayMode') ?? false;
  if (typeof display !== 'boolean')
    throw new TemplateFailure('displayMode of transform.ToMath must be true or false');
  return html(host.renderMath(toText(tex), display));
}
