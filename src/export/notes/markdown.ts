/** Notes as Markdown and as plain text. */
import TurndownService from 'turndown';
import { describeTimes, type DeckNotes, formatTime, type NotedSlide } from './deck-notes.ts';

/** Writes notes as Markdown, with a heading for each slide. */
export function writeMarkdown(notes: DeckNotes): string {
  const convert = convertToMarkdown();
  const times = describeTimes(notes);
  const slides = notes.slides.map((slide) => {
    const words = slide.notes.map(({ step, html }) => withStep(step, convert(html)));
    return [`## ${escapeHeading(titleOf(slide))}`, ...words].join('\n\n');
  });
  return `${[`# ${escapeHeading(notes.title)}`, ...(times ? [`*${times}*`] : []), ...slides].join('\n\n')}\n`;
}

/** Writes notes as plain text, for a teleprompter or a mail. */
export function writeText(notes: DeckNotes): string {
  const convert = convertToText();
  const times = describeTimes(notes);
  const slides = notes.slides.map((slide) => {
    const words = slide.notes.map(({ step, html }) => (step > 0 ? `[${step}] ` : '') + convert(html));
    return [titleOf(slide), ...words].join('\n\n');
  });
  return `${[underline(notes.title, '='), ...(times ? [times] : []), ...slides].join('\n\n')}\n`;
}

/** The number and heading of a slide, with its time. */
function titleOf({ number, heading, time }: NotedSlide): string {
  return [number, heading, ...(time === undefined ? [] : [`(${formatTime(time)})`])]
    .filter(Boolean)
    .join(' ');
}

/** A note of a fragment says at which step it is. */
const withStep = (step: number, words: string): string => (step > 0 ? `**[${step}]** ${words}` : words);

const escapeHeading = (text: string): string => text.replaceAll(/[\\`*_[\]<>#]/g, '\\$&');

const underline = (text: string, line: string): string => `${text}\n${line.repeat(Math.max(text.length, 3))}`;

/** Elements whose text nobody reads. */
const UNREAD = ['script', 'style', 'template', 'noscript'] as const;

function convertToMarkdown(): (html: string) => string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  service.remove([...UNREAD]);
  // Markdown without extensions has no tables.
  service.keep(['table']);
  service.addRule('item', itemRule);
  return (html) => service.turndown(html).trim();
}

/** Items with one space after their mark, as people write them. */
const itemRule: TurndownService.Rule = {
  filter: 'li',
  replacement(content, node) {
    const list = node.parentNode;
    const isOrdered = list?.nodeName === 'OL';
    const items = [...(list?.childNodes ?? [])].filter(({ nodeName }) => nodeName === 'LI');
    const first = Number((isOrdered && (list as HTMLOListElement).getAttribute('start')) || 1);
    const mark = isOrdered ? `${first + items.indexOf(node)}. ` : '- ';
    const isLast = items.at(-1) === node;
    const lines = content.trim().replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    return `${mark}${lines.replaceAll(/^ +$/gm, '')}${isLast ? '' : '\n'}`;
  },
};

/** Text without marks. Lists keep theirs, and links their address. */
export function convertToText(): (html: string) => string {
  const service = new TurndownService({ bulletListMarker: '-', codeBlockStyle: 'indented' });
  service.escape = (text) => text;
  service.remove([...UNREAD]);
  service.addRule('item', itemRule);
  service.addRule('marks', {
    filter: ['em', 'i', 'strong', 'b', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node) => (/^H\d$/.test(node.nodeName) ? `\n\n${content}\n\n` : content),
  });
  service.addRule('row', {
    filter: 'tr',
    replacement: (_content, node) => {
      const cells = [...node.childNodes].filter(({ nodeName }) => /^T[DH]$/.test(nodeName));
      return `${cells.map(({ textContent }) => textContent?.trim() ?? '').join(' | ')}\n`;
    },
  });
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node) => {
      const href = readAttribute(node, 'href');
      return href && href !== content && /^[a-z]+:/i.test(href) ? `${content} (${href})` : content;
    },
  });
  service.addRule('image', {
    filter: 'img',
    replacement: (_content, node) => readAttribute(node, 'alt'),
  });
  return (html) =>
    service
      .turndown(html)
      .replaceAll(/[^\S\n]+$/gm, '')
      .trim();
}

const readAttribute = (node: TurndownService.Node, name: string): string =>
  ('getAttribute' in node && node.getAttribute(name)) || '';
