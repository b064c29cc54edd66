/** The pages of the dev server that are not decks. They reload after every change. */
import { CHANGED_EVENT, CHECK_EVENT } from '../client/protocol.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Site } from '../pipeline.ts';
import type { Deck } from '../types.ts';

/** What these pages show. */
export interface SiteReport {
  readonly site: Site;
  /** The diagnostics of the site and its decks. */
  readonly problems: readonly Diagnostic[];
  /** The base path of the server. */
  readonly base: string;
  /** The folder of the site, absolute, with `/`. */
  readonly root: string;
  /** The number of changes so far: a page reloads if there was another one while it loaded. */
  readonly changes: number;
}

/** The page with a list of all decks and their problems. */
export function decksPage(report: SiteReport): string {
  const { config } = report.site;
  return page(config.title || 'Decks', [deckList(report), problemList(report)].join('\n'), report);
}

/** The page for an address without a page. */
export function notFoundPage(report: SiteReport): string {
  const explanation = '<p>No deck at this address. Decks of this site:</p>';
  return page('No deck here', [explanation, deckList(report), problemList(report)].join('\n'), report);
}

/** The page for a deck with errors in its layout. */
export function problemPage(report: SiteReport): string {
  return page('This deck has errors', problemList(report), report);
}

/** Adds a script that reloads the page after every change to a page that is not a deck. */
export function livePage(html: string, report: LiveState): string {
  const [at, script] = [html.lastIndexOf('</body>'), liveScript(report)];
  return at < 0 ? html + script : html.slice(0, at) + script + html.slice(at);
}

function deckList(report: SiteReport): string {
  const { site, base, root } = report;
  const rows = site.decks.map((deck) => deckRow(deck, report));
  const hidden = site.hiddenDecks.map((deck) => hiddenRow(deck, base, root));
  return `<ul class="decks">${[...rows, ...hidden].join('')}</ul>`;
}

function deckRow(deck: Deck, { site, base, root }: SiteReport): string {
  const { outputPath, head } = deck;
  const address = base + outputPath.replace(/index\.html$/, '');
  const title = `<a href="${escape(encodeURI(address))}">${escape(head.title || address)}</a>`;
  const source = fileLink(head.source.path, root, base);
  const labels = [...(head.draft ? ['draft'] : []), ...(site.listedDecks.includes(deck) ? [] : ['unlisted'])];
  return `<li>${title}${labels.map(statusLabel).join('')} ${source}</li>`;
}

function hiddenRow({ page: head, reason }: Site['hiddenDecks'][number], base: string, root: string): string {
  const source = fileLink(head.source.path, root, base);
  const explanation = `hidden without <code>${STATUS_FLAGS[reason]}</code>`;
  return `<li class="hidden"><b>${escape(head.title || head.source.path)}</b>${statusLabel(reason)} ${explanation} ${source}</li>`;
}

/** The flags that include unpublished decks. */
const STATUS_FLAGS: Readonly<Record<Site['hiddenDecks'][number]['reason'], string>> = {
  draft: '--buildDrafts',
  future: '--buildFuture',
  expired: '--buildExpired',
};

const statusLabel = (word: string): string => ` <mark>${escape(word)}</mark>`;

/** A link that opens a file in the author's editor. */
function fileLink(file: string, root: string, base: string, position = ''): string {
  if (file === '') return '';
  const target = new URLSearchParams({ file: `${root}/${file}${position}` });
  return `<a class="file" data-editor href="${base}__open-in-editor?${escape(target.toString())}">${escape(file + position)}</a>`;
}

function problemList({ problems, root, base }: SiteReport): string {
  if (problems.length === 0) return '';
  const rows = problems.map(({ severity, code, message, hint, frame, file, line, column }) => {
    const link = fileLink(file, root, base, line > 0 ? `:${line}:${column}` : '');
    const lines = frame === '' ? '' : `<pre>${escape(frame)}</pre>`;
    const head = `<p><mark>${severity}</mark> <code>${escape(code)}</code> ${link}</p>`;
    return `<li class="${severity}">${head}<p>${escape(message)}</p>${lines}<p>${escape(hint)}</p></li>`;
  });
  return `<h2>Problems</h2><ul class="problems">${rows.join('')}</ul>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e24; --quiet: #5d6270; --paper: #fbfbfc; --card: #fff; --line: #dfe1e7; --accent: #1f5fbf; --bad: #b3261e; --odd: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --quiet: #a4a9b6; --paper: #15171c; --card: #1d2027; --line: #343843; --accent: #8ab8ff; --bad: #ff8a80; --odd: #f2c14e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: clamp(1.5rem, 6vw, 4rem) clamp(1rem, 5vw, 3rem); max-width: 60rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 1.5rem; font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.15; text-wrap: balance; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.3rem; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
li { padding: .8rem 1.1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); overflow-wrap: anywhere; }
li.hidden { background: none; color: var(--quiet); }
li.error { border-left: 4px solid var(--bad); }
li.warning { border-left: 4px solid var(--odd); }
.decks a:first-child { font-weight: 600; }
a { color: var(--accent); }
a.file { color: var(--quiet); font-size: .875rem; margin-left: .4rem; }
mark { padding: .1rem .45rem; border-radius: .4rem; border: 1px solid currentcolor; background: none; color: var(--odd); font-size: .8rem; }
li.error mark { color: var(--bad); }
p { margin: .25rem 0; }
pre { margin: .5rem 0; padding: .75rem 1rem; border-radius: .4rem; background: var(--paper); border: 1px solid var(--line); overflow-x: auto; font-size: .875rem; line-height: 1.4; }
`;

function page(title: string, body: string, report: LiveState): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><link rel="icon" href="data:,">
<style>${STYLE}</style>
</head><body><main><h1>${escape(title)}</h1>
${body}
</main>${liveScript(report)}</body></html>
`;
}

/** What the script that reloads a page needs. */
type LiveState = Pick<SiteReport, 'base' | 'changes'>;

const liveScript = ({ base, changes }: LiveState): string => `<script type="module">
import { createHotContext } from '${base}@vite/client';
const hot = createHotContext('/deckwright');
hot.on('${CHANGED_EVENT}', () => location.reload());
hot.send('${CHECK_EVENT}', { changes: ${changes} });
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-editor]');
  if (!link) return;
  event.preventDefault();
  fetch(link.href).then(async (response) => response.ok || alert(await response.text()));
});
</script>
`;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
