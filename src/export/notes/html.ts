/** Notes as a page that can be printed, and read without any other file. */
import { escapeHtml } from '../../escape-html.ts';
import { describeTimes, type DeckNotes, formatTime, type NotedSlide } from './deck-notes.ts';

/** Dark or light as the reader's system is, and black on white on paper. */
const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.55 system-ui, sans-serif; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { display: flex; gap: .75rem; align-items: baseline; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #8886; font-size: 1.125rem; break-after: avoid; }
h2 > :nth-child(2) { flex: 1; }
.number, .time, .times, .step { color: GrayText; font-variant-numeric: tabular-nums; font-weight: 400; }
.note { display: flow-root; }
.step { float: left; margin-right: .5rem; }
.note > :first-child, .step + * { margin-top: 0; }
img, video { max-width: 100%; height: auto; }
pre { overflow-x: auto; }
@media print {
  :root { font-size: 11pt; }
  body { max-width: none; margin: 0; padding: 0; }
  p, li { orphans: 2; widows: 2; }
}`.trim();

/** Writes notes as a page of HTML. */
export function writeHtml(notes: DeckNotes): string {
  const title = escapeHtml(notes.title);
  const times = describeTimes(notes);
  return `<!doctype html>
<html lang="${escapeHtml(notes.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>${title}</h1>
${times && `<p class="times">${escapeHtml(times)}</p>\n`}${notes.slides.map(writeSlide).join('\n')}
</body>
</html>
`;
}

function writeSlide({ number, heading, time, notes }: NotedSlide): string {
  const clock = time === undefined ? '' : `<span class="time">${formatTime(time)}</span>`;
  const words = notes.map(({ step, html }) => {
    const mark = step > 0 ? `<span class="step">${step}</span>` : '';
    return `<div class="note">${mark}${html}</div>\n`;
  });
  return `<section>
<h2><span class="number">${number}</span><span>${escapeHtml(heading)}</span>${clock}</h2>
${words.join('')}</section>`;
}
