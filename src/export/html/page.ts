/** Puts all that a page of a deck loads into it. */
import { escapeHtml } from '../../escape-html.ts';
import { applyEdits, type Edit } from '../../html-edits.ts';
import { findEnds, type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { findTarget } from './addresses.ts';
import { editTag, type TagContext } from './attributes.ts';
import { shareFiles } from './share-files.ts';
import { inlineStyle, readStylesheet, type StyleContext } from './style.ts';

/** What is needed to write a page. */
export interface PageContext extends StyleContext, TagContext {
  /** The licences of what is inside. */
  readonly notices: string;
}

/** A script that plays videos in the background of slides: reveal.js splits their addresses at commas. */
const VIDEO_SCRIPT = `
for (const section of document.querySelectorAll('section[data-background-video*="data:"]')) {
  const name = 'data-background-video';
  const addresses = section.getAttribute(name).split(/,(?=data:|https?:)/).map((address) => {
    const [, type, content] = /^data:([^,]*);base64,(.*)$/.exec(address) ?? [];
    if (content === undefined) return address;
    return URL.createObjectURL(new Blob([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], { type }));
  });
  section.setAttribute(name, addresses.join());
}`;

/** Writes the page as a single file. */
export function inlinePage(html: string, context: PageContext): string {
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  const delayed: string[] = [];
  const edits = tokens.flatMap((token, n): readonly Edit[] => {
    if (token.kind === 'text') return editText(tokens[n - 1], token, context);
    if (token.kind !== 'start') return [];
    if (token.name === 'link') return editLink(html, token, context);
    if (token.name !== 'script') return editTag(html, token, context);
    const end = tokens[ends[n] ?? n]?.end ?? token.end;
    return editScript({ ...token, end }, context, delayed);
  });
  const { html: text, elements } = shareFiles(applyEdits(html, edits));
  const hasVideo = tokens.some(
    (token) => token.kind === 'start' && 'data-background-video' in token.attributes,
  );
  const video = hasVideo ? [`<script>${VIDEO_SCRIPT}\n</script>`] : [];
  const licences = context.notices
    ? [`<script type="text/plain" id="deck-licences">\n${escapeScript(context.notices)}</script>`]
    : [];
  const settings = '<script type="application/json" id="deck-settings">';
  const complete = insertBefore(text, settings, [...elements, ...video]);
  return insertBefore(complete, '</body>', [...delayed, ...licences]);
}

/** Inserts elements before the last place that begins with a text, or at the end. */
function insertBefore(html: string, place: string, added: readonly string[]): string {
  if (added.length === 0) return html;
  const at = html.lastIndexOf(place);
  const [before, after] = at < 0 ? [html, ''] : [html.slice(0, at), html.slice(at)];
  return `${before}${added.join('\n')}\n${after}`;
}

function editText(before: HtmlToken | undefined, token: HtmlToken, context: PageContext): readonly Edit[] {
  if (token.kind !== 'text' || before?.kind !== 'start') return [];
  const { start, end, text } = token;
  if (before.name === 'style') return [{ start, end, text: writeStyle(text, context.page, context) }];
  if (before.name !== 'script' || before.attributes['id'] !== 'deck-settings') return [];
  return [{ start, end, text: editSettings(text, context) }];
}

const writeStyle = (css: string, from: string, context: StyleContext): string =>
  escapeStyle(inlineStyle(css, from, context));

const escapeStyle = (css: string): string => css.replaceAll(/(?<=<)\/(?=style)/gi, '\\/');

/** The options of reveal.js with an address; a page that is one file needs no worker for offline use. */
function editSettings(text: string, { box, page }: PageContext): string {
  const { offlineWorker: _, ...settings } = JSON.parse(text) as {
    readonly options?: Record<string, unknown>;
    readonly features?: readonly string[];
    readonly offlineWorker?: string;
  };
  const image = settings.options?.['parallaxBackgroundImage'];
  const placed = typeof image === 'string' ? box.place(image, page, 'picture') : undefined;
  const written = {
    ...settings,
    ...(settings.features && { features: settings.features.filter((name) => name !== 'offline') }),
    ...(placed !== undefined && { options: { ...settings.options, parallaxBackgroundImage: placed } }),
  };
  return JSON.stringify(written).replaceAll('<', '\\u003c');
}

/** Links that say where else the page or its parts are. A single file has no such place. */
const DROPPED_RE = /^(?:preload|modulepreload|prefetch|canonical|manifest|alternate|amphtml)$/i;

function editLink(html: string, tag: StartTag, context: PageContext): readonly Edit[] {
  const { rel = '', href = '', media } = tag.attributes;
  const names = rel.split(/\s+/);
  const { start, end } = tag;
  if (names.some((name) => name.toLowerCase() === 'stylesheet')) {
    const target = findTarget(href, context.page, context.site);
    if (names.includes('alternate')) return [{ start, end, text: '' }];
    if (target.kind !== 'own') return editTag(html, tag, context);
    const css = escapeStyle(readStylesheet(target.path, context) ?? '');
    const condition = media === undefined ? '' : ` media="${escapeHtml(media)}"`;
    return [{ start, end, text: `<style${condition}>${css}</style>` }];
  }
  return names.some((name) => DROPPED_RE.test(name))
    ? [{ start, end, text: '' }]
    : editTag(html, tag, context);
}

/** Puts a script into the page. Scripts that wait for the page are at its end. */
function editScript(tag: StartTag, context: PageContext, delayed: string[]): readonly Edit[] {
  const { src, type, ...others } = tag.attributes;
  if (src === undefined) return [];
  const { start, end } = tag;
  const target = findTarget(src, context.page, context.site);
  if (target.kind === 'none') return [];
  if (target.kind === 'foreign') {
    context.box.reportForeign(target.address);
    return [];
  }
  const bytes = context.read(target.path);
  const code = bytes ? new TextDecoder().decode(bytes) : `/* ${target.path} does not exist */`;
  const isModule = type?.toLowerCase() === 'module';
  const kind = type === undefined ? '' : ` type="${escapeHtml(type)}"`;
  const element = `<script${kind}>${escapeScript(code)}</script>`;
  const waits = !isModule && ('defer' in others || 'async' in others);
  if (waits) delayed.push(element);
  return [{ start, end, text: waits ? '' : element }];
}

/** Writes a script so that no text in it ends its element. */
const escapeScript = (code: string): string =>
  code.replaceAll(/(?<=<)\/(?=script)/gi, '\\/').replaceAll('<!--', '\\x3C!--');
