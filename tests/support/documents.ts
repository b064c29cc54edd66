/** The documents of the repository as their tests see them: headings with their anchors, fenced blocks, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import markdownIt, { type Token } from 'markdown-it';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** A fenced block. */
export interface DocumentBlock {
  /** The first word of the info string. */
  readonly language: string;
  /** The file that the block is; empty where the info string names none. */
  readonly name: string;
  /** The codes of `fails=CODE`: what the site must be told. */
  readonly fails: readonly string[];
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is between one heading and the next. */
export interface DocumentPart {
  readonly heading: string;
  /** What is read around the blocks. */
  readonly prose: string;
  readonly blocks: readonly DocumentBlock[];
}

/** A link or a picture. */
export interface DocumentLink {
  readonly target: string;
  readonly line: number;
}

/** One Markdown file. */
export interface Document {
  /** Below the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly parts: readonly DocumentPart[];
  /** Ids that a link may name: of headings, as code hosts derive them, and of HTML. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly DocumentLink[];
}

/** README.md, CONTRIBUTING.md and all pages of docs/. */
export function readDocuments(): readonly Document[] {
  const pages = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const files = ['README.md', 'CONTRIBUTING.md', ...pages.sort().map((name) => `docs/${name}`)];
  return files.filter((file) => existsSync(path.join(ROOT, file))).map(readDocument);
}

/** Reads a document; `file` is below the root of the repository. */
export function readDocument(file: string): Document {
  return parseDocument(file, readFileSync(path.join(ROOT, file), 'utf8'));
}

const markdown = markdownIt({ html: true });
const HTML_ID_RE = /\s(?:id|name)="([^"]+)"/g;
const HTML_LINK_RE = /\s(?:href|src)="([^"]+)"/g;

/** Reads a document from its text. */
export function parseDocument(file: string, text: string): Document {
  const tokens = markdown.parse(text, {});
  const parts: { heading: string; prose: string; blocks: DocumentBlock[] }[] = [
    { heading: '', prose: '', blocks: [] },
  ];
  const anchors = new Set<string>();
  const links: DocumentLink[] = [];
  for (const [n, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'heading_open') {
      const heading = textOf(tokens[n + 1]);
      anchors.add(anchorOf(heading, anchors));
      parts.push({ heading, prose: '', blocks: [] });
    }
    const part = parts.at(-1);
    if (part && token.type === 'inline') part.prose += `${token.content}\n`;
    if (part && token.type === 'fence') part.blocks.push(blockOf(token, line));
    for (const target of linksOf(token)) links.push({ target, line });
    for (const id of idsOf(token)) anchors.add(id);
  }
  return { path: file, text, parts, anchors, links };
}

function blockOf({ info, content }: Token, line: number): DocumentBlock {
  const [language = '', ...words] = info.trim().split(/\s+/);
  const fails = words.flatMap((word) => (word.startsWith('fails=') ? word.slice(6).split(',') : []));
  const names = words.filter((word) => !word.startsWith('fails='));
  if (names.length > 1) throw new Error(`line ${line}: a block has one name, and not ${names.join(', ')}`);
  return { language, name: names[0] ?? '', fails, text: content, line };
}

const textOf = (token: Token | undefined): string =>
  (token?.children ?? []).map(({ type, content }) => (type === 'html_inline' ? '' : content)).join('');

/** As code hosts do: lower case, no punctuation, hyphens for spaces, and a number for a heading that is there already. */
function anchorOf(heading: string, taken: ReadonlySet<string>): string {
  const plain = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  let anchor = plain;
  for (let n = 1; taken.has(anchor); n++) anchor = `${plain}-${n}`;
  return anchor;
}

const htmlOf = ({ type, content, children }: Token): readonly string[] =>
  type === 'html_block' || type === 'html_inline' ? [content] : (children ?? []).flatMap(htmlOf);

const idsOf = (token: Token): readonly string[] =>
  htmlOf(token).flatMap((html) => [...html.matchAll(HTML_ID_RE)].map(([, id = '']) => id));

function linksOf(token: Token): readonly string[] {
  const inHtml = htmlOf(token).flatMap((html) =>
    [...html.matchAll(HTML_LINK_RE)].map(([, target = '']) => target),
  );
  const inText = (token.children ?? []).flatMap((child) => {
    const target = child.attrGet('href') ?? child.attrGet('src');
    return target === null ? [] : [String(target)];
  });
  return [...inText, ...inHtml];
}
