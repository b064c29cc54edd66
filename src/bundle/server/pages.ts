/** The pages of the dev server that are no deck. Each looks again after every change: there may be one by then. */
import { CHANGED_EVENT } from '../../client/protocol.ts';
import { type DeckError, formatDiagnostic } from '../../diagnostics.ts';
import type { Site } from '../../pipeline.ts';

/** What stands where no page is: the decks that there are, and what is wrong with the site. */
export function notFoundPage({ decks, diagnostics }: Site, base: string): string {
  const links = decks.map(({ outputPath, head }) => {
    const address = base + outputPath.replace(/index\.html$/, '');
    return `<li><a href="${escape(address)}">${escape(head.title || address)}</a></li>`;
  });
  const problems = diagnostics.map((diagnostic) => `<pre>${escape(formatDiagnostic(diagnostic))}</pre>`);
  return page(
    'No deck here',
    [
      `<p>There is no deck at this address. The decks of this site:</p><ul>${links.join('')}</ul>`,
      ...problems,
    ].join('\n'),
    base,
  );
}

/** What stands in the place of a deck whose layout fails. */
export function problemPage(error: DeckError, base: string): string {
  return page('This deck can’t be shown', `<pre>${escape(error.message)}</pre>`, base);
}

function page(title: string, body: string, base: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 3rem auto; padding: 0 1rem } pre { white-space: pre-wrap; background: #f3f3f3; padding: 1rem }</style>
<script type="module">
import { createHotContext } from '${base}@vite/client';
createHotContext('/deckwright').on('${CHANGED_EVENT}', () => location.reload());
</script>
</head><body><h1>${title}</h1>${body}</body></html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
